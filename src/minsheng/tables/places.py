"""Cells made of what data hold as text: a place in a source, the text of a promise."""

from minsheng.data import Figure, Promise
from minsheng.facts import Fact, within_text
from minsheng.language import Language
from minsheng.tables.cell import Quoted, Told


def place(lang: Language, locator: str) -> Quoted | str:
    """Return where something stands: a part and paragraph in words, or the words themselves."""
    words = lang.locator(locator)
    return words if "/" in locator else Quoted(words)


def promise_text(
    lang: Language, promise: Promise, target: Figure | None, address: str = ""
) -> Told:
    """Return what was promised, the number of its target tagged; with an `address` as a link."""
    text = promise.text.within(lang.code)
    parts: tuple[Fact | str, ...] = (text,) if target is None else within_text(lang, text, target)
    return Told(parts, address)
