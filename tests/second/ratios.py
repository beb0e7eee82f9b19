"""What the catalogue lets the book divide, and what it refuses, with the failing condition."""

import sqlite3
from collections.abc import Iterator

from second.figures import find
from second.guard import failing

DECLARED = """
    SELECT c.measure, c.partner, c.key, c.unit
    FROM comparisons c JOIN measures USING (measure) WHERE c.kind = 'ratio'
    ORDER BY measures.place, c.place
"""
REFUSED = """
    SELECT measure, partner, comparing FROM refusals
    WHERE measure IN (SELECT measure FROM figures WHERE edition = :year)
       OR measure IN (SELECT measure FROM promises WHERE edition = CAST(:year AS TEXT))
    ORDER BY place
"""


def ratios(database: sqlite3.Connection, year: int) -> dict[str, dict[str, object]]:
    """Return every declared ratio that an edition's figures allow, by its key."""
    return {
        row["key"]: {
            "unit": row["unit"],
            "numerator": first.figure_id,
            "denominator": second.figure_id,
            "value": first.enclosure().over(second.enclosure()),
        }
        for row, first, second, condition in _pairs(database, year)
        if condition is None
    }


def refusals(database: sqlite3.Connection, year: int) -> Iterator[dict[str, object]]:
    """Yield what the catalogue refuses, then the declared pairs that fail a condition."""
    for row in database.execute(REFUSED, {"year": year}).fetchall():
        yield {**dict(row), "figures": [], "condition": "not_declared"}
    for row, first, second, condition in _pairs(database, year):
        if condition:
            yield {
                "measure": row["measure"],
                "partner": row["partner"],
                "comparing": "ratio",
                "figures": [first.figure_id, second.figure_id],
                "condition": condition,
            }


def _pairs(database: sqlite3.Connection, year: int) -> Iterator[tuple]:
    for row in database.execute(DECLARED).fetchall():
        first = find(database, year, row["measure"], "actual")
        second = find(database, year, row["partner"], "actual")
        if first and second:
            condition = failing(database, "ratio", first.figure_id, second.figure_id)
            yield row, first, second, condition
