"""Links from a chapter to the same chapter of the other years."""

from collections.abc import Collection, Iterator, Sequence
from html import escape
from typing import Any

from sphinx.application import Sphinx

from minsheng.data import load_book
from minsheng.language import Language, _
from minsheng.site.languages import page_language

OVERVIEW = "overview"
LABEL, NEAREST = _("Other years"), _("{year}: overview")
LINKS = '<nav class="book-editions" aria-label="{label}"><ul>\n{items}\n</ul></nav>\n'
HERE = '<li><span aria-current="page">{year}</span></li>'
THERE = '<li><a href="../{year}/{chapter}.html">{words}</a></li>'


def edition_links(
    lang: Language, page: str, years: Sequence[int], pages: Collection[str]
) -> str | None:
    """Return links from the page `<year>/<chapter>` to that chapter in `years`.

    Where a year lacks the chapter among `pages`, its overview stands in. `None` for a page outside
    an edition, or where there is no other year.
    """
    year, slash, chapter = page.partition("/")
    if not slash or not year.isdigit() or len(years) < 2:
        return None
    items = "\n".join(_items(lang, year, chapter, years, pages))
    return LINKS.format(label=escape(lang.text(LABEL)), items=items)


def _items(
    lang: Language, here: str, chapter: str, years: Sequence[int], pages: Collection[str]
) -> Iterator[str]:
    for year in map(str, years):
        shown = lang.period(year)
        if year == here:
            yield HERE.format(year=shown)
        elif f"{year}/{chapter}" in pages:
            yield THERE.format(year=year, chapter=chapter, words=shown)
        else:
            words = lang.text(NEAREST).format(year=shown)
            yield THERE.format(year=year, chapter=OVERVIEW, words=words)


def add_editions(app: Sphinx, page: str, template: str, context: dict[str, Any], tree: Any) -> None:
    """Put the links to other years above a chapter."""
    del template, tree
    years = sorted(load_book().editions(), reverse=True)
    links = edition_links(page_language(app.config), page, years, app.env.found_docs)
    if links is not None and context.get("body"):
        context["body"] = links + context["body"]
