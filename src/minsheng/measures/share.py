"""Which share of a year its first months made up."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from minsheng.comparability import Comparing, Pair, compare
from minsheng.data import View
from minsheng.quantity import Interval


@dataclass(frozen=True)
class Share:
    """The first months of a year over the whole of it.

    `share_pct` encloses the share in percent; `elapsed_pct` is the share of the calendar.
    """

    pair: Pair
    share_pct: Interval
    elapsed_pct: Fraction


def share_of_year(pair: Pair) -> Share:
    """Divide the first months of a year by the whole; the pair holds them in this order.

    Raises `ZeroDivisionError` where the whole is zero.
    """
    part, whole = pair.figures
    elapsed = None if part.period is None else part.period.elapsed
    return Share(
        pair, part.enclosure().per(whole.enclosure()) * 100, (elapsed or Fraction(0)) * 100
    )


def shares_of_year(view: View, measure: str, region: str) -> Iterator[Share]:
    """Yield the shares that the context of a view prints for the months of its own cut-off."""
    cutoff = view.edition.entry.cutoff
    if cutoff is None:
        return
    found = view.beyond(measure, region)
    for part in found:
        months = part.period is not None and part.period.end.month == cutoff.end.month
        for whole in found if months else ():
            pair = compare(view.edition.catalogue, Comparing.PART_OF_YEAR, part, whole)
            if isinstance(pair, Pair):
                view.record(pair.figures)
                yield share_of_year(pair)
