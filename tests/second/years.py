"""Figures of an edition beside those of other years: growth where allowed, shares of a year."""

import sqlite3
from collections.abc import Iterator

from second.figures import Figure, figure
from second.guard import failing
from second.quotient import Quotient
from second.states import HUNDRED, YEAR

# A figure without a period belongs to the year of its edition.
EARLIER = """
    WITH dated AS (
        SELECT figures.*, coalesce(last_day, edition || '-12-31') AS day
        FROM figures LEFT JOIN periods USING (period) WHERE role = 'actual'
    )
    SELECT now.measure, now.figure_id AS later, before.figure_id AS earlier
    FROM dated AS now JOIN dated AS before USING (measure, region) JOIN measures USING (measure)
    WHERE now.edition = :year AND before.edition IS NOT :year AND before.day < now.day
    ORDER BY measures.place, before.day
"""
PARTS = """
    SELECT part.figure_id AS part, whole.figure_id AS whole
    FROM editions
    JOIN periods AS cutoff ON cutoff.period = editions.cutoff
    JOIN figures AS part ON (part.last_month - cutoff.last_month) % 12 = 0
    JOIN figures AS whole USING (measure, region, role)
    WHERE editions.year = CAST(:year AS TEXT) AND role = 'actual' AND region <> '330200'
      AND part.edition IS NULL AND whole.edition IS NULL AND part.figure_id <> whole.figure_id
    ORDER BY part.place
"""


def growth(database: sqlite3.Connection, year: int) -> Iterator[dict[str, object]]:
    """Yield the growth of an edition's figures over earlier ones, where the guard allows it."""
    for row, condition in _pairs(database, year):
        if condition is None:
            later, earlier = figure(database, row["later"]), figure(database, row["earlier"])
            yield {
                "later": later.figure_id,
                "earlier": earlier.figure_id,
                "change_pct": later.enclosure()
                .over(earlier.enclosure())
                .times(HUNDRED)
                .plus(-HUNDRED),
                "naive_pct": HUNDRED * later.value / earlier.value - HUNDRED,
            }


def refused(database: sqlite3.Connection, year: int) -> Iterator[dict[str, object]]:
    """Yield the pairs of two years whose growth is refused, each with the failing condition."""
    for row, condition in _pairs(database, year):
        if condition:
            yield {
                "measure": row["measure"],
                "partner": None,
                "comparing": "series",
                "figures": [row["later"], row["earlier"]],
                "condition": condition,
            }


def _pairs(database: sqlite3.Connection, year: int) -> Iterator[tuple[sqlite3.Row, str | None]]:
    for row in database.execute(EARLIER, {"year": year}).fetchall():
        yield row, failing(database, "series", row["later"], row["earlier"])


def shares(database: sqlite3.Connection, year: int) -> Iterator[dict[str, object]]:
    """Yield what the months up to the cut-off made up of other years in other regions."""
    for row in database.execute(PARTS, {"year": year}).fetchall():
        if failing(database, "part_of_year", row["part"], row["whole"]) is None:
            part, whole = figure(database, row["part"]), figure(database, row["whole"])
            yield {
                "part": part.figure_id,
                "whole": whole.figure_id,
                "share_pct": part.enclosure().over(whole.enclosure()).times(HUNDRED),
                "elapsed_pct": HUNDRED * Quotient(_elapsed(part), YEAR),
            }


def _elapsed(part: Figure) -> int:
    if part.months_elapsed is None:
        raise ValueError(f"{part.figure_id} does not start in January")
    return part.months_elapsed
