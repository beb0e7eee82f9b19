"""Exact numbers in digits: in full, or rounded: points half up, ends of intervals outward.

A negative number of decimals rounds to tens, hundreds and so on.
"""

import math
from decimal import Decimal
from fractions import Fraction

from minsheng.quantity.interval import Interval

_PLACES = 12


def half_up(value: Fraction, decimals: int) -> Decimal:
    """Return `value` with `decimals` places, halves rounded away from zero."""
    scaled = abs(value) * _power(decimals)
    whole = math.floor(scaled + Fraction(1, 2))
    return _placed(whole if value >= 0 else -whole, decimals)


def downward(value: Fraction, decimals: int) -> Decimal:
    """Return the largest number of `decimals` places that is not above `value`."""
    return _placed(math.floor(value * _power(decimals)), decimals)


def upward(value: Fraction, decimals: int) -> Decimal:
    """Return the smallest number of `decimals` places that is not below `value`."""
    return _placed(math.ceil(value * _power(decimals)), decimals)


def outward(interval: Interval, decimals: int) -> tuple[Decimal | None, Decimal | None]:
    """Return both ends with `decimals` places, so that they still enclose the interval."""
    low = None if interval.low is None else downward(interval.low, decimals)
    high = None if interval.high is None else upward(interval.high, decimals)
    return low, high


def in_full(value: Fraction) -> str:
    """Return all of a number: a decimal of at most twelve places, else the fraction itself."""
    places, rest = 0, value
    while rest.denominator != 1 and places < _PLACES:
        rest, places = rest * 10, places + 1
    return str(value) if rest.denominator != 1 else f"{_placed(rest.numerator, places):f}"


def ends_in_full(interval: Interval) -> str:
    """Return both ends in full around two dots; a missing end is left out."""
    low, high = ("" if end is None else in_full(end) for end in (interval.low, interval.high))
    return f"{low}..{high}"


def _placed(units: int, decimals: int) -> Decimal:
    """Return `units` at that place, exact however long it is: no context rounds it."""
    if decimals <= 0:
        return Decimal(units * 10**-decimals)
    digits = tuple(map(int, str(abs(units))))
    return Decimal((int(units < 0), digits, -decimals))


def _power(decimals: int) -> Fraction:
    return Fraction(10) ** decimals
