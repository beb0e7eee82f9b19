"""The book's generated strings: marked here and there, translated by gettext.

English is the source. A string is marked with `_` or `plural` where it is written and translated
when a language is known; `babel` extracts both.
"""

from __future__ import annotations

import gettext
from dataclasses import dataclass
from functools import lru_cache

from minsheng import paths
from minsheng.errors import Fault, UsageFault

DOMAIN = "minsheng"


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

    Raises `UsageFault` where the book has no translations into it yet.
    """
    if lang == "en":
        return gettext.NullTranslations()
    try:
        return gettext.translation(DOMAIN, paths.LOCALE, languages=["zh_CN"])
    except FileNotFoundError as error:
        rule = "There are no translations into this language yet."
        raise UsageFault([Fault("locale/zh_CN", rule, "use lang=en", value=lang)]) from error
