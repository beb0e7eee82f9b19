"""The tables of the data page: dictionary, every figure with its anchor, sources with grades."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from html import escape

from minsheng.data import Book, Figure, Kind, Measure, Verification, load_book
from minsheng.facts import printed_form, published
from minsheng.language import Language, _

NOT_PUBLISHED = _("not published in the sources of this book")
VERIFICATIONS = {
    Verification.SELF_REPORTED: _("self-reported"),
    Verification.SEEN_ON_SITE: _("seen on site"),
    Verification.INDEPENDENT: _("independent source"),
}
KINDS = {
    Kind.FLOW: _("flow"),
    Kind.STOCK: _("stock"),
    Kind.CUMULATIVE: _("cumulative"),
    Kind.RATE: _("rate"),
    Kind.AWARD: _("award"),
    Kind.CRITERION: _("criterion"),
}


def dictionary(lang: Language) -> str:
    """Return the data dictionary: every measure of the catalogue."""
    book = load_book()
    heads = _heads(
        lang, _("Measure"), _("Unit"), _("Definition and caveats"), _("Reported by"), _("Verified")
    )
    rows = [
        (f"measure-{key}", _measure(lang, book, measure))
        for key, measure in sorted(book.catalogue.measures.items())
    ]
    return _table(lang.text(_("Every measure, in alphabetical order of its key")), heads, rows)


def _measure(lang: Language, book: Book, measure: Measure) -> tuple[str, ...]:
    definition = (
        measure.definition.text.within(lang.code)
        if measure.definition
        else lang.text(NOT_PUBLISHED)
    )
    caveats = " ".join(caveat.within(lang.code) for caveat in measure.caveats)
    return (
        f"{escape(measure.name.within(lang.code))}<br><code>{escape(measure.key)}</code>",
        escape(lang.unit(measure.unit)),
        escape(f"{definition}. {caveats}".strip() if caveats else definition),
        escape(book.catalogue.agencies[measure.agency].within(lang.code)),
        escape(lang.text(VERIFICATIONS[measure.verification])),
    )


def figures(lang: Language) -> str:
    """Return every published figure with an anchor of its own."""
    book = load_book()
    heads = _heads(
        lang,
        _("Figure"),
        _("Value"),
        _("As printed"),
        _("Counts"),
        _("Period"),
        _("Source"),
        _("Place"),
    )
    rows = [(anchor(figure), _figure(lang, figure)) for figure in book.figures]
    return _table(lang.text(_("Every published figure")), heads, rows, numeric=(1, 2))


def anchor(figure: Figure) -> str:
    """Return the id of a figure's row: its own id with hyphens for dots."""
    return figure.figure_id.replace(".", "-")


def _figure(lang: Language, figure: Figure) -> tuple[str, ...]:
    period = lang.period(figure.period.text if figure.period else "")
    inferred = " " + lang.text(_("(inferred)")) if figure.period_basis == "inferred" else ""
    note = f" {figure.note}" if figure.note else ""
    return (
        f"<code>{escape(figure.figure_id)}</code>",
        published(lang, figure).html,
        f'<span lang="zh">{escape(printed_form(figure))}</span>',
        escape(lang.text(KINDS[figure.kind])),
        escape(period + inferred),
        f'<a href="#source-{escape(figure.source)}">{escape(figure.source)}</a>',
        escape(lang.locator(figure.locator) + "." + note if note else lang.locator(figure.locator)),
    )


def sources(lang: Language) -> str:
    """Return every source with its grade and address."""
    heads = _heads(lang, _("Title"), _("Publisher"), _("Published"), _("Grade"), _("Key"))
    rows = [
        (
            f"source-{source.source_id}",
            (
                f'<a href="{escape(source.url)}">{escape(source.title.within(lang.code))}</a>',
                escape(source.publisher.within(lang.code)),
                escape(source.published),
                escape(source.grade),
                f"<code>{escape(source.source_id)}</code>",
            ),
        )
        for source in load_book().sources
    ]
    caption = lang.text(_("Sources: A official body, B established media, C repost"))
    return _table(caption, heads, rows)


def _heads(lang: Language, *names: str) -> tuple[str, ...]:
    return tuple(map(lang.text, names))


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


TABLES: Mapping[str, Callable[[Language], str]] = {
    "data-dictionary": dictionary,
    "data-figures": figures,
    "data-sources": sources,
}
