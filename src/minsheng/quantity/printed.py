"""A printed figure as the exact interval of the values that print so.

A measured figure v with precision p lies in the closed interval [v - p/2, v + p/2]; for counts,
only the whole numbers in it. The same figure may have been cut off instead of rounded, and then
lies in [v, v + p). A hedge (over, nearly) bounds one side only.

Method: XBRL International, *Calculations 1.1* (2023), rounding and truncation of reported facts;
Brown and Heathers, *The GRIM Test* (2017), for whole counts behind rounded figures.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from minsheng.quantity.interval import Interval

DECIMAL = re.compile(r"-?[0-9]+(\.[0-9]+)?")


class Bound(StrEnum):
    """How a source hedges a figure."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    OVER = "over"
    NEARLY = "nearly"
    ABOUT = "about"

    @property
    def open_above(self) -> bool:
        """Whether the figure is only a lower bound."""
        return self in (Bound.AT_LEAST, Bound.OVER)

    @property
    def open_below(self) -> bool:
        """Whether the figure is only an upper bound."""
        return self in (Bound.AT_MOST, Bound.NEARLY)


class Reading(StrEnum):
    """How a longer number became the printed one."""

    ROUNDED = "rounded"
    TRUNCATED = "truncated"


@dataclass(frozen=True)
class Printed:
    """One number as it stands in a source.

    `text` holds the digits as printed and `scale` the word behind them (10000 for 万).
    `precision` is in base units: 0 says that the number is exact, `None` asks for the default.
    `whole` marks a count. Raises `ValueError` where `text` is no plain decimal.
    """

    text: str
    scale: int = 1
    precision: Fraction | None = None
    bound: Bound = Bound.EXACT
    whole: bool = False

    def __post_init__(self) -> None:
        if not DECIMAL.fullmatch(self.text):
            raise ValueError(f"{self.text!r} is not a plain decimal")

    @property
    def value(self) -> Fraction:
        """The number in base units, exact."""
        return Fraction(self.text) * self.scale

    @property
    def decimals(self) -> int:
        """How many places are printed behind the decimal point."""
        return len(self.text.partition(".")[2])

    @property
    def step(self) -> Fraction:
        """The precision in force, in base units; the default is one unit of the last place."""
        if self.precision is not None:
            return self.precision
        return Fraction(self.scale, 10**self.decimals)

    def enclosure(self, reading: Reading = Reading.ROUNDED) -> Interval:
        """Return the interval of all values that would be printed so, under one reading."""
        if self.bound is Bound.ABOUT:
            return Interval(None, None)
        if self.bound.open_above:
            return Interval.from_ends(self.value, None)
        if self.bound.open_below:
            return Interval.from_ends(None, self.value)
        if self.step == 0:
            return Interval.exactly(self.value)
        interval = self._rounded() if reading is Reading.ROUNDED else self._truncated()
        return self._counted(interval) if self.whole else interval

    def _rounded(self) -> Interval:
        half = self.step / 2
        return Interval(self.value - half, self.value + half)

    def _truncated(self) -> Interval:
        if self.value < 0:
            return Interval(self.value - self.step, self.value, low_closed=False)
        return Interval(self.value, self.value + self.step, high_closed=False)

    def _counted(self, interval: Interval) -> Interval:
        counts = interval.whole()
        if counts is None:
            raise ValueError(f"no whole number prints as {self.text} at precision {self.step}")
        return counts
