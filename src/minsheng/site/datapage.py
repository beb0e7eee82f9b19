"""The tables of the data page: dictionary, every figure with its anchor, sources with grades."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from html import escape

from minsheng.data import Book, Figure, Measure, load_book
from minsheng.facts import printed_form, published
from minsheng.language import Language

ENGLISH = Language("en")
NOT_PUBLISHED = "not published in the sources of this book"


def dictionary() -> str:
    """Return the data dictionary: every measure of the catalogue."""
    book = load_book()
    heads = ("Measure", "Unit", "Definition and caveats", "Reported by", "Verified")
    rows = [
        (f"measure-{key}", _measure(book, measure))
        for key, measure in sorted(book.catalogue.measures.items())
    ]
    return _table("Every measure, in alphabetical order of its key", heads, rows)


def _measure(book: Book, measure: Measure) -> tuple[str, ...]:
    definition = measure.definition.text.en if measure.definition else NOT_PUBLISHED
    caveats = " ".join(caveat.en for caveat in measure.caveats)
    return (
        f"{escape(measure.name.en)}<br><code>{escape(measure.key)}</code>",
        escape(ENGLISH.unit(measure.unit)),
        escape(f"{definition}. {caveats}".strip() if caveats else definition),
        escape(book.catalogue.agencies[measure.agency].en),
        escape(measure.verification.replace("_", " ")),
    )


def figures() -> str:
    """Return every published figure with an anchor of its own."""
    book = load_book()
    heads = ("Figure", "Value", "As printed", "Counts", "Period", "Source", "Place")
    rows = [(anchor(figure), _figure(figure)) for figure in book.figures]
    return _table("Every published figure", heads, rows, numeric=(1, 2))


def anchor(figure: Figure) -> str:
    """Return the id of a figure's row: its own id with hyphens for dots."""
    return figure.figure_id.replace(".", "-")


def _figure(figure: Figure) -> tuple[str, ...]:
    period = ENGLISH.period(figure.period.text if figure.period else "")
    inferred = " (inferred)" if figure.period_basis == "inferred" else ""
    note = f" {figure.note}" if figure.note else ""
    return (
        f"<code>{escape(figure.figure_id)}</code>",
        published(ENGLISH, figure).html,
        f'<span lang="zh">{escape(printed_form(figure))}</span>',
        escape(figure.kind),
        escape(period + inferred),
        f'<a href="#source-{escape(figure.source)}">{escape(figure.source)}</a>',
        escape(
            ENGLISH.locator(figure.locator) + "." + note
            if note
            else ENGLISH.locator(figure.locator)
        ),
    )


def sources() -> str:
    """Return every source with its grade and address."""
    heads = ("Title", "Publisher", "Published", "Grade", "Key")
    rows = [
        (
            f"source-{source.source_id}",
            (
                f'<a href="{escape(source.url)}">{escape(source.title.en)}</a>',
                escape(source.publisher.en),
                escape(source.published),
                escape(source.grade),
                f"<code>{escape(source.source_id)}</code>",
            ),
        )
        for source in load_book().sources
    ]
    caption = "Sources: A official body, B established media, C repost"
    return _table(caption, heads, rows)


def _table(
    caption: str,
    heads: Sequence[str],
    rows: Iterable[tuple[str, Sequence[str]]],
    numeric: Sequence[int] = (),
) -> str:
    """Return an HTML table; the cells are markup already, each row carries an id."""
    kinds = [' class="num"' if place in numeric else "" for place in range(len(heads))]
    head = "".join(
        f'<th scope="col"{kind}>{escape(text)}</th>'
        for text, kind in zip(heads, kinds, strict=True)
    )
    body = "\n".join(_row(row_id, cells, kinds) for row_id, cells in rows)
    return (
        f'<div class="book-table" tabindex="0" role="region" aria-label="{escape(caption)}">'
        f"<table><caption>{escape(caption)}</caption>\n"
        f"<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody></table></div>"
    )


def _row(row_id: str, cells: Sequence[str], kinds: Sequence[str]) -> str:
    first, *rest = cells
    others = "".join(f"<td{kind}>{cell}</td>" for cell, kind in zip(rest, kinds[1:], strict=True))
    return f'<tr id="{escape(row_id)}"><th scope="row">{first}</th>{others}</tr>'


TABLES: Mapping[str, Callable[[], str]] = {
    "data-dictionary": dictionary,
    "data-figures": figures,
    "data-sources": sources,
}
