"""The smallest whole-unit change of an actual that changes its state, and to which state."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from minsheng.data import State
from minsheng.measures import Completion
from minsheng.verdict.state import from_rate


@dataclass(frozen=True)
class Flip:
    """A change of the actual in whole units (negative: it falls) and the state it leads to."""

    change: int
    state: State


def distance_to_flip(completion: Completion) -> Flip | None:
    """Return the smallest change of the actual that changes its state, or `None` without one.

    States are monotone in the actual, so each direction is searched by doubling and halving.
    """
    here = _state_at(completion, 0)
    reach = 2 * max(abs(int(completion.actual.value)), int(completion.target.value), 1)
    found = []
    for sign in (-1, 1):
        steps = _first(partial(_changes, completion, here, sign), reach)
        if steps is not None:
            found.append(sign * steps)
    if not found:
        return None
    change = min(found, key=abs)
    return Flip(change, _state_at(completion, change))


def _changes(completion: Completion, here: State, sign: int, step: int) -> bool:
    return _state_at(completion, sign * step) is not here


def _state_at(completion: Completion, change: int) -> State:
    enclosure = completion.actual.enclosure() + change
    return from_rate(enclosure / completion.target.value * 100, completion.actual.period)


def _first(changes: Callable[[int], bool], reach: int) -> int | None:
    """Return the smallest step from 1 to `reach` at which `changes` holds, once and for all."""
    high = 1
    while not changes(high):
        if high >= reach:
            return None
        high = min(2 * high, reach)
    low = high // 2
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if changes(middle) else (middle, high)
    return high
