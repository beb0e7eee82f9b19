"""Keys that must exist elsewhere: between tables, and from tables and chapters to the catalogue."""

from collections.abc import Collection, Iterable, Iterator, Mapping

import pandas as pd

from minsheng.data.contract import Column, Table
from minsheng.data.decision import Rules
from minsheng.data.entries import Catalogue
from minsheng.errors import Fault

Frames = Mapping[str, tuple[Table, pd.DataFrame]]
CATALOGUE, RULES = "data/catalogue.yml", "data/rules.yml"


def reference_faults(frames: Frames, catalogue: Catalogue, rules: Rules) -> Iterator[Fault]:
    """Yield every key that points nowhere, and every figure id that stands in two files."""
    known = _known(frames, catalogue) | {"rules.votes": frozenset(rules.votes)}
    for name, (table, frame) in frames.items():
        for column in table.columns:
            if column.refers is not None:
                yield from _column_faults(name, frame, column, known[column.refers])
    yield from _twice(frames)
    yield from _catalogue_faults(catalogue, known["sources.source_id"])
    yield from _rule_faults(rules, known["sources.source_id"], catalogue)


def _rule_faults(rules: Rules, sources: frozenset[str], catalogue: Catalogue) -> Iterator[Fault]:
    for key, vote in rules.votes.items():
        yield from _missing("votes", key, (vote.source,), sources, RULES)
    for key, yardstick in rules.yardsticks.items():
        yield from _missing("yardsticks", key, (yardstick.source,), sources, RULES)
        measures = yardstick.criteria or {}
        yield from _missing("yardsticks", key, measures, catalogue.measures, RULES)


def _known(frames: Frames, catalogue: Catalogue) -> dict[str, frozenset[str]]:
    known = {
        f"catalogue.{part}": frozenset(getattr(catalogue, part))
        for part in ("regions", "agencies", "parts", "chapters", "measures")
    }
    for table, frame in frames.values():
        keys = frozenset(frame[table.primary])
        known[table.keyspace] = known.get(table.keyspace, frozenset()) | keys
    return known


def _column_faults(
    name: str, frame: pd.DataFrame, column: Column, known: frozenset[str]
) -> Iterator[Fault]:
    for line, value in zip(frame.index, frame[column.name].tolist(), strict=True):
        if value and value not in known:
            rule = f"{column.refers} does not hold this key."
            remedy = "correct the key, or add its entry there first"
            yield Fault(name, rule, remedy, int(line), column.name, value)


def _twice(frames: Frames) -> Iterator[Fault]:
    seen: dict[tuple[str, str], str] = {}
    for name, (table, frame) in frames.items():
        for line, value in frame[table.primary].items():
            first = seen.setdefault((table.keyspace, value), name)
            if first != name:
                rule = f"The key stands in {first} too."
                yield Fault(name, rule, "rename one", int(str(line)), table.primary, value)


def _catalogue_faults(catalogue: Catalogue, sources: frozenset[str]) -> Iterator[Fault]:
    for key, chapter in catalogue.chapters.items():
        yield from _missing("chapters", key, (chapter.part,), catalogue.parts)
        yield from _missing("chapters", key, chapter.reads, catalogue.measures)
    for key, measure in catalogue.measures.items():
        yield from _missing("measures", key, filter(None, (measure.agency,)), catalogue.agencies)
        yield from _missing("measures", key, measure.covers, catalogue.measures)
        yield from _missing("measures", key, (measure.chapter,), catalogue.chapters)
        partners = [each.partner for each in measure.comparisons]
        partners += [each.partner for each in measure.refusals]
        yield from _missing("measures", key, filter(None, partners), catalogue.measures)
        if measure.definition is not None:
            yield from _missing("measures", key, (measure.definition.source,), sources)
        if any(each.partner == key for each in measure.comparisons):
            rule = f"The measure {key} is declared comparable with itself."
            yield Fault(CATALOGUE, rule, "name another measure", None, "measures", key)
        for comparison in measure.comparisons:
            yield from _missing("measures", key, comparison.scope.regions, catalogue.regions)
    for key, relation in catalogue.relations.items():
        named = (*relation.parts, relation.whole)
        yield from _missing("relations", key, named, catalogue.measures)


def _missing(
    part: str, key: str, wanted: Iterable[str], known: Collection[str], file: str = CATALOGUE
) -> Iterator[Fault]:
    for value in wanted:
        if value not in known:
            rule = f"The entry {part}.{key} names a key that does not exist."
            yield Fault(file, rule, "correct it, or add its entry", None, part, str(value))
