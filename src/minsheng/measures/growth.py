"""How far a quantity grew between the same months of two years."""

from dataclasses import dataclass
from fractions import Fraction

from minsheng.comparability import Pair
from minsheng.quantity import Interval, Reading


@dataclass(frozen=True)
class Growth:
    """A later figure against an earlier one of the same measure and months.

    `change_pct` encloses the growth in percent; `naive_pct` is what the printed values give.
    """

    pair: Pair
    change_pct: Interval
    naive_pct: Fraction


def grow(pair: Pair, reading: Reading = Reading.ROUNDED) -> Growth:
    """Compute growth = later / earlier - 1; the pair holds the later one first.

    Raises `ZeroDivisionError` where the earlier figure may be zero.
    """
    later, earlier = pair.figures
    return Growth(
        pair,
        (later.enclosure(reading) / earlier.enclosure(reading) - 1) * 100,
        (later.value / earlier.value - 1) * 100,
    )
