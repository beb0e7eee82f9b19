"""What a measure has year by year: a target, reports, both or neither."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from minsheng.data import Figure, Role


@dataclass(frozen=True)
class Year:
    """What is held of one measure for one year; a year without anything is a gap.

    A year has several reports where some cover a part of it, in the order in which they end.
    """

    year: int
    target: Figure | None = None
    reports: tuple[Figure, ...] = ()

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The target, where there is one, and the reports."""
        return self.reports if self.target is None else (self.target, *self.reports)

    @property
    def is_empty(self) -> bool:
        """Whether it is a gap."""
        return not self.figures


def years_of(figures: Iterable[Figure], measure: str) -> list[Year]:
    """Return every year from the first to the last with a target or report, gaps included.

    The figures are of one region.
    """
    targets: dict[int, Figure] = {}
    reports: defaultdict[int, list[Figure]] = defaultdict(list)
    for each in figures:
        if each.measure == measure and each.role is Role.TARGET:
            targets[each.year] = each
        elif each.measure == measure and each.role is Role.ACTUAL:
            reports[each.year].append(each)
    known = sorted({*targets, *reports})
    return [
        Year(year, targets.get(year), tuple(sorted(reports[year], key=lambda each: each.ending)))
        for year in (range(known[0], known[-1] + 1) if known else ())
    ]


def span(years: Sequence[Year]) -> str:
    """Return the period from the first to the last of some years, as it is written: `2011/2015`."""
    first, last = years[0].year, years[-1].year
    return str(first) if first == last else f"{first}/{last}"
