"""A table with a caption, scoped headers and tagged numbers."""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from minsheng.facts import Fact


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


Cell = Fact | Link | str


@dataclass(frozen=True)
class Table:
    """A caption, headings and rows; the first cell of a row is its header."""

    caption: str
    headings: tuple[Heading, ...]
    rows: tuple[tuple[Cell, ...], ...]

    @property
    def html(self) -> str:
        """The table as HTML, in a container that scrolls where a screen is narrow."""
        return "\n".join(
            [
                '<div class="book-table" tabindex="0" role="region" '
                f'aria-label="{escape(self.caption)}"><table>',
                f"<caption>{escape(self.caption)}</caption>",
                f"<thead><tr>{''.join(map(_heading, self.headings))}</tr></thead>",
                "<tbody>",
                *(f"<tr>{''.join(self._cells(row))}</tr>" for row in self.rows),
                "</tbody></table></div>",
            ]
        )

    @property
    def plain(self) -> str:
        """The table as lines of text with bars between the cells."""
        heads = " | ".join(heading.text for heading in self.headings)
        lines = (" | ".join(map(_words, row)) for row in self.rows)
        return "\n".join([self.caption, heads, *lines])

    def _cells(self, row: tuple[Cell, ...]) -> Iterator[str]:
        for place, (heading, cell) in enumerate(zip(self.headings, row, strict=True)):
            tag = "th" if place == 0 else "td"
            scope = ' scope="row"' if place == 0 else ""
            numeric = ' class="num"' if heading.numeric else ""
            yield f"<{tag}{scope}{numeric}>{_markup(cell)}</{tag}>"


def _heading(heading: Heading) -> str:
    numeric = ' class="num"' if heading.numeric else ""
    return f'<th scope="col"{numeric}>{escape(heading.text)}</th>'


def _markup(cell: Cell) -> str:
    if isinstance(cell, Fact):
        return cell.html
    if isinstance(cell, Link):
        return f'<a href="{escape(cell.address)}">{escape(cell.text)}</a>'
    return escape(cell, quote=False)


def _words(cell: Cell) -> str:
    return cell if isinstance(cell, str) else cell.text
