"""A table with a caption, scoped headers and tagged numbers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from minsheng.facts import Fact
from minsheng.language import Language


@dataclass(frozen=True)
class Heading:
    """A column's heading; a `numeric` column is set to the right."""

    text: str
    numeric: bool = False


@dataclass(frozen=True)
class Link:
    """Words that lead somewhere within the book or to a source."""

    text: str
    address: str


@dataclass(frozen=True)
class Keyed:
    """Words with the key that programs use for the same thing."""

    text: str
    key: str


@dataclass(frozen=True)
class Code:
    """Something that is typed or compared by machines: a digest, a file, a version."""

    text: str


@dataclass(frozen=True)
class Noted:
    """Words with a quieter line below them."""

    text: str
    note: str


Cell = Fact | Link | Keyed | Code | Noted | str


@dataclass(frozen=True)
class Table:
    """A caption, headings and rows; the first cell of a row is its header.

    `anchors` holds an id for each row, where rows can be linked to. `notes` stand below the table,
    numbered from 1; cells name them by their number.
    """

    caption: str
    headings: tuple[Heading, ...]
    rows: tuple[tuple[Cell, ...], ...]
    anchors: tuple[str, ...] = ()
    notes: tuple[Cell, ...] = ()

    def html(self, lang: Language) -> str:
        """Return the table as HTML, in a container that scrolls where a screen is narrow."""
        return "\n".join(
            [
                '<div class="book-table" tabindex="0" role="region" '
                f'aria-label="{escape(self.caption)}"><table>',
                f"<caption>{lang.markup(self.caption)}</caption>",
                f"<thead><tr>{''.join(map(_heading, self.headings))}</tr></thead>",
                "<tbody>",
                *(
                    f"<tr{anchor}>{''.join(self._cells(lang, row))}</tr>"
                    for anchor, row in zip(self._ids(), self.rows, strict=True)
                ),
                "</tbody></table>",
                *self._notes(lang),
                "</div>",
            ]
        )

    @property
    def plain(self) -> str:
        """The table as lines of text with bars between the cells."""
        heads = " | ".join(heading.text for heading in self.headings)
        lines = (" | ".join(map(_words, row)) for row in self.rows)
        notes = (f"{place} {_words(note)}" for place, note in enumerate(self.notes, 1))
        return "\n".join([self.caption, heads, *lines, *notes])

    def _notes(self, lang: Language) -> Iterator[str]:
        if self.notes:
            items = "".join(f"<li>{_markup(lang, note)}</li>" for note in self.notes)
            yield f'<ol class="table-notes">{items}</ol>'

    def _ids(self) -> Iterator[str]:
        if not self.anchors:
            yield from [""] * len(self.rows)
        yield from (f' id="{escape(anchor)}"' for anchor in self.anchors)

    def _cells(self, lang: Language, row: tuple[Cell, ...]) -> Iterator[str]:
        for place, (heading, cell) in enumerate(zip(self.headings, row, strict=True)):
            tag = "th" if place == 0 else "td"
            scope = ' scope="row"' if place == 0 else ""
            numeric = ' class="num"' if heading.numeric else ""
            yield f"<{tag}{scope}{numeric}>{_markup(lang, cell)}</{tag}>"


def headings(
    lang: Language, names: Sequence[str], numeric: Sequence[int] = ()
) -> tuple[Heading, ...]:
    """Translate marked names to headings; `numeric` holds the places of columns of numbers."""
    return tuple(Heading(lang.text(name), place in numeric) for place, name in enumerate(names))


def _heading(heading: Heading) -> str:
    numeric = ' class="num"' if heading.numeric else ""
    return f'<th scope="col"{numeric}>{escape(heading.text)}</th>'


def _markup(lang: Language, cell: Cell) -> str:
    if isinstance(cell, Fact):
        return cell.html
    if isinstance(cell, Link):
        return f'<a href="{escape(cell.address)}">{lang.markup(cell.text)}</a>'
    if isinstance(cell, Keyed):
        return f"{lang.markup(cell.text)} <code>{escape(cell.key)}</code>"
    if isinstance(cell, Code):
        return f"<code>{escape(cell.text)}</code>"
    if isinstance(cell, Noted):
        return f"{lang.markup(cell.text)} <small>{lang.markup(cell.note)}</small>"
    return lang.markup(cell)


def _words(cell: Cell) -> str:
    if isinstance(cell, Noted):
        return f"{cell.text} ({cell.note})"
    return cell if isinstance(cell, str) else cell.text
