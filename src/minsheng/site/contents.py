"""The page that leads to every other, also where no script opens the sidebar."""

from collections.abc import Iterator
from typing import Any

from sphinx.application import Sphinx

from minsheng.language import _
from minsheng.site.languages import page_language

PAGE = "contents"
TITLE = _("Contents")


def contents_page(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Yield the page of contents."""
    yield PAGE, {"title": page_language(app.config).text(TITLE)}, "contents.html"


def name_contents(
    app: Sphinx, page: str, template: str, context: dict[str, Any], tree: Any
) -> None:
    """Give every page the name of the page of contents, for the links to it."""
    del page, template, tree
    context["contents_title"] = page_language(app.config).text(TITLE)
