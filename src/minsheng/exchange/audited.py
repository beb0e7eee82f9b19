"""The audit in the export of an edition: every printed percentage with the outcome of its test."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from minsheng import audit, data
from minsheng.audit import Derivation, Finding, Missing, Outcome
from minsheng.exchange.values import Closed, Exact, Range, Text
from minsheng.quantity import in_full


@dataclass(frozen=True)
class InputFlip(Closed):
    """The smallest change of a printed input that changes the outcome."""

    figure: str
    units: int
    """Counted in units of the input's last printed place; negative where it falls."""
    change: Exact
    """The same in base units."""
    outcome: Outcome
    """The outcome that it leads to."""


@dataclass(frozen=True)
class Line(Closed):
    """The test of one printed percentage."""

    printed: str
    """The figure that is tested."""
    derivation: Derivation
    outcome: Outcome
    missing: Missing | None
    """Which input is not printed or not comparable; null where the test could be made."""
    inputs: tuple[str, ...]
    recomputed_pct: Range | None
    naive_pct: Exact | None
    """What the printed values give, without their rounding."""
    possible_step_pct: Exact | None
    """Where whole counts allow only multiples of one step: that step."""
    force: int | None
    """How many values of the printed form would have passed; null without a test or an end."""
    outcome_if_truncated: Outcome
    """The outcome if every measured number had been cut off instead of rounded."""
    flip: InputFlip | None


@dataclass(frozen=True)
class Relation(Closed):
    """A relation between published figures that the catalogue declares."""

    key: str
    nature: data.Nature
    form: data.Form
    parts: tuple[str, ...]
    whole: str
    finding: Finding
    why: Text
    """Why it should hold."""


@dataclass(frozen=True)
class Audit(Closed):
    """The tests of an edition."""

    printed: int
    """How many percentages are printed."""
    tested: int
    """How many of them could be tested at all."""
    lines: tuple[Line, ...]
    relations: tuple[Relation, ...]


def audited(view: data.View) -> Audit:
    """Return the audit of a view's edition as the export writes it."""
    found = audit.audit(view)
    return Audit(
        printed=len(found.lines),
        tested=len(found.tested),
        lines=tuple(map(_line, found.lines)),
        relations=tuple(map(_relation, found.relations)),
    )


def _line(line: audit.Line) -> Line:
    found = line.recomputed
    grid = None if found is None else found.grid_pct
    return Line(
        printed=line.printed.figure_id,
        derivation=line.derivation,
        outcome=line.outcome,
        missing=line.missing,
        inputs=keys(line.inputs),
        recomputed_pct=None if found is None else Range.of(found.value_pct),
        naive_pct=None if found is None else in_full(found.naive_pct),
        possible_step_pct=None if grid is None else in_full(grid),
        force=line.force,
        outcome_if_truncated=line.truncated,
        flip=None if line.flip is None else _flip(line.flip),
    )


def _flip(flip: audit.InputFlip) -> InputFlip:
    return InputFlip(flip.figure.figure_id, flip.units, in_full(flip.change), flip.outcome)


def _relation(line: audit.RelationLine) -> Relation:
    return Relation(
        key=line.relation.key,
        nature=line.relation.nature,
        form=line.relation.form,
        parts=keys(line.parts),
        whole=line.whole.figure_id,
        finding=line.finding,
        why=Text.of(line.relation.why),
    )


def keys(figures: Iterable[data.Figure]) -> tuple[str, ...]:
    """Return the ids of figures, in their order."""
    return tuple(figure.figure_id for figure in figures)
