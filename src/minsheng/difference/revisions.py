"""Two states of the data on one edition: what sources say set apart from how the book reads it.

Between them stands a third, with the data of the first and the method of the second. From the first
to the third only the method changes, from the third to the second only the data.
"""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from minsheng.commentary import verbatim
from minsheng.data import Book
from minsheng.difference import told
from minsheng.difference.change import Change, Difference, Kind, Nature, Told, changes
from minsheng.language import Language
from minsheng.verdict import assess_all

BEFORE, AFTER = "{year}, before", "{year}, after"
# Names and notes of the catalogue are how the book speaks, not how it computes.
COMPUTING = ("unit", "direction", "comparisons", "refusals", "covers")


def between_revisions(lang: Language, before: Book, after: Book, year: int) -> Difference:
    """Return what differs between two states of one edition.

    Raises `UsageFault` where one of them does not hold the edition.
    """
    return Difference(
        BEFORE.format(year=year),
        AFTER.format(year=year),
        (
            *_data(lang, before, after, year),
            *changes(Kind.RULE, Nature.METHOD, _method(lang, before), _method(lang, after)),
            *_judgements(lang, before, after, year),
        ),
    )


def _data(lang: Language, before: Book, after: Book, year: int) -> Iterator[Change]:
    old, new = before.edition(year), after.edition(year)
    for kind, sides in {
        Kind.EDITION: [told.edition(lang, each.entry) for each in (old, new)],
        Kind.PROMISE: [told.promised(lang, each) for each in (old, new)],
        Kind.FIGURE: [
            told.figures(lang, each.figures.values(), lambda figure: figure.figure_id, whole=True)
            for each in (old, new)
        ],
    }.items():
        yield from changes(kind, Nature.DATA, *sides)


def _judgements(lang: Language, before: Book, after: Book, year: int) -> Iterator[Change]:
    catalogue = replace(
        after.catalogue, measures={**before.catalogue.measures, **after.catalogue.measures}
    )
    between = replace(before, catalogue=catalogue, rules=after.rules)
    sides = [_judged(lang, book, year) for book in (before, between, after)]
    for kind in sides[0]:
        yield from changes(kind, Nature.METHOD, sides[0][kind], sides[1][kind])
        yield from changes(kind, Nature.DATA, sides[1][kind], sides[2][kind])


def _judged(lang: Language, book: Book, year: int) -> dict[Kind, Told]:
    edition = book.edition(year)
    results = assess_all(edition)
    return {
        Kind.STATE: told.states(lang, results),
        Kind.SENTENCE: told.sentences(lang, results),
        Kind.RESULT: told.result(lang, edition, results),
    }


def _method(lang: Language, book: Book) -> Told:
    """Return every leaf of the rules and of what the catalogue declares, by its path."""
    measures = {
        key: {name: getattr(measure, name) for name in COMPUTING}
        for key, measure in book.catalogue.measures.items()
    }
    parts = {"rules": book.rules, "measures": measures, "relations": book.catalogue.relations}
    leaves = _leaves("", parts)
    return {path: verbatim(lang, leaf) for path, leaf in leaves}


def _leaves(path: str, part: Any) -> Iterator[tuple[str, str]]:
    inner: Mapping[Any, Any]
    if is_dataclass(part):
        inner = {field.name: getattr(part, field.name) for field in fields(part)}
    elif isinstance(part, Mapping):
        inner = part
    elif isinstance(part, tuple):
        inner = dict(enumerate(part))
    else:
        yield path, str(part)
        return
    for name, each in inner.items():
        yield from _leaves(f"{path}.{name}" if path else str(name), each)
