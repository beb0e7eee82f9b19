"""Every percentage that a source derived, held against the figures printed beside it.

A percentage p of a first figure over a second (a growth g is p = 100 + g) is held against them as
p * second against 100 * first, so that where the second is one number and the first is counted,
the test asks for a whole count; otherwise the ranges must meet.
"""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from second.figures import Figure
from second.guard import failing
from second.quotient import Quotient
from second.ranges import ZERO, Range
from second.states import HUNDRED

DERIVED = {"completion_pct": "completion", "yoy_pct": "growth", "coverage_pct": "coverage"}
SECONDS = {"completion": ("target", "completion"), "growth": ("actual", "base")}
FARTHEST = 1000
PRINTED = """
    SELECT * FROM figures WHERE edition IS :year
    AND role IN ('completion_pct', 'yoy_pct', 'coverage_pct') ORDER BY place
"""
BESIDE = """
    SELECT a.* FROM figures a JOIN figures p USING (measure, region, period)
    WHERE p.figure_id = :printed AND a.role = 'actual' AND p.period <> ''
    ORDER BY a.source <> p.source, a.edition IS NOT p.edition, a.place
"""
SECOND = """
    SELECT s.figure_id FROM figures s JOIN figures p USING (measure, region)
    WHERE p.figure_id = :printed AND s.role = :role
    ORDER BY s.edition IS NOT p.edition, s.edition IS NULL, s.edition, s.place
"""


@dataclass(frozen=True)
class Test:
    """A printed percentage with the two figures that it was derived from."""

    __test__ = False

    printed: Figure
    first: Figure
    second: Figure
    growth: bool

    def claimed(self, cut_off: bool = False) -> Range:
        """Return what is printed, as percent of the second figure."""
        return self.printed.enclosure(cut_off).plus(HUNDRED if self.growth else ZERO)

    def recomputed(self, cut_off: bool = False) -> Range:
        """Return what the inputs give, in percent as printed."""
        first, second = self.first.enclosure(cut_off), self.second.enclosure(cut_off)
        value = first.over(second).times(HUNDRED)
        return value.plus(-HUNDRED) if self.growth else value

    def naive(self) -> Quotient:
        """Return what the printed values give, in percent as printed."""
        value = HUNDRED * self.first.value / self.second.value
        return value - HUNDRED if self.growth else value

    def possible_step(self) -> Quotient | None:
        """Return the step between the completions that whole counts can give."""
        second = self.second.enclosure()
        if self.growth or not (second.is_point and self.first.is_counted):
            return None
        return HUNDRED / second.low

    def outcome(self, cut_off: bool = False) -> str:
        """Judge the printed percentage; what only a tie at an end allows touches."""
        claimed = self.claimed(cut_off)
        if not self._allows(claimed, cut_off):
            return "contradicted"
        if cut_off or claimed.is_point or self._allows(claimed.opened(), cut_off):
            return "consistent"
        return "touching"

    def _allows(self, claimed: Range, cut_off: bool) -> bool:
        first, second = self.first.enclosure(cut_off), self.second.enclosure(cut_off)
        if second.is_point and self.first.is_counted:
            shared = first.meet(claimed.times(second.low / HUNDRED))
            return shared is not None and shared.whole() is not None
        return first.over(second).times(HUNDRED).meet(claimed) is not None


def audit(database: sqlite3.Connection, year: int | None) -> dict[str, dict[str, object]]:
    """Return the audit line of every derived figure of an edition, or of those without one."""
    rows = database.execute(PRINTED, {"year": year}).fetchall()
    return {row["figure_id"]: _line(database, Figure.of(row)) for row in rows}


def _line(database: sqlite3.Connection, printed: Figure) -> dict[str, object]:
    derivation = DERIVED[printed.role]
    found = _inputs(database, printed, derivation)
    if isinstance(found, str):
        return _untested(printed, derivation, found)
    test = Test(printed, *found, growth=derivation == "growth")
    try:
        recomputed = test.recomputed()
    except ZeroDivisionError:
        return _untested(printed, derivation, "bounds")
    if recomputed.low is None and recomputed.high is None:
        return _untested(printed, derivation, "bounds")
    return {
        "printed": printed.figure_id,
        "derivation": derivation,
        "outcome": test.outcome(),
        "missing": None,
        "inputs": [each.figure_id for each in found],
        "recomputed_pct": recomputed,
        "naive_pct": test.naive(),
        "possible_step_pct": test.possible_step(),
        "force": force(test),
        "flip": flip(test),
        "outcome_if_truncated": test.outcome(cut_off=True),
    }


def _untested(printed: Figure, derivation: str, missing: str) -> dict[str, object]:
    return {
        "printed": printed.figure_id,
        "derivation": derivation,
        "outcome": "unverifiable",
        "missing": missing,
        "inputs": [],
        "recomputed_pct": None,
        "naive_pct": None,
        "possible_step_pct": None,
        "force": None,
        "flip": None,
        "outcome_if_truncated": "unverifiable",
    }


def _inputs(
    database: sqlite3.Connection, printed: Figure, derivation: str
) -> tuple[Figure, Figure] | str:
    """Return both inputs, or the one that is not printed."""
    if derivation == "coverage":
        return "covered"
    beside = database.execute(BESIDE, {"printed": printed.figure_id}).fetchone()
    if beside is None:
        return "actual"
    role, purpose = SECONDS[derivation]
    asked = {"printed": printed.figure_id, "role": role}
    for (second,) in database.execute(SECOND, asked).fetchall():
        if failing(database, purpose, beside["figure_id"], second) is None:
            row = database.execute("SELECT * FROM figures WHERE figure_id = ?", [second])
            return Figure.of(beside), Figure.of(row.fetchone())
    return "base" if derivation == "growth" else role


def force(test: Test) -> int | None:
    """Count the values of the printed form that would have been consistent; `None` is no end."""
    recomputed, unit = test.recomputed(), test.printed.unit_of_last_place
    if recomputed.low is None or recomputed.high is None or test.printed.bound != "exact":
        return None
    reach = (test.printed.step / unit).ceiling() + 1
    lowest = (recomputed.low / unit).floor() - reach
    highest = (recomputed.high / unit).ceiling() + reach
    here = test.printed.digits
    return sum(
        _with(test, printed=test.printed.moved(digits - here)).outcome() == "consistent"
        for digits in range(lowest, highest + 1)
    )


def flip(test: Test) -> dict[str, object] | None:
    """Return the change of an input by the fewest units of its last place that changes the outcome.

    Of equal ones the first input's, and of those the fall; none falls to zero.
    """
    here = test.outcome()
    for name, units in _moves(FARTHEST):
        moved = getattr(test, name).moved(units)
        if moved.digits <= 0:
            continue
        there = _with(test, **{name: moved}).outcome()
        if there != here:
            return {
                "figure": moved.figure_id,
                "units": units,
                "change": Quotient(units) * moved.unit_of_last_place,
                "outcome": there,
            }
    return None


def _moves(farthest: int) -> Iterator[tuple[str, int]]:
    for size in range(1, farthest + 1):
        for name in ("first", "second"):
            yield from ((name, -size), (name, size))


def _with(test: Test, **changed: Figure) -> Test:
    figures = {name: getattr(test, name) for name in ("printed", "first", "second")}
    return Test(**{**figures, **changed}, growth=test.growth)
