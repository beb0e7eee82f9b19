"""Editions as JSON with their JSON Schema: the same bytes every time.

Format: JSON Schema, draft 2020-12, made from the classes of `minsheng.exchange.document`.
"""

import json
from collections.abc import Iterable
from pathlib import Path

from pydantic import TypeAdapter

from minsheng.data import Edition
from minsheng.exchange import judged, published
from minsheng.exchange.document import Document
from minsheng.files import write_together

SCHEMA_NAME = "edition.schema.json"
_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_DOCUMENT = TypeAdapter(Document)


def document(edition: Edition) -> Document:
    """Return one edition as the export writes it."""
    view = edition.whole()
    return Document(
        format="minsheng-edition",
        format_version="1.0",
        licence="CC-BY-4.0",
        edition=published.edition_part(edition),
        sources=published.sources(edition),
        measures=published.measures(edition),
        figures=published.figures(edition),
        promises=judged.promises(view),
        ratios=judged.ratios(view),
        recovered=judged.recovered(view),
        refusals=judged.refusals(view),
    )


def edition_json(edition: Edition) -> str:
    """Return one edition as JSON text that ends in a newline."""
    return _DOCUMENT.dump_json(document(edition), indent=2).decode("utf-8") + "\n"


def schema_json() -> str:
    """Return the JSON Schema of the export as text that ends in a newline."""
    schema = {"$schema": _DIALECT, **_DOCUMENT.json_schema(mode="serialization")}
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def write_editions(editions: Iterable[Edition], folder: Path) -> tuple[Path, ...]:
    """Write editions and their schema into a folder, all or none; return the files.

    Raises `OutputFault` where the folder cannot be written to.
    """
    texts = {folder / SCHEMA_NAME: schema_json()}
    texts |= {folder / f"edition-{each.year}.json": edition_json(each) for each in editions}
    write_together(texts)
    return tuple(texts)
