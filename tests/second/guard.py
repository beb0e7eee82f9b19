"""Which condition keeps two figures apart: asked in one SQL statement for each purpose.

`a` is the first figure and `b` the second. A period that no source states has no days, and two
such periods count as one.
"""

import sqlite3

DECLARED = """EXISTS (
    SELECT 1 FROM comparisons c
    WHERE c.measure = a.measure AND c.kind = :kind
      AND (c.kind <> 'ratio' OR c.partner = b.measure)
)"""
IN_SCOPE = """EXISTS (
    SELECT 1 FROM comparisons c
    WHERE c.measure = a.measure AND c.kind = :kind
      AND (c.kind <> 'ratio' OR c.partner = b.measure)
      AND (c.place NOT IN (SELECT comparison FROM regions)
           OR a.region IN (SELECT region FROM regions WHERE comparison = c.place))
      AND (c.place NOT IN (SELECT comparison FROM spans)
           OR b.period IN (SELECT period FROM spans WHERE comparison = c.place))
)"""
MEASURE = {"measure": "a.measure = b.measure"}
REGION = {"region": "a.region = b.region"}
QUANTITY = MEASURE | REGION | {"unit": "a.counted_in = b.counted_in", "kind": "a.kind = b.kind"}
PERIOD = {
    "period": """
        (SELECT first_day FROM periods WHERE period = a.period)
            IS (SELECT first_day FROM periods WHERE period = b.period)
        AND (SELECT last_day FROM periods WHERE period = a.period)
            IS (SELECT last_day FROM periods WHERE period = b.period)"""
}
ONE_YEAR = {"year": "a.year = b.year"}
A_YEAR_BEFORE = {
    "months": "a.first_month - b.first_month = 12 AND a.last_month - b.last_month = 12"
}
OTHER_YEAR = {
    "months": """
        a.first_month - b.first_month = a.last_month - b.last_month
        AND a.first_month <> b.first_month AND (a.first_month - b.first_month) % 12 = 0"""
}
YEAR_BEFORE = {"year_before": "b.year = a.year - 1 AND b.first_month > b.year * 12"}
WHOLE_YEAR = {
    "whole_year": """
        a.first_month = b.first_month AND a.year = b.year AND a.last_month IS NOT NULL
        AND b.first_month = b.year * 12 + 1 AND b.last_month = b.year * 12 + 12"""
}
CONDITIONS = {
    "completion": QUANTITY | ONE_YEAR,
    "completed": MEASURE | REGION | PERIOD,
    "growth": MEASURE | REGION | PERIOD,
    "base": QUANTITY | A_YEAR_BEFORE,
    "series": QUANTITY | OTHER_YEAR,
    "ambition": QUANTITY | YEAR_BEFORE,
    "part_of_year": QUANTITY | WHOLE_YEAR,
    "ratio": REGION | PERIOD,
}
DECLARED_AS = {"completed": "completion"}


def failing(database: sqlite3.Connection, purpose: str, first: str, second: str) -> str | None:
    """Return the first condition that two figures, by id, do not keep; `None` if they keep all."""
    conditions = {"not_declared": DECLARED, "scope": IN_SCOPE, **CONDITIONS[purpose]}
    cases = " ".join(
        f"WHEN NOT coalesce({test}, 0) THEN '{name}'" for name, test in conditions.items()
    )
    question = f"""
        SELECT CASE {cases} END FROM figures a, figures b
        WHERE a.figure_id = :first AND b.figure_id = :second"""
    kind = DECLARED_AS.get(purpose, purpose)
    asked = {"kind": kind, "first": first, "second": second}
    (condition,) = database.execute(question, asked).fetchone()
    return condition
