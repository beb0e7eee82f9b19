"""What a measure has year by year: a target, a report, both or neither."""

from collections.abc import Iterable
from dataclasses import dataclass

from minsheng.data import Figure, Role


@dataclass(frozen=True)
class Year:
    """What is held of one measure for one year; a year without anything is a gap."""

    year: int
    target: Figure | None = None
    reported: Figure | None = None

    @property
    def is_empty(self) -> bool:
        """Whether it is a gap."""
        return self.target is None and self.reported is None


def years_of(figures: Iterable[Figure], measure: str) -> list[Year]:
    """Return every year from the first to the last with a target or report, gaps included.

    The figures are of one region.
    """
    held = {
        (each.year, each.role): each
        for each in figures
        if each.measure == measure and each.role in (Role.TARGET, Role.ACTUAL)
    }
    known = sorted(year for year, _role in held)
    return [
        Year(year, held.get((year, Role.TARGET)), held.get((year, Role.ACTUAL)))
        for year in (range(known[0], known[-1] + 1) if known else ())
    ]
