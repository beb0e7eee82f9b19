"""Exact interval arithmetic on fractions, with open, closed and missing ends.

An interval says where a number may lie. Its ends are `fractions.Fraction`, so nothing is rounded
until it is shown. A formula gives the narrowest interval only if each input stands in it once;
callers rearrange their formulas so that it does.

Method: Moore, Kearfott and Cloud, *Introduction to Interval Analysis* (SIAM, 2009), chapter 2,
extended by the openness of ends.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction

Number = int | Fraction


@dataclass(frozen=True)
class _End:
    """One end: a finite value, or none for infinity in the direction of `sign`."""

    value: Fraction | None
    closed: bool
    sign: int = 0

    def order(self) -> tuple[int, Fraction]:
        return (self.sign, Fraction(0)) if self.value is None else (0, self.value)

    def times(self, other: _End) -> _End:
        if self.value is not None and other.value is not None:
            attained = (self.closed and other.closed) or any(
                end.closed and end.value == 0 for end in (self, other)
            )
            return _End(self.value * other.value, attained)
        if 0 in (self.value, other.value):
            zero = self if self.value == 0 else other
            return _End(Fraction(0), zero.closed)
        return _End(None, False, self._direction() * other._direction())

    def _direction(self) -> int:
        return self.sign if self.value is None else (1 if self.value > 0 else -1)


@dataclass(frozen=True)
class Interval:
    """All numbers between two ends; an end of `None` is missing, that is, infinite.

    Raises `ValueError` where no number lies between the ends.
    """

    low: Fraction | None
    high: Fraction | None
    low_closed: bool = True
    high_closed: bool = True

    def __post_init__(self) -> None:
        for name in ("low", "high"):
            end = getattr(self, name)
            if end is None:
                object.__setattr__(self, f"{name}_closed", False)
            else:
                object.__setattr__(self, name, Fraction(end))
        if self.low is not None and self.high is not None:
            closed = self.low_closed and self.high_closed
            if self.low > self.high or (self.low == self.high and not closed):
                raise ValueError(f"no number lies between {self.low} and {self.high}")

    @classmethod
    def exactly(cls, value: Number) -> Interval:
        """Return the interval that holds one value."""
        return cls(Fraction(value), Fraction(value))

    @classmethod
    def from_ends(cls, low: Number | None, high: Number | None) -> Interval:
        """Return the closed interval between two values; `None` is infinity on that side."""
        return cls(None if low is None else Fraction(low), None if high is None else Fraction(high))

    @property
    def is_point(self) -> bool:
        """Whether the interval holds one value only."""
        return self.low is not None and self.low == self.high

    @property
    def is_bounded(self) -> bool:
        """Whether both ends are finite."""
        return self.low is not None and self.high is not None

    def __contains__(self, value: Number) -> bool:
        above = self.low is None or value > self.low or (value == self.low and self.low_closed)
        below = self.high is None or value < self.high or (value == self.high and self.high_closed)
        return above and below

    def __neg__(self) -> Interval:
        low = None if self.high is None else -self.high
        high = None if self.low is None else -self.low
        return Interval(low, high, self.high_closed, self.low_closed)

    def __add__(self, other: Interval | Number) -> Interval:
        term = _as_interval(other)
        low = None if self.low is None or term.low is None else self.low + term.low
        high = None if self.high is None or term.high is None else self.high + term.high
        return Interval(
            low,
            high,
            self.low_closed and term.low_closed,
            self.high_closed and term.high_closed,
        )

    def __sub__(self, other: Interval | Number) -> Interval:
        return self + (-_as_interval(other))

    def __mul__(self, other: Interval | Number) -> Interval:
        factor = _as_interval(other)
        products = [mine.times(theirs) for mine in self._ends() for theirs in factor._ends()]
        low = min(products, key=lambda end: (end.order(), not end.closed))
        high = max(products, key=lambda end: (end.order(), end.closed))
        return Interval(low.value, high.value, low.closed, high.closed)

    def __truediv__(self, other: Interval | Number) -> Interval:
        """Divide; raises `ZeroDivisionError` where the divisor may be zero."""
        return self * _as_interval(other).reciprocal()

    def per(self, other: Interval) -> Interval:
        """Divide by a quantity, of which only the positive numbers are possible.

        So a divisor that is only bounded above (nearly 1,282 persons) bounds the quotient below,
        and one without any end says nothing. Raises `ZeroDivisionError` where the divisor has no
        positive number.
        """
        if other.low is None and other.high is None:
            return Interval(None, None, low_closed=False, high_closed=False)
        possible = other.meet(Interval(Fraction(0), None, low_closed=False, high_closed=False))
        if possible is None:
            raise ZeroDivisionError("the divisor is zero")
        return self / possible

    def reciprocal(self) -> Interval:
        """Return one over the interval; raises `ZeroDivisionError` where it may be zero."""
        if 0 in self or (self.low is None and self.high is None):
            raise ZeroDivisionError("the divisor may be zero")
        if (self.low is None or self.low < 0) and (self.high is None or self.high > 0):
            raise ZeroDivisionError("the divisor may be zero")
        low = None if self.high == 0 else _inverse(self.high)
        high = None if self.low == 0 else _inverse(self.low)
        return Interval(low, high, self.high_closed, self.low_closed)

    def meet(self, other: Interval) -> Interval | None:
        """Return what both intervals hold, or `None` where they share no number."""
        low, low_closed = _inner(self, other, "low")
        high, high_closed = _inner(self, other, "high")
        try:
            return Interval(low, high, low_closed, high_closed)
        except ValueError:
            return None

    def whole(self) -> Interval | None:
        """Return the closed interval of the whole numbers within, or `None` where there is none."""
        low = self.low if self.low is None else Fraction(_next_whole(self.low, self.low_closed))
        high = (
            self.high if self.high is None else Fraction(-_next_whole(-self.high, self.high_closed))
        )
        try:
            return Interval(low, high)
        except ValueError:
            return None

    def reaches(self, threshold: Number) -> bool | None:
        """Tell whether every value is at least `threshold`; `None` where only some are."""
        if self.low is not None and self.low >= threshold:
            return True
        if self.high is None or self.high > threshold:
            return None
        return None if self.high == threshold and self.high_closed else False

    def _ends(self) -> tuple[_End, _End]:
        return (
            _End(self.low, self.low_closed, 0 if self.low is not None else -1),
            _End(self.high, self.high_closed, 0 if self.high is not None else 1),
        )


def _as_interval(value: Interval | Number) -> Interval:
    return value if isinstance(value, Interval) else Interval.exactly(value)


def _inverse(value: Fraction | None) -> Fraction:
    return Fraction(0) if value is None else 1 / value


def _next_whole(value: Fraction, closed: bool) -> int:
    return math.ceil(value) if closed else math.floor(value) + 1


def _inner(first: Interval, second: Interval, side: str) -> tuple[Fraction | None, bool]:
    """Return the inner one of two ends on one side, open where either is open at that value."""
    known = [
        (getattr(each, side), getattr(each, f"{side}_closed"))
        for each in (first, second)
        if getattr(each, side) is not None
    ]
    if not known:
        return None, False
    pick = max if side == "low" else min
    value = pick(end for end, _ in known)
    return value, all(closed for end, closed in known if end == value)
