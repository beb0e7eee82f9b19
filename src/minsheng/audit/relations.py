"""Relations between measures that the catalogue declares, tested on one edition's figures."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import reduce
from operator import add

from minsheng.data import Figure, Form, Nature, Relation, View
from minsheng.quantity import Interval


class Finding(StrEnum):
    """What the figures say of a relation.

    Only a definitional one can be contradicted; a plausible one that fails is remarkable.
    """

    HOLDS = "holds"
    OPEN = "open"
    CONTRADICTED = "contradicted"
    REMARKABLE = "remarkable"
    DIFFERENT_PERIODS = "different_periods"


@dataclass(frozen=True)
class RelationLine:
    """A relation whose figures are all published, and what they say of it."""

    relation: Relation
    parts: tuple[Figure, ...]
    whole: Figure
    finding: Finding

    @property
    def inputs(self) -> tuple[Figure, ...]:
        """Every figure that the relation is about."""
        return (*self.parts, self.whole)


def related(view: View) -> Iterator[RelationLine]:
    """Yield every relation all of whose figures the view's edition holds."""
    for relation in view.edition.catalogue.relations.values():
        whole = view.find(relation.whole)
        parts = [view.find(part) for part in relation.parts]
        found = tuple(part for part in parts if part is not None)
        if whole is not None and len(found) == len(parts):
            yield RelationLine(relation, found, whole, _finding(relation, found, whole))


def _finding(relation: Relation, parts: tuple[Figure, ...], whole: Figure) -> Finding:
    if any(part.period != whole.period for part in parts):
        return Finding.DIFFERENT_PERIODS
    terms = [part.enclosure() for part in parts]
    if relation.form is Form.SUM:
        holds = _adds_up(terms, whole.enclosure())
    else:
        holds = _all([_at_most(term, whole.enclosure()) for term in terms])
    if holds is False:
        contradicts = relation.nature is Nature.DEFINITIONAL
        return Finding.CONTRADICTED if contradicts else Finding.REMARKABLE
    return Finding.HOLDS if holds else Finding.OPEN


def _adds_up(terms: list[Interval], whole: Interval) -> bool | None:
    """Tell whether the parts add up: no, or it is possible; only points are certain."""
    total = reduce(add, terms)
    if total.meet(whole) is None:
        return False
    return True if total.is_point and whole.is_point else None


def _at_most(part: Interval, whole: Interval) -> bool | None:
    """Tell whether a part is at most the whole; `None` where rounding leaves it open."""
    return (whole - part).reaches(0)


def _all(answers: list[bool | None]) -> bool | None:
    if False in answers:
        return False
    return None if None in answers else True
