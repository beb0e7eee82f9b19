"""Read `data/rules.yml` and check it: its shape by its contract, then what spans parts."""

from collections.abc import Collection, Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from minsheng import paths
from minsheng.data.decision import Class, OwnRule, Rules
from minsheng.data.judgement import Method, Ruling, State
from minsheng.data.yaml_text import line_of, read_mapping
from minsheng.errors import Fault, InputFault

CONTRACT = TypeAdapter(Rules)
_REMEDIES = {
    "missing": "add the key; the data dictionary says what it holds",
    "unexpected_keyword_argument": "delete the key, or correct its name",
    "enum": "use one of the words of its vocabulary",
}
Place = Sequence[str | int]
NEEDED = {
    Method.ATTAINMENT: ("classes",),
    Method.SCHEDULE: ("classes",),
    Method.GROWTH: ("classes", "without_target", "achieved"),
    Method.CHANGE: ("criteria",),
}


def read_rules(path: Path | None = None) -> Rules:
    """Return the rules; raises `InputFault` with every fault of the file."""
    path = path or paths.DATA / "rules.yml"
    try:
        rules = CONTRACT.validate_python(read_mapping(path, "named"))
    except ValidationError as error:
        raise InputFault([_shape_fault(path, each) for each in _innermost(error)]) from error
    faults = [*_own_faults(path, rules.own_rule), *_vote_faults(path, rules)]
    faults += _yardstick_faults(path, rules)
    if faults:
        raise InputFault(faults)
    return rules


def _innermost(error: ValidationError) -> list[Any]:
    """Return the errors without those that only follow from one further inside."""
    found = error.errors()
    return [
        each for each in found if not any(_is_around(each["loc"], other["loc"]) for other in found)
    ]


def _is_around(outer: Place, inner: Place) -> bool:
    return len(outer) < len(inner) and inner[: len(outer)] == outer


def _shape_fault(path: Path, error: Any) -> Fault:
    place = [part for part in error["loc"] if part != "[key]"]
    held = error["input"] if isinstance(error["input"], str | int | float | bool) else None
    rule = f"{error['msg'].removeprefix('Value error, ')}."
    rule = f"{rule[:1].upper()}{rule[1:]}"
    remedy = _REMEDIES.get(error["type"], "compare it with the contract of the file")
    return _fault(path, place, None if held is None else str(held), rule, remedy)


def _own_faults(path: Path, rule: OwnRule) -> Iterator[Fault]:
    for number, step in enumerate(rule.steps):
        place = ("own_rule", "steps", number)
        if (step.at_least is None) == (step.at_least_pct is None):
            held = "neither" if step.at_least is None else "both"
            text = "A step has one threshold: at_least or at_least_pct."
            yield _fault(path, place, held, text, "give one of the two")
    yield from _missing(path, "results", Ruling, rule.results)
    yield from _missing(path, "reasons", State, rule.reasons)


def _vote_faults(path: Path, rules: Rules) -> Iterator[Fault]:
    for key, rule in rules.votes.items():
        for number, clause in enumerate(rule.clauses):
            for index, each in enumerate(clause.when):
                given = (each.at_least, each.below, each.at_most)
                if sum(bound is not None for bound in given) != 1:
                    place = ("votes", key, "clauses", number, "when", index)
                    text = "A condition has one bound: at_least, below or at_most."
                    yield _fault(path, place, clause.opinion, text, "give one of the three")


def _yardstick_faults(path: Path, rules: Rules) -> Iterator[Fault]:
    for key, each in rules.yardsticks.items():
        for part in NEEDED[each.method]:
            if getattr(each, part) in (None, ()):
                rule = f"A yardstick of the method {each.method} needs the part {part}."
                yield _fault(path, ("yardsticks", key), part, rule, "add it from its source")
        for part in ("classes", "without_target"):
            yield from _class_faults(path, ("yardsticks", key, part), getattr(each, part))
        named = [one.result for one in (*each.classes, *each.without_target)]
        for word in dict.fromkeys((*named, *filter(None, (each.achieved,)))):
            if word not in each.results:
                rule = f"The results say nothing of {word}."
                yield _fault(path, ("yardsticks", key, "results"), word, rule, "add it there")


def _class_faults(path: Path, place: Place, classes: Sequence[Class]) -> Iterator[Fault]:
    bounds = [each.at_least for each in classes]
    held = [bound for bound in bounds[:-1] if bound is not None]
    if classes and (len(held) != len(bounds) - 1 or bounds[-1] is not None):
        rule = "Every class but the last has a bound, and the last has none."
        yield _fault(path, place, None, rule, "give each its at_least, and let the last go without")
    elif sorted(set(held), reverse=True) != held:
        rule = "The classes do not fall from the highest bound to the lowest."
        yield _fault(path, place, None, rule, "put them in order")


def _missing(
    path: Path, part: str, words: type[StrEnum], held: Collection[StrEnum]
) -> Iterator[Fault]:
    for word in words:
        if word not in held:
            rule = f"The part {part} says nothing of {word}."
            yield _fault(path, ("own_rule", part), word, rule, "add it in both languages")


def _fault(path: Path, place: Place, value: str | None, rule: str, remedy: str) -> Fault:
    key = ".".join(map(str, place)) or None
    return Fault(paths.relative(path), rule, remedy, line_of(path, place), key, value)
