"""The sidebar, rendered once and marked for each page.

The theme resolves, renders and parses the whole table of contents anew for every page, so that a
build grows with the square of the pages. The list is the same on all of them but for where its
links start from and which of them is the page itself. Here the theme renders it for one page, and
for every other these marks are set; a test compares the result with the theme's own.
"""

import posixpath
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from sphinx.application import Sphinx

# What the theme writes, with the marks of the page that it was written for.
_MARKED = re.compile(
    r'<ul class="(?P<list>current )?nav bd-sidenav">'
    r'|<li class="toctree-l1(?: current active)?">'
    r'<a class="(?:current )?reference internal" href="(?P<href>[^"]*)">'
)
_LIST = '<ul class="{mark}nav bd-sidenav">'
_ITEM = '<li class="toctree-l1{item}"><a class="{link}reference internal" href="{href}">'
_NESTED = re.compile(r"toctree-l2|<details|toctree-l0|reference external")


@dataclass(frozen=True)
class _Page:
    """The place of one page in the list: its link, and the list around it."""

    link: int
    within: int


@dataclass
class Sidebar:
    """The list of all pages in pieces, those between the marks as they are."""

    pieces: list[str]
    lists: dict[int, None] = field(default_factory=dict)
    links: dict[int, str] = field(default_factory=dict)
    pages: dict[str, _Page] = field(default_factory=dict)
    _from: dict[str, list[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, html: str, address: str) -> "Sidebar | None":
        """Take apart what the theme wrote for the page at `address`.

        Return `None` for a form that this does not know, such as a list within a list.
        """
        if _NESTED.search(html):
            return None
        made, end, within = cls([]), 0, 0
        for found in _MARKED.finditer(html):
            made.pieces += [html[end : found.start()], ""]
            end, place = found.end(), len(made.pieces) - 1
            if found["href"] is None:
                made.lists[place] = None
                within = place
            else:
                target = _target(found["href"], address)
                made.links[place] = target
                made.pages[target] = _Page(place, within)
        made.pieces.append(html[end:])
        return made

    def html(self, address: str) -> str:
        """Return the list as it stands on the page at `address`."""
        folder = posixpath.dirname(address)
        if folder not in self._from:
            self._from[folder] = list(self._linked_from(folder))
        own, pieces = self.pages.get(address), self._from[folder]
        if own is not None:
            pieces = pieces.copy()
            pieces[own.within] = _LIST.format(mark="current ")
            pieces[own.link] = _ITEM.format(item=" current active", link="current ", href="#")
        return "".join(pieces)

    def _linked_from(self, folder: str) -> Iterator[str]:
        for place, piece in enumerate(self.pieces):
            if place in self.links:
                way = posixpath.relpath(self.links[place], folder or ".")
                yield _ITEM.format(item="", link="", href=way)
            else:
                yield _LIST.format(mark="") if place in self.lists else piece


def _target(href: str, address: str) -> str:
    if href in ("", "#"):
        return address
    return posixpath.normpath(posixpath.join(posixpath.dirname(address), href))


def add_sidebar(app: Sphinx, page: str, template: str, context: dict[str, Any], tree: Any) -> None:
    """Give a page its sidebar, for every template that asks the theme's function for it."""
    del template, tree
    address = app.builder.get_target_uri(page)

    def sidebar(**asked: Any) -> Any:
        theirs: Callable[..., Any] = context["generate_toctree_html"]
        key, rendered = repr(sorted(asked.items())), _rendered(app)
        if key not in rendered:
            rendered[key] = Sidebar.of(str(theirs(**asked)), address)
        known = rendered[key]
        return theirs(**asked) if known is None else known.html(address)

    context["book_sidebar"] = sidebar


def _rendered(app: Sphinx) -> dict[str, Sidebar | None]:
    """Return what was rendered in this build, by what was asked of the theme."""
    held: dict[str, Sidebar | None] = vars(app.builder).setdefault("book_sidebars", {})
    return held
