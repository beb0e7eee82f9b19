"""Every promise of an edition: what is published about it, its evidence, its state."""

import sqlite3

from second.ambition import ambition
from second.figures import Figure, find
from second.guard import failing
from second.quotient import Quotient
from second.ranges import Range
from second.recovery import base
from second.states import HUNDRED, YEAR, flip, rate_pct, state_of
from second.yardsticks import Promise as Measured
from second.yardsticks import yardsticks

ROLES = {
    "target": "target",
    "actual": "actual",
    "coverage": "coverage_pct",
    "stated_rate": "completion_pct",
    "growth": "yoy_pct",
}
# Below each promise stand those that it implies: one for each target on a measure that it covers.
VOTED = """
    SELECT promise_id, CAST(ordinal AS INTEGER) AS voted, -1 AS below, type, measure, claim
    FROM promises WHERE edition = :edition
    UNION
    SELECT :edition || '.' || measures.measure, CAST(ordinal AS INTEGER), measures.place,
           'quantity', measures.measure, ''
    FROM promises
    JOIN covered ON covered.umbrella = promises.measure
    JOIN measures ON measures.measure = covered.measure
    JOIN figures ON figures.measure = covered.measure
        AND CAST(figures.edition AS TEXT) = :edition AND figures.role = 'target'
    WHERE promises.edition = :edition
      AND covered.measure NOT IN (SELECT measure FROM promises WHERE edition = :edition)
    ORDER BY voted, below
"""
Found = dict[str, Figure | None]


def promises(database: sqlite3.Connection, year: int) -> dict[str, dict[str, object]]:
    """Return the judgement of every promise of an edition, by its id, in their order."""
    rows = database.execute(VOTED, {"edition": str(year)}).fetchall()
    return {
        row["promise_id"]: {"ordinal": ordinal, **_judged(database, year, row)}
        for ordinal, row in enumerate(rows, start=1)
    }


def _judged(database: sqlite3.Connection, year: int, row: sqlite3.Row) -> dict[str, object]:
    found = {name: find(database, year, row["measure"], role) for name, role in ROLES.items()}
    claim = row["claim"] or None
    actual, target = found["actual"], found["target"]
    condition = None
    if actual and target:
        condition = failing(database, "completion", actual.figure_id, target.figure_id)
    computed = actual is not None and target is not None and condition is None
    completion = _completion(actual, target) if computed else None
    return {
        "type": row["type"],
        "measure": row["measure"],
        "claim": claim,
        "figures": {name: each and each.figure_id for name, each in found.items()},
        "evidence": _evidence(found, claim),
        "state": _state(found, claim, completion, condition),
        "completion": completion,
        "even_spread_pct": _even_spread(row["type"], completion, actual),
        "flip": flip(actual, target) if computed else None,
        "ambition": ambition(database, year, row["measure"]),
        "yardsticks": yardsticks(
            database,
            Measured(
                type=row["type"],
                measure=row["measure"],
                claim=row["claim"],
                found=found,
                condition=condition,
                completion=completion,
                base=base(database, year, row["measure"]),
            ),
        ),
    }


def _completion(actual: Figure, target: Figure) -> dict[str, object]:
    truncated = rate_pct(actual.enclosure(cut_off=True), target)
    return {
        "rate_pct": rate_pct(actual.enclosure(), target),
        "naive_pct": HUNDRED * actual.value / target.value,
        "gap": actual.enclosure().less(target.enclosure()),
        "rate_pct_if_truncated": truncated,
        "state_if_truncated": state_of(truncated, actual.months_elapsed),
    }


def _even_spread(kind: str, completion: dict[str, object] | None, actual: Figure) -> Range | None:
    """Return the completion over the share of the year, for promises of a quantity only."""
    if kind != "quantity" or completion is None or not actual.months_elapsed:
        return None
    return completion["rate_pct"].times(Quotient(YEAR, actual.months_elapsed))


def _evidence(found: Found, claim: str | None) -> str:
    if found["actual"] and (found["target"] or claim == "all"):
        return "recomputable"
    if found["actual"] or found["coverage"] or found["stated_rate"]:
        return "stated"
    return "asserted" if claim else "none"


def _state(
    found: Found, claim: str | None, completion: dict[str, object] | None, condition: str | None
) -> str:
    actual = found["actual"]
    rate = found["coverage"] or found["stated_rate"]
    if not (actual or rate or claim):
        return "not_published"
    if condition:
        return "not_comparable"
    if completion is not None:
        return state_of(completion["rate_pct"], actual.months_elapsed)
    if claim == "all" and actual:
        return "achieved"
    if rate:
        state = state_of(rate.enclosure(), rate.months_elapsed)
        return "stated_achieved" if state == "achieved" else state
    return "asserted_achieved" if claim else "not_computable"
