"""A table with a caption, scoped headers and tagged numbers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from minsheng.language import Language
from minsheng.tables.cell import Cell, cell_html, cell_text


@dataclass(frozen=True)
class Heading:
    """A column's heading; a `numeric` column is set to the right."""

    text: str
    numeric: bool = False


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
        lines = (" | ".join(map(cell_text, row)) for row in self.rows)
        notes = (f"{place} {cell_text(note)}" for place, note in enumerate(self.notes, 1))
        return "\n".join([self.caption, heads, *lines, *notes])

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
            tag = "th" if place == 0 else "td"
            scope = ' scope="row"' if place == 0 else ""
            numeric = ' class="num"' if heading.numeric else ""
            yield f"<{tag}{scope}{numeric}>{cell_html(lang, cell)}</{tag}>"


def headings(
    lang: Language, names: Sequence[str], numeric: Sequence[int] = ()
) -> tuple[Heading, ...]:
    """Translate marked names to headings; `numeric` holds the places of columns of numbers."""
    return tuple(Heading(lang.text(name), place in numeric) for place, name in enumerate(names))


def _heading(heading: Heading) -> str:
    numeric = ' class="num"' if heading.numeric else ""
    return f'<th scope="col"{numeric}>{escape(heading.text)}</th>'
