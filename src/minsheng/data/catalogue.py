"""Read `data/catalogue.yml`: what the book knows about measures, chapters, agencies and regions."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from minsheng import paths
from minsheng.data.entries import (
    Break,
    Catalogue,
    ChapterEntry,
    Comparison,
    Definition,
    Measure,
    Quality,
    Refusal,
    Region,
    Relation,
    Scope,
)
from minsheng.data.period import Period
from minsheng.data.vocabulary import (
    ComparisonKind,
    Direction,
    Form,
    Nature,
    Requirement,
    Unit,
    Verification,
)
from minsheng.data.yaml_text import bilingual, read_mapping, whole, word, words
from minsheng.errors import Fault, InputFault

Entry = TypeVar("Entry")


def read_catalogue(path: Path | None = None) -> Catalogue:
    """Return the catalogue; raises `InputFault` where it is not well formed."""
    path = path or paths.DATA / "catalogue.yml"
    name = paths.relative(path)
    tree = read_mapping(path, "six")
    measures = _each(tree, "measures", name, _measure)
    return Catalogue(
        regions=_each(tree, "regions", name, _region),
        agencies=_each(tree, "agencies", name, lambda _, entry: bilingual(entry["name"])),
        parts=_each(tree, "parts", name, lambda _, entry: bilingual(entry["name"])),
        chapters=_each(tree, "chapters", name, partial(_chapter, tuple(measures))),
        measures=measures,
        relations=_each(tree, "relations", name, _relation),
    )


def _each(
    tree: Mapping[str, Any], part: str, name: str, make: Callable[[str, Any], Entry]
) -> dict[str, Entry]:
    """Make one object of every entry of a part; all broken entries are named at once."""
    if not isinstance(tree.get(part), dict):
        rule = f"The part {part} is missing or no mapping."
        raise InputFault([Fault(name, rule, f"restore the part {part}")])
    made: dict[str, Entry] = {}
    faults = []
    for key, entry in tree[part].items():
        try:
            made[str(key)] = make(str(key), entry)
        except (KeyError, TypeError, ValueError) as error:
            rule = f"The entry {part}.{key} is incomplete or wrong: {error}."
            faults.append(Fault(name, rule, "compare it with its neighbours", column=part))
    if faults:
        raise InputFault(faults)
    return made


def _region(code: str, entry: Mapping[str, Any]) -> Region:
    return Region(code, bilingual(entry["name"]), word(entry["level"]))


def _chapter(measures: tuple[str, ...], key: str, entry: Mapping[str, Any]) -> ChapterEntry:
    reads = measures if entry["reads"] == "all" else words(entry["reads"])
    return ChapterEntry(
        key,
        word(entry["part"]),
        bilingual(entry["title"]),
        bilingual(entry["question"]),
        reads,
        Requirement(entry.get("requires", "figures")),
    )


def _measure(key: str, entry: Mapping[str, Any]) -> Measure:
    return Measure(
        key=key,
        name=bilingual(entry["name"]),
        unit=Unit(entry["unit"]),
        definition=_definition(entry.get("definition")),
        direction=Direction(entry.get("direction", "none")),
        agency=word(entry["agency"] or ""),
        chapter=word(entry["chapter"]),
        verification=Verification(entry.get("verification", "self_reported")),
        caveats=tuple(bilingual(each) for each in entry.get("caveats", ())),
        breaks=tuple(_break(each) for each in entry.get("breaks", ())),
        comparisons=tuple(_comparison(each) for each in entry.get("comparisons", ())),
        refusals=tuple(_refusal(each) for each in entry.get("refusals", ())),
        quality=_quality(entry.get("quality")),
        covers=words(entry.get("covers", [])),
    )


def _break(entry: Mapping[str, Any]) -> Break:
    return Break(whole(entry["year"]), bilingual(entry["what"]))


def _definition(entry: Mapping[str, str] | None) -> Definition | None:
    return None if entry is None else Definition(bilingual(entry), word(entry["source"]))


def _comparison(entry: Mapping[str, Any]) -> Comparison:
    kind, why, scope = ComparisonKind(entry["kind"]), bilingual(entry["why"]), _scope(entry)
    if kind is not ComparisonKind.RATIO:
        return Comparison(kind, why, scope)
    return Comparison(
        kind,
        why,
        scope,
        word(entry["key"]),
        word(entry["with"]),
        bilingual(entry["name"]),
        Unit(entry["unit"]),
        whole(entry["decimals"]),
    )


def _scope(entry: Mapping[str, Any]) -> Scope:
    """Read what a comparison is limited to; codes and periods must stand in quotation marks."""
    regions, periods = entry.get("regions", ()), entry.get("periods", ())
    if not all(isinstance(each, str) for each in (*regions, *periods)):
        raise ValueError("a region code or period must stand in quotation marks")
    return Scope(tuple(regions), tuple(Period.parse(each) for each in periods))


def _relation(key: str, entry: Mapping[str, Any]) -> Relation:
    return Relation(
        key,
        Nature(entry["nature"]),
        Form(entry["form"]),
        words(entry["parts"]),
        word(entry["whole"]),
        bilingual(entry["why"]),
    )


def _refusal(entry: Mapping[str, Any]) -> Refusal:
    return Refusal(
        bilingual(entry["subject"]),
        bilingual(entry["why"]),
        word(entry.get("with") or ""),
        word(entry.get("comparing") or ""),
    )


def _quality(entry: Mapping[str, Any] | None) -> Quality | None:
    if entry is None:
        return None
    return Quality(**{name: bilingual(entry[name]) for name in Quality.__dataclass_fields__})
