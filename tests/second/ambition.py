"""A target over what the year before had reached, here and in the other regions."""

import sqlite3
from dataclasses import replace

from second.figures import Figure, figure, find
from second.guard import failing
from second.ranges import ONE, ZERO, Range
from second.recovery import Recovered, base

ELSEWHERE = """
    SELECT targets.region, targets.figure_id AS target, actuals.figure_id AS reached
    FROM places
    JOIN figures AS targets USING (region)
    JOIN figures AS actuals USING (region, measure)
    WHERE region <> :home AND measure = :measure
      AND targets.role = 'target' AND targets.period = CAST(:year AS TEXT)
      AND actuals.role = 'actual' AND actuals.period = CAST(:year - 1 AS TEXT)
    ORDER BY places.place
"""
HOME = "330200"


def ambition(database: sqlite3.Connection, year: int, measure: str) -> dict[str, object] | None:
    """Return the target over the recovered base of the year before.

    A base of part of a year makes it an upper bound, which says something only below one.
    """
    promised, before = find(database, year, measure, "target"), base(database, year, measure)
    if promised is None or before is None or not _may_aim(database, promised, before):
        return None
    if before.value.low is None or before.value.low <= ZERO:
        return None
    ratio = promised.enclosure().over(before.value)
    if before.last_month - before.first_month != 11:
        if ratio.high is None or ratio.high >= ONE:
            return None
        ratio = replace(ratio, low=None, low_closed=False)
    return {
        "ratio": ratio,
        "target": promised.figure_id,
        "base": before.value,
        "base_period": before.period,
        "base_inputs": [each.figure_id for each in before.inputs],
        "elsewhere": _elsewhere(database, year, measure),
    }


def _may_aim(database: sqlite3.Connection, promised: Figure, before: Recovered) -> bool:
    """Tell whether the catalogue declares it, and the base is of the year before the target's.

    The base has the measure, region and unit of the actual that it comes from, a year later.
    """
    condition = failing(database, "ambition", promised.figure_id, before.inputs[0].figure_id)
    if condition not in (None, "year_before") or promised.year is None:
        return False
    january = (promised.year - 1) * 12 + 1
    return january <= before.first_month and before.last_month < january + 12


def _elsewhere(database: sqlite3.Connection, year: int, measure: str) -> list[dict[str, object]]:
    asked = {"home": HOME, "measure": measure, "year": year}
    return [
        {**dict(row), "ratio": _ratio(database, row["target"], row["reached"])}
        for row in database.execute(ELSEWHERE, asked).fetchall()
        if failing(database, "ambition", row["target"], row["reached"]) is None
    ]


def _ratio(database: sqlite3.Connection, target: str, reached: str) -> Range:
    return figure(database, target).enclosure().over(figure(database, reached).enclosure())
