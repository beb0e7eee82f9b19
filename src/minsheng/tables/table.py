"""A table with a caption, scoped headers and tagged numbers, and the same as CSV."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from html import escape
from urllib.parse import quote

from minsheng.facts import Fact
from minsheng.language import Language, _
from minsheng.tables.cell import Cell, NoteNumber, Said, Told, cell_html, cell_text

EXACT, OF, NOTES = _("{heading}, exact"), _("{what}: {form}"), _("Notes")
# As many columns fit beside each other on a phone, with as many characters in a cell of three of
# them, or of two.
FEW, LONG, LONGER = 3, 150, 600
DOWNLOADS = '<p class="downloads">{links}</p>'
LINK = (
    '<a download="{name}.csv" href="data:text/csv;charset=utf-8,{data}" '
    'aria-label="{label}">CSV</a>'
)


@dataclass(frozen=True)
class Heading:
    """A column's heading; a `numeric` column is set to the right."""

    text: str
    numeric: bool = False


@dataclass(frozen=True)
class Table:
    """A caption, headings and rows; the first cell of a row is its header.

    `anchors` holds an id for each row, where rows can be linked to. `notes` stand below the table,
    numbered from 1; cells name them by their number. `name` is that of its CSV, which stands
    beside it, unless the name is empty.
    """

    caption: str
    headings: tuple[Heading, ...]
    rows: tuple[tuple[Cell, ...], ...]
    anchors: tuple[str, ...] = ()
    notes: tuple[Cell, ...] = ()
    name: str = field(kw_only=True)

    def html(self, lang: Language) -> str:
        """Return the table as HTML, in a container that scrolls where a screen is narrow."""
        heads = "".join(_heading(lang, each) for each in self.headings)
        return "\n".join(
            [
                f'<div class="{self._classes}" tabindex="0" role="region" '
                f'aria-label="{escape(self.caption)}"><table>',
                f"<caption>{lang.markup(self.caption)}</caption>",
                f"<thead><tr>{heads}</tr></thead>",
                "<tbody>",
                *(
                    f"<tr{anchor}>{''.join(self._cells(lang, row))}</tr>"
                    for anchor, row in zip(self._ids(), self.rows, strict=True)
                ),
                "</tbody></table>",
                *self._notes(lang),
                "</div>",
                *self._download(lang),
            ]
        )

    def csv(self, lang: Language) -> str:
        """Return the table as CSV, with a column of exact values beside each of numbers.

        A range stands there as its two ends around `..`; the number of a note gives way to its
        words, or has them in a last column where it follows others.
        """
        columns = [*zip(*self.rows, strict=True)] or [()] * len(self.headings)
        numbers = [any(isinstance(cell, Fact) for cell in column) for column in columns]
        noted = any(map(_notes_of, self.rows))
        heads = [(each.text, lang.text(EXACT).format(heading=each.text)) for each in self.headings]
        rows = [_texts(heads, numbers) + ([lang.text(NOTES)] if noted else [])]
        for row in self.rows:
            pairs = [(self._words(cell), _exact(cell)) for cell in row]
            said = [cell_text(self.notes[each - 1]) for each in _notes_of(row)]
            rows.append(_texts(pairs, numbers) + ([lang.clauses(said)] if noted else []))
        return csv_text(rows)

    @property
    def plain(self) -> str:
        """The table as lines of text with bars between the cells."""
        heads = " | ".join(heading.text for heading in self.headings)
        lines = (" | ".join(map(cell_text, row)) for row in self.rows)
        notes = (f"{place} {cell_text(note)}" for place, note in enumerate(self.notes, 1))
        return "\n".join([self.caption, heads, *lines, *notes])

    @property
    def _classes(self) -> str:
        """A table too wide for a phone is set as records there (see the style sheet)."""
        return "book-table records" if self._is_wide else "book-table"

    @cached_property
    def _is_wide(self) -> bool:
        """Whether it has many columns, or in narrow ones sentences or long words: tall rows."""
        cells = [cell for row in self.rows for cell in row[1:]]
        room = LONG if len(self.headings) == FEW else LONGER
        tall = any(isinstance(each, Said) or len(cell_text(each)) > room for each in cells)
        return len(self.headings) > FEW or tall

    def _words(self, cell: Cell) -> str:
        return cell_text(self.notes[cell.number - 1] if isinstance(cell, NoteNumber) else cell)

    def _download(self, lang: Language) -> Iterator[str]:
        if self.name:
            link = csv_link(lang, self.name, self.csv(lang), self.caption)
            yield DOWNLOADS.format(links=link)

    def _notes(self, lang: Language) -> Iterator[str]:
        if self.notes:
            items = "".join(f"<li>{cell_html(lang, note)}</li>" for note in self.notes)
            yield f'<ol class="table-notes">{items}</ol>'

    def _ids(self) -> Iterator[str]:
        if not self.anchors:
            yield from [""] * len(self.rows)
        yield from (f' id="{escape(anchor)}"' for anchor in self.anchors)

    def _cells(self, lang: Language, row: tuple[Cell, ...]) -> Iterator[str]:
        for place, (heading, cell) in enumerate(zip(self.headings, row, strict=True)):
            numeric = ' class="num"' if heading.numeric else ""
            if place == 0:
                yield f'<th scope="row"{numeric}>{cell_html(lang, cell)}</th>'
            else:
                label = f' data-label="{escape(heading.text)}"' if self._is_wide else ""
                yield f"<td{numeric}{label}>{cell_html(lang, cell)}</td>"


def headings(
    lang: Language, names: Sequence[str], numeric: Sequence[int] = ()
) -> tuple[Heading, ...]:
    """Translate marked names to headings; `numeric` holds the places of columns of numbers."""
    return tuple(Heading(lang.text(name), place in numeric) for place, name in enumerate(names))


def _heading(lang: Language, heading: Heading) -> str:
    numeric = ' class="num"' if heading.numeric else ""
    return f'<th scope="col"{numeric}>{lang.markup(heading.text)}</th>'


def csv_text(rows: Iterable[Sequence[str]]) -> str:
    """Return rows as CSV after RFC 4180."""
    buffer = io.StringIO()
    csv.writer(buffer).writerows(rows)
    return buffer.getvalue()


def csv_link(lang: Language, name: str, text: str, what: str) -> str:
    """Return a link that holds a CSV; on the site it leads to a file instead.

    `what` says in words what it is the CSV of.
    """
    label = lang.text(OF).format(what=what, form="CSV")
    return LINK.format(name=escape(name), data=quote(text), label=escape(label))


def _texts(pairs: Sequence[tuple[str, str]], numbers: Sequence[bool]) -> list[str]:
    """Return words, and after those of a column of numbers the exact value."""
    return [text for pair, both in zip(pairs, numbers, strict=True) for text in pair[: 1 + both]]


def _notes_of(row: Sequence[Cell]) -> list[int]:
    """Return the numbers of the notes that stand behind words in a row."""
    parts = [part for cell in row if isinstance(cell, Told) for part in cell.parts]
    return [*dict.fromkeys(part.number for part in parts if isinstance(part, NoteNumber))]


def _exact(cell: Cell) -> str:
    return cell.value if isinstance(cell, Fact) else ""
