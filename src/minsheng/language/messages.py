"""The book's generated strings: marked here and there, translated by gettext.

English is the source. A string is marked with `_` or `plural` where it is written and translated
when a language is known; `babel` extracts both.
"""

from __future__ import annotations

import gettext
import io
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from minsheng import paths
from minsheng.digests import digest
from minsheng.errors import Fault, UsageFault

DOMAIN = "minsheng"
_MADE_OF = "made_of"


def _(text: str) -> str:
    """Mark a string for translation and return it unchanged."""
    return text


@dataclass(frozen=True)
class Plural:
    """A marked string with a form for one and a form for many, both with the slot `{n}`."""

    one: str
    many: str


def plural(one: str, many: str) -> Plural:
    """Mark a string that depends on a count."""
    return Plural(one, many)


@lru_cache
def translations(lang: str) -> gettext.NullTranslations:
    """Return the catalogue of a language; English needs none.

    The text of the catalogue itself is read, so that no compiled copy can be older than it.
    Raises `UsageFault` where the book has no translations into it yet.
    """
    if lang == "en":
        return gettext.NullTranslations()
    path = paths.CATALOGUES / f"{DOMAIN}.po"
    if not path.exists():
        rule = "There are no translations into this language yet."
        raise UsageFault([Fault(paths.relative(path), rule, "use lang=en", value=lang)])
    text = path.read_bytes()
    found = gettext.GNUTranslations(io.BytesIO(compiled(text)))
    vars(found)[_MADE_OF] = digest(text)
    return found


def translations_digest(lang: str) -> str:
    """Return the digest of the catalogue that this process translates by; empty for English."""
    made_of: str = vars(translations(lang)).get(_MADE_OF, "")
    return made_of


def compile_ahead(names: str = f"{DOMAIN}.po") -> None:
    """Compile catalogues as they are now, for processes forked from this one that find them so."""
    for path in paths.CATALOGUES.glob(names):
        with suppress(OSError, ValueError):  # whoever reads it says so
            compiled(path.read_bytes())


@lru_cache
def compiled(catalogue: bytes) -> bytes:
    """Return a catalogue as gettext and Sphinx read it; the same text is compiled once.

    No time of day stands in it.
    """
    read, body = read_po(io.BytesIO(catalogue)), io.BytesIO()
    read.creation_date = datetime.fromtimestamp(0, UTC)
    write_mo(body, read)
    return body.getvalue()
