"""`_toc.yml` from the catalogue: every edition's chapters, newest edition first."""

from typing import Any

from minsheng import paths
from minsheng.data import Book, load_book
from minsheng.files import write_whole
from minsheng.language import Language, _
from minsheng.run.plan import ACROSS, plan
from minsheng.site.swift_yaml import safe_dump

# The page of `book/` that sets editions side by side, and so belongs to none.
DIFFERENCES = "differences"
# The pages of `book/` behind the editions, in the order a reader needs them.
ABOUT = ("methods", "register", "glossary", "data", "changes", "status")


def render_toc(book: Book, lang: Language) -> str:
    """Return the table of contents as Jupyter Book reads it."""
    parts: list[dict[str, Any]] = []
    for year in sorted(book.editions(), reverse=True):
        chapters = [{"file": run.page} for run in plan(book, [year], [lang.code])]
        parts.append({"caption": lang.period(str(year)), "chapters": chapters})
    across = [{"file": page} for page in (*ACROSS, DIFFERENCES)]
    parts.append({"caption": lang.text(_("Across the years")), "chapters": across})
    parts.append({"caption": lang.text(_("About")), "chapters": [{"file": page} for page in ABOUT]})
    tree = {"format": "jb-book", "root": "index", "parts": parts}
    head = "# Rendered from data/catalogue.yml by `minsheng toc`; a test holds it there.\n"
    return head + safe_dump(tree, sort_keys=False, allow_unicode=True)


def write_toc() -> str:
    """Write `_toc.yml`; return its path as the project shows it."""
    path = paths.ROOT / "_toc.yml"
    write_whole(path, render_toc(load_book(), Language("en")))
    return paths.relative(path)
