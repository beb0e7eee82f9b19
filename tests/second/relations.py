"""Relations between measures that the catalogue declares, tested on the figures of one edition."""

import sqlite3

from second.figures import Figure, find
from second.ranges import ZERO, Range

RELATIONS = "SELECT relation, nature, form, whole FROM relations ORDER BY place"
PARTS = "SELECT measure FROM parts WHERE relation = ? ORDER BY rowid"
PERIODS = """
    SELECT count(DISTINCT coalesce(first_day, '') || '/' || coalesce(last_day, ''))
    FROM figures LEFT JOIN periods USING (period) WHERE figure_id IN (%s)
"""


def relations(database: sqlite3.Connection, year: int) -> dict[str, dict[str, object]]:
    """Return the finding of every relation all of whose figures an edition holds."""
    found = {}
    for row in database.execute(RELATIONS).fetchall():
        measures = [measure for (measure,) in database.execute(PARTS, [row["relation"]])]
        held = [find(database, year, each, "actual") for each in [*measures, row["whole"]]]
        if all(held):
            found[row["relation"]] = {
                "nature": row["nature"],
                "form": row["form"],
                "parts": [each.figure_id for each in held[:-1]],
                "whole": held[-1].figure_id,
                "finding": _finding(database, row, held),
            }
    return found


def _finding(database: sqlite3.Connection, row: sqlite3.Row, held: list[Figure]) -> str:
    if _periods(database, held) > 1:
        return "different_periods"
    *parts, whole = [each.enclosure() for each in held]
    answer = _adds_up(parts, whole) if row["form"] == "sum" else _none_exceeds(parts, whole)
    if answer is None:
        return "open"
    if answer:
        return "holds"
    return "contradicted" if row["nature"] == "definitional" else "remarkable"


def _periods(database: sqlite3.Connection, held: list[Figure]) -> int:
    slots = ",".join("?" * len(held))
    (number,) = database.execute(PERIODS % slots, [each.figure_id for each in held]).fetchone()
    return number


def _none_exceeds(parts: list[Range], whole: Range) -> bool | None:
    answers = [_at_most(part, whole) for part in parts]
    if False in answers:
        return False
    return None if None in answers else True


def _at_most(part: Range, whole: Range) -> bool | None:
    """Tell whether a part is at most the whole: of the difference, zero must be the most."""
    difference = part.less(whole)
    if difference.high is not None and difference.high <= ZERO:
        return True
    if difference.low is None or difference.low < ZERO:
        return None
    return None if difference.low == ZERO and difference.low_closed else False


def _adds_up(parts: list[Range], whole: Range) -> bool | None:
    """Tell whether the parts add up: only single numbers are certain to."""
    left = whole
    for part in parts:
        left = left.less(part)
    if left.meet(Range.point(ZERO)) is None:
        return False
    return True if left.is_point else None
