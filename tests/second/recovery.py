"""What printed figures imply: the base behind a growth, the target behind a completion, and so on.

Every formula is turned so that each input stands in it once.
"""

import sqlite3
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass

from second.figures import Figure, find
from second.guard import failing
from second.quotient import Quotient
from second.ranges import ONE, Range

PERCENT = Quotient(1, 100)


@dataclass(frozen=True)
class Recovered:
    """A value that no source prints; months count from the year 0."""

    what: str
    measure: str
    inputs: tuple[Figure, ...]
    first_month: int
    last_month: int
    value: Range

    def published(self) -> dict[str, object]:
        """Return the fields that the book publishes."""
        return {
            "what": self.what,
            "measure": self.measure,
            "inputs": [each.figure_id for each in self.inputs],
            "unit": self.inputs[0].unit,
            "period": self.period,
            "value": self.value,
        }

    @property
    def period(self) -> dict[str, str]:
        """The months that the value is of, as the book publishes them."""
        return {
            "text": _written(self.first_month, self.last_month),
            "start": _day(self.first_month),
            "end": _day(self.last_month, last=True),
        }


def _written(first: int, last: int) -> str:
    """Write a period as the tables do: a year, a month, or a span of months."""
    year, number = divmod(first - 1, 12)
    if number == 0 and last == first + 11:
        return f"{year:04}"
    return _day(first)[:7] if first == last else f"{_day(first)[:7]}/{_day(last)[:7]}"


def _day(month: int, last: bool = False) -> str:
    year, number = divmod(month - 1, 12)
    day = monthrange(year, number + 1)[1] if last else 1
    return f"{year:04}-{number + 1:02}-{day:02}"


def recovered(database: sqlite3.Connection, year: int) -> Iterator[Recovered]:
    """Yield everything that an edition's figures imply, by measure."""
    for (measure,) in database.execute("SELECT measure FROM measures ORDER BY place").fetchall():
        for recover in (base, target, narrowed):
            found = recover(database, year, measure)
            if found is not None:
                yield found


def base(database: sqlite3.Connection, year: int, measure: str) -> Recovered | None:
    """Return actual / (1 + growth): what the source must have grown from."""
    both = _beside(database, year, measure, "growth", "yoy_pct")
    if both is None or both[0].first_month is None or both[0].last_month is None:
        return None
    actual, growth = both
    value = actual.enclosure().over(growth.enclosure().times(PERCENT).plus(ONE))
    months = (actual.first_month - 12, actual.last_month - 12)
    return Recovered("base", measure, both, *months, value)


def target(database: sqlite3.Connection, year: int, measure: str) -> Recovered | None:
    """Return actual / completion, where the target itself is not printed."""
    both = _beside(database, year, measure, "completed", "completion_pct")
    if both is None or both[0].year is None or find(database, year, measure, "target"):
        return None
    actual, completion = both
    value = actual.enclosure().over(completion.enclosure().times(PERCENT))
    return Recovered("target", measure, both, actual.year * 12 + 1, actual.year * 12 + 12, value)


def narrowed(database: sqlite3.Connection, year: int, measure: str) -> Recovered | None:
    """Return what the actual and target * completion both allow, where that is less."""
    both = _beside(database, year, measure, "completed", "completion_pct")
    promised = find(database, year, measure, "target")
    if both is None or promised is None:
        return None
    actual, completion = both
    if failing(database, "completion", actual.figure_id, promised.figure_id):
        return None
    printed = actual.enclosure()
    aimed, share = promised.enclosure(), completion.enclosure().times(PERCENT)
    if aimed.low is None or not aimed.is_point:
        return None
    value = printed.meet(share.times(aimed.low))
    if value is not None and actual.is_counted:
        value = value.whole()
    if value is None or (value.low == printed.low and value.high == printed.high):
        return None
    if actual.first_month is None or actual.last_month is None:
        return None
    inputs = (actual, promised, completion)
    return Recovered("actual", measure, inputs, actual.first_month, actual.last_month, value)


def _beside(
    database: sqlite3.Connection, year: int, measure: str, purpose: str, role: str
) -> tuple[Figure, Figure] | None:
    """Return an actual and the rate printed beside it, where the guard lets them together."""
    actual = find(database, year, measure, "actual")
    rate = find(database, year, measure, role)
    if actual is None or rate is None:
        return None
    if failing(database, purpose, actual.figure_id, rate.figure_id):
        return None
    return actual, rate
