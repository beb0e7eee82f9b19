"""The smallest whole-unit change of an actual that changes its state, and to which state."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from minsheng.data import State
from minsheng.measures import Completion
from minsheng.quantity import Interval
from minsheng.verdict.state import from_rate


@dataclass(frozen=True)
class Flip:
    """A change of the actual in whole units (negative: it falls) and the state it leads to."""

    change: int
    state: State


def distance_to_flip(completion: Completion) -> Flip | None:
    """Return the smallest change of the actual that changes its state, or `None` without one.

    Of two equally small changes it is the fall. No change takes the actual below zero.
    """
    reported = completion.actual.enclosure()
    here = _state_at(completion, reported)
    for change in sorted(_candidates(completion), key=lambda each: (abs(each), each)):
        moved = reported + change
        if moved.low is not None and moved.low < 0:
            continue
        there = _state_at(completion, moved)
        if there is not here:
            return Flip(change, there)
    return None


def _state_at(completion: Completion, actual: Interval) -> State:
    return from_rate(actual / completion.target.value * 100, completion.actual.period)


def _candidates(completion: Completion) -> set[int]:
    """Return the whole changes beside those that take an end of the actual across a threshold.

    Between two of these crossings the state is the same, so no other change needs to be tried,
    unless it is the first that is possible: one that lifts a range which begins below zero.
    """
    crossings = list(_crossings(completion))
    found = {math.floor(each) + step for each in crossings for step in (-1, 0, 1, 2)}
    return found - {0}


def _crossings(completion: Completion) -> Iterator[Fraction]:
    reported, period = completion.actual.enclosure(), completion.actual.period
    elapsed = period.elapsed if period is not None else None
    shares = [Fraction(1)] if elapsed is None else [Fraction(1), elapsed]
    ends = [end for end in (reported.low, reported.high) if end is not None]
    yield from (completion.target.value * share - end for share in shares for end in ends)
    if reported.low is not None and reported.low < 0:
        yield -reported.low
