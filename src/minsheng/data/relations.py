"""The rules of the relations that the catalogue declares between measures."""

from collections.abc import Iterator

from minsheng.data.entries import Catalogue, Relation
from minsheng.data.vocabulary import Form
from minsheng.errors import Fault

CATALOGUE = "data/catalogue.yml"


def relation_faults(catalogue: Catalogue) -> Iterator[Fault]:
    """Yield relations that say nothing, add different units, or run in a circle."""
    for relation in catalogue.relations.values():
        yield from _parts(relation)
        if relation.form is Form.SUM:
            yield from _sum(relation, catalogue)
    yield from _circles(catalogue)


def _parts(relation: Relation) -> Iterator[Fault]:
    least = 2 if relation.form is Form.SUM else 1
    if len(relation.parts) < least:
        rule = f"A relation of the form {relation.form} names at least {least} parts."
        yield _fault(relation, rule, "name its parts")
    if len(set(relation.parts)) < len(relation.parts):
        yield _fault(relation, "A part stands twice.", "keep it once")


def _sum(relation: Relation, catalogue: Catalogue) -> Iterator[Fault]:
    named = [catalogue.measures.get(key) for key in (*relation.parts, relation.whole)]
    units = {measure.unit for measure in named if measure is not None}
    if len(units) > 1:
        rule = f"Parts of different units do not add up: {', '.join(sorted(units))}."
        yield _fault(relation, rule, "name measures of one unit")


def _circles(catalogue: Catalogue) -> Iterator[Fault]:
    """Yield every relation whose whole is, through others, part of one of its own parts."""
    above: dict[str, set[str]] = {}
    for relation in catalogue.relations.values():
        for part in relation.parts:
            above.setdefault(part, set()).add(relation.whole)
    for relation in catalogue.relations.values():
        if set(relation.parts) & _reached(relation.whole, above):
            rule = "The whole is, directly or through other relations, part of its own part."
            yield _fault(relation, rule, "turn one relation of the circle round, or delete it")


def _reached(start: str, above: dict[str, set[str]]) -> set[str]:
    """Return `start` and everything that it is part of."""
    reached, waiting = set(), [start]
    while waiting:
        here = waiting.pop()
        if here not in reached:
            reached.add(here)
            waiting += sorted(above.get(here, ()))
    return reached


def _fault(relation: Relation, rule: str, remedy: str) -> Fault:
    return Fault(CATALOGUE, rule, remedy, None, "relations", relation.key)
