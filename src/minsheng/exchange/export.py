"""Editions as JSON with their JSON Schema: the same bytes every time.

Format: JSON Schema, draft 2020-12, made from the classes of `minsheng.exchange.document`.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, replace
from pathlib import Path

from pydantic import TypeAdapter
from pydantic_core import to_json

from minsheng.data import Edition, Figure
from minsheng.exchange import across, judged, published, ruled
from minsheng.exchange.audited import audited
from minsheng.exchange.document import Document
from minsheng.files import write_together

SCHEMA_NAME = "edition.schema.json"
_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def document(edition: Edition) -> Document:
    """Return one edition as the export writes it."""
    view = edition.whole()
    made = Document(
        format="minsheng-edition",
        format_version="1.0",
        licence="CC-BY-4.0",
        edition=published.edition_part(edition),
        sources=(),
        measures=(),
        figures=published.figures(edition.figures.values()),
        cited=(),
        promises=judged.promises(view),
        own_rule=ruled.own_rule(view),
        yardsticks=ruled.yardsticks(edition),
        votes=ruled.votes(edition),
        ratios=judged.ratios(view),
        recovered=judged.recovered(view),
        growth=across.growth(view),
        shares_of_year=across.shares(view),
        audit=audited(view),
        refusals=judged.refusals(view),
    )
    cited = _cited(edition, made)
    return replace(
        made,
        sources=published.sources(edition, cited),
        measures=published.measures(edition, cited),
        cited=published.figures(cited),
    )


def _cited(edition: Edition, made: Document) -> tuple[Figure, ...]:
    """Return the figures beyond the edition that anything in the document names by its id."""
    named = set(_words(asdict(made)))
    beyond = {**edition.others, **edition.context}
    return tuple(figure for figure_id, figure in beyond.items() if figure_id in named)


def _words(tree: object) -> Iterator[str]:
    if isinstance(tree, dict):
        tree = (*tree.values(),)
    if isinstance(tree, tuple):
        for part in tree:
            yield from _words(part)
    elif isinstance(tree, str):
        yield tree


def edition_name(year: int) -> str:
    """Return the name of an edition's file."""
    return f"edition-{year}.json"


def edition_json(edition: Edition) -> str:
    """Return one edition as JSON text that ends in a newline."""
    return to_json(document(edition), indent=2).decode("utf-8") + "\n"


def schema_json() -> str:
    """Return the JSON Schema of the export as text that ends in a newline."""
    schema = {"$schema": _DIALECT, **TypeAdapter(Document).json_schema(mode="serialization")}
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def edition_texts(editions: Iterable[Edition]) -> dict[str, str]:
    """Return editions as text by the name of the file."""
    return {edition_name(each.year): edition_json(each) for each in editions}


def write_editions(editions: Iterable[Edition], folder: Path) -> tuple[Path, ...]:
    """Write editions and their schema into a folder, all or none; return the files.

    Raises `OutputFault` where the folder cannot be written to.
    """
    texts = {SCHEMA_NAME: schema_json(), **edition_texts(editions)}
    files = {folder / name: text for name, text in texts.items()}
    write_together(files)
    return tuple(files)
