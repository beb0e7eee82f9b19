"""The export of all editions, worked out once for the pages of all languages, and kept.

The schema is worked out again only where the library is another, the editions where the data or
the translations are.
"""

import json
from collections.abc import Callable

from minsheng import paths, sealed
from minsheng.data import Book, kept_under, load_book, read_by
from minsheng.digests import joint_digest
from minsheng.exchange.export import SCHEMA_NAME, edition_texts, schema_json
from minsheng.language import LANGUAGES
from minsheng.language.messages import translations_digest


def ready_export() -> dict[str, str]:
    """Return every edition of the book and their schema, as text by the name of the file.

    Raises `OutputFault` where it cannot be kept.
    """
    book = load_book()
    editions: dict[str, str] = json.loads(_kept("editions", _key(book), lambda: _texts(book)))
    return {SCHEMA_NAME: _kept("schema", read_by(), schema_json), **editions}


def _key(book: Book) -> str:
    """Return a digest of the data and words at hand; empty where the data cannot be told."""
    words = {lang: translations_digest(lang) for lang in LANGUAGES}
    return kept_under(book) and joint_digest({"data": kept_under(book), **words})


def _texts(book: Book) -> str:
    return json.dumps(edition_texts(map(book.edition, book.editions())))


def _kept(name: str, key: str, make: Callable[[], str]) -> str:
    """Return a text as it was kept under a key, or made and kept; without a key, as it is made."""
    place = paths.BUILD / "read" / name
    known = sealed.kept(place, key) if key else None
    if known is not None:
        return known.decode()
    text = make()
    if key:
        sealed.keep(place, key, text.encode())
    return text
