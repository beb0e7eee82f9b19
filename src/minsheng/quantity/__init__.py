"""A printed figure as an exact interval: pure Python on `fractions`, no other library."""

from minsheng.quantity.interval import Interval, Number
from minsheng.quantity.printed import DECIMAL, Bound, Printed, Reading
from minsheng.quantity.rounding import downward, ends_in_full, half_up, in_full, outward, upward

__all__ = [
    "DECIMAL",
    "Bound",
    "Interval",
    "Number",
    "Printed",
    "Reading",
    "downward",
    "ends_in_full",
    "half_up",
    "in_full",
    "outward",
    "upward",
]
