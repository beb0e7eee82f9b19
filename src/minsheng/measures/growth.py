"""How far a quantity grew between the same months of two years."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from minsheng.comparability import Comparing, Pair, Refused, compare
from minsheng.data import HOME_REGION, Figure, View
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

    Raises `ZeroDivisionError` where the earlier figure is zero.
    """
    later, earlier = pair.figures
    return Growth(
        pair,
        (later.enclosure(reading).per(earlier.enclosure(reading)) - 1) * 100,
        (later.value / earlier.value - 1) * 100,
    )


def growth_over_editions(view: View, measure: str) -> Iterator[Growth | Refused]:
    """Yield the growth of a measure over every earlier figure of it, or why it is refused.

    Earlier figures are those of other editions and of years without one, oldest first.
    """
    now = view.find(measure)
    if now is None:
        return
    for earlier in view.beyond(measure, HOME_REGION):
        if _last_day(earlier) < _last_day(now):
            view.record([earlier])
            found = compare(view.edition.catalogue, Comparing.SERIES, now, earlier)
            yield found if isinstance(found, Refused) else grow(found)


def _last_day(figure: Figure) -> str:
    """Return the last day of a figure; one without a period is of the year that its id names."""
    year, _, _ = figure.figure_id.partition(".")
    return f"{year}-12-31" if figure.period is None else figure.period.end.isoformat()
