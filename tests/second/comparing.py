"""The published results held against the second ones: field by field, in value and verdict."""

from collections.abc import Iterator
from typing import Any

from second.quotient import Quotient
from second.ranges import Range
from second.results import Fields, Results, keyed

# What the export takes over from the tables in words, and what only says where something stands.
TEXTS = {
    "id", "key", "text", "name", "note", "unit_note", "why", "subject", "formula", "printed_form",
    "agency", "claim_locator", "locator", "results",
}  # fmt: skip
TEXTS_OF_PROMISES = TEXTS | {"source"}
DESCRIPTIONS = {"format", "format_version", "licence", "edition", "sources", "measures"}
PLACES = Quotient(10**6)


def differences(document: dict[str, Any], second: Results) -> list[str]:
    """Return a sentence for each field in which an export and the second results differ."""
    published = _parts(document)
    found = [f"{part}: published and not recomputed" for part in published.keys() - second.keys()]
    for part in second:
        found += compared(part, published.get(part, {}), second[part])
    return sorted(found)


def _parts(document: dict[str, Any]) -> Results:
    """Return the parts of an export by the keys of their items."""
    parts = {name: part for name, part in document.items() if name not in DESCRIPTIONS}
    own_rule, audit = parts.pop("own_rule"), dict(parts.pop("audit"))
    lines, relations = audit.pop("lines"), audit.pop("relations")
    return {
        **{name: keyed(name, items) for name, items in parts.items()},
        "own_rule": {"edition": own_rule},
        "audit": {"counts": audit},
        "audit.lines": keyed("audit.lines", lines),
        "audit.relations": keyed("audit.relations", relations),
    }


def compared(part: str, published: dict[str, Fields], computed: dict[str, Fields]) -> Iterator[str]:
    """Yield a sentence for each field of one part in which the two sides differ."""
    taken_over = TEXTS_OF_PROMISES if part == "promises" else TEXTS
    for key in published.keys() | computed.keys():
        if key not in computed:
            yield f"{part}: {key}: published and not recomputed"
        elif key not in published:
            yield f"{part}: {key}: recomputed and not published"
        else:
            results = {n: value for n, value in published[key].items() if n not in taken_over}
            yield from _fields(f"{part}: {key}", results, computed[key])


def _fields(where: str, published: Any, computed: Any) -> Iterator[str]:
    """Yield the differences of a field, down to single values; a list is told by its places."""
    if isinstance(computed, Range):
        computed = _ends(computed)
    if isinstance(computed, list) and isinstance(published, list):
        published, computed = dict(enumerate(published)), dict(enumerate(computed))
    if isinstance(computed, dict) and isinstance(published, dict):
        for name in sorted(published.keys() | computed.keys()):
            if name not in published or name not in computed:
                alone = "recomputed" if name in computed else "published"
                yield f"{where}: {name}: only {alone}"
            else:
                yield from _fields(f"{where}: {name}", published[name], computed[name])
    elif not _same(published, computed):
        yield f"{where}: the book publishes {published}, the second implementation has {computed}"


def _ends(found: Range) -> Fields:
    """Return a range as the export writes it, with its ends as decimals that still enclose it."""
    low, high = found.low, found.high
    return {
        "low": low,
        "low_closed": found.low_closed,
        "low_decimal": low and Quotient((low * PLACES).floor()) / PLACES,
        "high": high,
        "high_closed": found.high_closed,
        "high_decimal": high and Quotient((high * PLACES).ceiling()) / PLACES,
    }


def _same(published: Any, computed: Any) -> bool:
    if isinstance(computed, Quotient):
        return isinstance(published, str) and Quotient.of(published) == computed
    return type(published) is type(computed) and published == computed
