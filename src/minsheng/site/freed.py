"""Free what is published from the builder, which writes into the files of an earlier build.

A page is published as the very file that was made, since to copy all takes longer than to make some
of them. Before one is made anew, the file in its place is removed; what is published stays.
"""

from pathlib import Path, PurePath
from typing import Any

from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder

from minsheng.site.downloads import FOLDER

SOURCES = "_sources"


def is_freed(name: PurePath) -> bool:
    """Tell whether a file of the site is removed before another takes its place: a page, or its."""
    folders = (SOURCES, f"{FOLDER}/pages")
    return name.suffix == ".html" or any(name.is_relative_to(each) for each in folders)


def free_page(app: Sphinx, page: str, template: str, context: dict[str, Any], tree: Any) -> None:
    """Remove a page, and its source, that an earlier build made; its files to take away go too."""
    del template, tree
    if not isinstance(app.builder, StandaloneHTMLBuilder):
        return
    Path(app.builder.get_outfilename(page)).unlink(missing_ok=True)
    source = context.get("sourcename")
    if source:
        (Path(app.outdir) / SOURCES / source).unlink(missing_ok=True)


def add_freed(app: Sphinx) -> None:
    """Free each page before it is written."""
    app.connect("html-page-context", free_page)
