"""What a cell of a table can hold, beside plain words: numbers, links, quotations, keys."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape
from string import Formatter

from minsheng.facts import Fact
from minsheng.language import Language


@dataclass(frozen=True)
class Link:
    """Words that lead somewhere within the book or to a source."""

    text: str
    address: str

    def html(self, lang: Language) -> str:
        """Return the words as a link."""
        return f'<a href="{escape(self.address)}">{lang.markup(self.text)}</a>'


@dataclass(frozen=True)
class Keyed:
    """Words with the key that programs use for the same thing."""

    text: str
    key: str

    def html(self, lang: Language) -> str:
        """Return the words and the key behind them."""
        return f"{lang.markup(self.text)} <code>{escape(self.key)}</code>"


@dataclass(frozen=True)
class Code:
    """Something that is typed or compared by machines: a digest, a file, a version."""

    text: str

    def html(self, lang: Language) -> str:
        """Return it as code, the same in every language."""
        del lang
        return f"<code>{escape(self.text)}</code>"


@dataclass(frozen=True)
class Quoted:
    """Words or digits exactly as a source prints them; the book answers for the copy alone."""

    text: str

    def html(self, lang: Language) -> str:
        """Return them marked as a quotation, for readers and for the tests of the book's claims."""
        return f"<q>{lang.markup(self.text)}</q>"


@dataclass(frozen=True)
class Titled:
    """The title of a document or the name of a policy, and what follows it.

    With an `address` the whole leads there.
    """

    title: str
    details: str = ""
    address: str = ""

    @property
    def text(self) -> str:
        """The title with what follows it."""
        return f"{self.title}{self.details}"

    def html(self, lang: Language) -> str:
        """Return the title marked as one."""
        words = f"<cite>{lang.markup(self.title)}</cite>{lang.markup(self.details)}"
        return f'<a href="{escape(self.address)}">{words}</a>' if self.address else words


@dataclass(frozen=True)
class Reported:
    """What a source says, in this book's words: as strong as the source is."""

    text: str

    def html(self, lang: Language) -> str:
        """Return the words, marked for the tests of the book's claims."""
        return f'<span class="reported">{lang.markup(self.text)}</span>'


@dataclass(frozen=True)
class Said:
    """Finished sentences that carry their tags, and the same as plain text."""

    markup: str
    text: str

    def html(self, lang: Language) -> str:
        """Return them as they are."""
        del lang
        return self.markup


@dataclass(frozen=True)
class NoteNumber:
    """The number of a note below the table."""

    number: int

    @property
    def text(self) -> str:
        """The number in digits."""
        return str(self.number)

    def html(self, lang: Language) -> str:
        """Return the number, the same in every language."""
        del lang
        return f'<span class="note-number">{self.number}</span>'


Part = Fact | Reported | NoteNumber | str


@dataclass(frozen=True)
class Told:
    """Words with numbers and marked words among them; with an `address` they lead there."""

    parts: tuple[Part, ...]
    address: str = ""

    @classmethod
    def filled(cls, template: str, **slots: Part) -> Told:
        """Fill the slots of a text with numbers and marked words; raises `KeyError` without one."""
        return cls(tuple(_parts(template, slots)))

    @property
    def text(self) -> str:
        """The words and numbers in one line."""
        return "".join(part if isinstance(part, str) else part.text for part in self.parts)

    def html(self, lang: Language) -> str:
        """Return them with the numbers tagged; inside a link no number opens a card."""
        words = "".join(self._part(lang, part) for part in self.parts)
        return f'<a href="{escape(self.address)}">{words}</a>' if self.address else words

    def _part(self, lang: Language, part: Part) -> str:
        if isinstance(part, str):
            return lang.markup(part)
        if isinstance(part, Fact):
            return part.linked if self.address else part.html
        return part.html(lang)


@dataclass(frozen=True)
class Noted:
    """Words with a quieter line below them."""

    words: Told
    note: str

    @property
    def text(self) -> str:
        """The words, and the line below them in brackets."""
        return f"{self.words.text} ({self.note})"

    def html(self, lang: Language) -> str:
        """Return the words above their note."""
        return f"{self.words.html(lang)} <small>{lang.markup(self.note)}</small>"


Words = Quoted | Reported | Said | Titled | Told | Noted | str
Cell = Fact | Link | Keyed | Code | NoteNumber | Words


def cell_html(lang: Language, cell: Cell) -> str:
    """Return any cell as HTML."""
    if isinstance(cell, Fact):
        return cell.html
    return lang.markup(cell) if isinstance(cell, str) else cell.html(lang)


def cell_text(cell: Cell) -> str:
    """Return any cell as plain text."""
    return cell if isinstance(cell, str) else cell.text


def _parts(template: str, slots: Mapping[str, Part]) -> Iterator[Part]:
    for words, name, _form, _conversion in Formatter().parse(template):
        if words:
            yield words
        if name is not None:
            yield slots[name]
