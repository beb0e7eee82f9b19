"""One printed figure and the range of what may have been counted."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, replace

from second.quotient import Quotient
from second.ranges import ZERO, Range

SET_NOT_MEASURED = {"target", "criterion", "award"}
DIVISIBLE = {"yuan", "percent", "point", "ratio"}
LOWER_BOUNDS, UPPER_BOUNDS = {"at_least", "over", "about"}, {"at_most", "nearly", "about"}
HALF = Quotient(1, 2)


@dataclass(frozen=True)
class Figure:
    """A printed number: `digits` of which the last `places` stand behind the point, times `scale`.

    Months count from the year 0 and are `None` where the source does not state them.
    """

    figure_id: str
    measure: str
    role: str
    unit: str
    digits: int
    places: int
    scale: int
    precision: Quotient | None
    bound: str
    source: str
    first_month: int | None
    last_month: int | None
    year: int | None

    @classmethod
    def of(cls, row: sqlite3.Row) -> Figure:
        """Read a row of the view `figures`."""
        whole, _, behind = row["printed"].partition(".")
        return cls(
            figure_id=row["figure_id"],
            measure=row["measure"],
            role=row["role"],
            unit=row["counted_in"],
            digits=int(whole + behind),
            places=len(behind),
            scale=int(row["scale"]),
            precision=Quotient.of(row["precision"]) if row["precision"] else None,
            bound=row["bound"],
            source=row["source"],
            first_month=row["first_month"],
            last_month=row["last_month"],
            year=row["year"],
        )

    @property
    def unit_of_last_place(self) -> Quotient:
        """One unit of the last printed place, in base units."""
        return Quotient(self.scale, 10**self.places)

    @property
    def value(self) -> Quotient:
        """The printed number in base units."""
        return Quotient(self.digits) * self.unit_of_last_place

    @property
    def is_counted(self) -> bool:
        """Whether only whole numbers are possible."""
        return self.unit not in DIVISIBLE

    @property
    def step(self) -> Quotient:
        """How wide the range of a measured figure is; zero for what is set."""
        if self.role in SET_NOT_MEASURED:
            return ZERO
        return self.unit_of_last_place if self.precision is None else self.precision

    @property
    def months_elapsed(self) -> int | None:
        """How many months of its year it covers, where it starts in January of that year."""
        if self.first_month is None or self.last_month is None or self.year is None:
            return None
        return self.last_month - self.year * 12 if self.first_month == self.year * 12 + 1 else None

    def moved(self, units: int) -> Figure:
        """Return the figure with other digits: so many units of the last place more."""
        return replace(self, digits=self.digits + units)

    def enclosure(self, cut_off: bool = False) -> Range:
        """Return everything that prints so when rounded, or when cut off (towards zero)."""
        value, step = self.value, self.step
        if self.bound != "exact" and self.role not in SET_NOT_MEASURED:
            low = None if self.bound in UPPER_BOUNDS else value
            high = None if self.bound in LOWER_BOUNDS else value
            return Range(low, high, low is not None, high is not None)
        if step == ZERO:
            return Range.point(value)
        if cut_off and value < ZERO:
            return self._possible(Range(value - step, value, low_closed=False))
        if cut_off:
            return self._possible(Range(value, value + step, high_closed=False))
        return self._possible(Range(value - step * HALF, value + step * HALF))

    def _possible(self, found: Range) -> Range:
        counted = found.whole() if self.is_counted else found
        if counted is None:
            raise ValueError(f"{self.figure_id}: no whole number prints so")
        return counted


def figure(database: sqlite3.Connection, figure_id: str) -> Figure:
    """Return a figure by its id."""
    row = database.execute("SELECT * FROM figures WHERE figure_id = ?", [figure_id]).fetchone()
    return Figure.of(row)


def find(database: sqlite3.Connection, year: int, measure: str, role: str) -> Figure | None:
    """Return the figure of a measure in a role that an edition holds, or `None`."""
    row = database.execute(
        "SELECT * FROM figures WHERE edition = ? AND measure = ? AND role = ? ORDER BY place",
        [year, measure, role],
    ).fetchone()
    return Figure.of(row) if row else None
