"""How a printed figure is held against its recomputation: interval against interval.

Method: XBRL International, *Calculations 1.1* (2023), consistency of rounded facts by their
intervals; Brown and Heathers, *The GRIM Test* (2017), for whole counts behind rounded figures.
"""

import math
from enum import StrEnum
from fractions import Fraction

from minsheng.data import Figure
from minsheng.quantity import Interval, Reading


class Outcome(StrEnum):
    """What the test of one printed figure says."""

    CONSISTENT = "consistent"
    TOUCHING = "touching"
    CONTRADICTED = "contradicted"
    UNVERIFIABLE = "unverifiable"


def judge(
    printed: Interval, recomputed: Interval, grid: Fraction | None, reading: Reading
) -> Outcome:
    """Hold the enclosure of a printed figure against the recomputed interval.

    Where whole counts allow only multiples of `grid`, one of them must lie in both. Two rounded
    intervals that share only an end touch: how a tie was rounded decides.
    """
    shared = printed.meet(recomputed)
    if shared is None or (grid is not None and (shared / grid).whole() is None):
        return Outcome.CONTRADICTED
    wide = [each for each in (printed, recomputed) if not each.is_point]
    at_ends = all(shared.low in (each.low, each.high) for each in wide)
    touches = reading is Reading.ROUNDED and shared.is_point and bool(wide) and at_ends
    return Outcome.TOUCHING if touches else Outcome.CONSISTENT


def force(printed: Figure, recomputed: Interval, grid: Fraction | None) -> int | None:
    """Count the values of the printed form that would have been consistent: fewer is stronger.

    `None` where the recomputed interval or the printed form (over 109%) has no end on one side, so
    that no count exists.
    """
    if recomputed.low is None or recomputed.high is None or not printed.enclosure().is_bounded:
        return None
    unit = Fraction(1, 10**printed.number.decimals)
    half = printed.number.step / 2
    first = math.floor((recomputed.low - half) / unit)
    last = math.ceil((recomputed.high + half) / unit)
    passing = (
        judge(Interval.from_ends(value - half, value + half), recomputed, grid, Reading.ROUNDED)
        for value in (place * unit for place in range(first, last + 1))
    )
    return sum(outcome is Outcome.CONSISTENT for outcome in passing)
