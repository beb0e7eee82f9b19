"""The book's own search: one script holds the words of all pages, another finds them.

Sphinx's search knows neither Chinese words inside a sentence nor numbers, keeps no text to show,
and fetches pages to preview them, which a page opened from a folder may not do. Here the finished
pages are read once (`passages`), and `search.js` looks through their text itself.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder

from minsheng.data import Book, load_book
from minsheng.language import _
from minsheng.site.kept import made_from
from minsheng.site.languages import page_language
from minsheng.site.passages import article, read_passages

INDEX = "book-index.js"
PAGE = "search"
WORDS = {
    "found": _("Pages found: {n}"),
    "nothing": _("No page holds all of this."),
    "hint": _("Words or a number, like 219,900"),
    "scriptless": _("Searching needs JavaScript. Every page is listed under"),
}


def use_own_search(app: Sphinx) -> None:
    """Keep Sphinx from making its index."""
    if isinstance(app.builder, StandaloneHTMLBuilder):
        app.builder.search = False


def search_page(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Yield the page that searches."""
    text = page_language(app.config).text
    words = {name: text(message) for name, message in WORDS.items()}
    yield PAGE, {"index": INDEX, "words": words}, "search.html"


def write_index(app: Sphinx, exception: Exception | None) -> None:
    """Write the words of all finished pages, in reading order, as a script."""
    if exception is not None or app.builder.format != "html":
        return
    folder, printed = Path(app.outdir), _printed(load_book())
    names = _reading_order(app)
    articles = (article((folder / f"{each}.html").read_text(encoding="utf-8")) for each in names)
    read = made_from(app, "passages", articles, _passages)
    pages = [
        [f"{name}.html", [_row(each, printed) for each in found]]
        for name, found in zip(names, read, strict=True)
    ]
    text = json.dumps(pages, ensure_ascii=False, separators=(",", ":"))
    (folder / "_static" / INDEX).write_text(f"var bookIndex={text};\n", encoding="utf-8")


def _reading_order(app: Sphinx) -> list[str]:
    """Return the pages as the contents list them, then what they do not list."""
    listed = dict.fromkeys(app.env.collect_relations())
    return [*listed, *sorted(app.env.found_docs - set(listed))]


def _printed(book: Book) -> dict[str, str]:
    """Return the digits of every figure as its source prints them: 21.99 for 219,900."""
    return {each.figure_id: each.printed for each in book.every_figure}


def _passages(html: str) -> list[Any]:
    """Return the passages of an article: anchor, heading, text, exact numbers, ids of figures."""
    return [
        [each.anchor, each.heading, each.text, each.numbers, each.figures]
        for each in read_passages(html)
    ]


def _row(passage: Sequence[Any], printed: Mapping[str, str]) -> list[str]:
    """Return a passage with its numbers: exact values, and the digits that the sources print."""
    anchor, heading, text, numbers, figures = passage
    digits = (printed[figure_id] for figure_id in figures)
    return [anchor, heading, text, " ".join([*numbers, *digits])]
