"""The book's own search: one script holds the words of all pages, another finds them.

Sphinx's search knows neither Chinese words inside a sentence nor numbers, keeps no text to show,
and fetches pages to preview them, which a page opened from a folder may not do. Here the finished
pages are read once (`passages`), and `search.js` looks through their text itself.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder

from minsheng.data import Book, load_book
from minsheng.language import _
from minsheng.site.languages import page_language
from minsheng.site.passages import Passage, read_passages

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
    printed = _printed(load_book())
    pages = [_page(Path(app.outdir), name, printed) for name in _reading_order(app)]
    text = json.dumps(pages, ensure_ascii=False, separators=(",", ":"))
    (Path(app.outdir) / "_static" / INDEX).write_text(f"var bookIndex={text};\n", encoding="utf-8")


def _reading_order(app: Sphinx) -> list[str]:
    """Return the pages as the contents list them, then what they do not list."""
    listed = dict.fromkeys(app.env.collect_relations())
    return [*listed, *sorted(app.env.found_docs - set(listed))]


def _printed(book: Book) -> dict[str, str]:
    """Return the digits of every figure as its source prints them: 21.99 for 219,900."""
    return {each.figure_id: each.printed for each in book.every_figure}


def _page(folder: Path, name: str, printed: Mapping[str, str]) -> list[Any]:
    """Return a page's address and its passages: anchor, heading, text, numbers.

    The numbers are the exact values behind the text, and the digits that the sources print.
    """
    passages = read_passages((folder / f"{name}.html").read_text(encoding="utf-8"))
    return [f"{name}.html", [_row(each, printed) for each in passages]]


def _row(passage: Passage, printed: Mapping[str, str]) -> list[str]:
    digits = (printed[figure_id] for figure_id in passage.figures)
    numbers = " ".join([*passage.numbers, *digits])
    return [passage.anchor, passage.heading, passage.text, numbers]
