"""Which pages have to be read or written anew, told by content and by no clock.

Sphinx goes by the times of files, which a clock set back or a checkout makes meaningless, and does
not know what a block made from the data rests on. A page is read anew when its own text changed, or
when it asks for a block or a number and the data or a notebook changed. It is written anew when it
was read anew, or when a figure that it names changed, on which its cards rest; all pages are when
any other table of the data did, which a card may quote, or a title, which stands in the sidebar of
each.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from minsheng import paths
from minsheng.data import load_book
from minsheng.data.contract import CONTEXT, FIGURES
from minsheng.digests import digest, file_digest, folder_digests, input_digests, joint_digest
from minsheng.site import status
from minsheng.site.blocks import BLOCKS
from minsheng.site.changes import CHANGELOG
from minsheng.site.prose import ROLES

WORKED, CHANGES = "worked-example", "data-changes"
# What the id of a figure looks like, which begins with a year or with a region.
_FIGURE = re.compile(r"[0-9]{4,}(?:\.[a-z0-9_]+)+")
# The data of tables stand within links, where anything but letters and digits is written so.
_ENCODED = re.compile(r"%[0-9A-F]{2}")


def pages_to_read(
    app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]
) -> Iterable[str]:
    """Return the pages whose text, or what their blocks rest on, is not what was read last."""
    del added, changed, removed
    known: Mapping[str, str] = vars(env).setdefault("book_pages", {})
    now = _pages(Path(app.srcdir), env)
    vars(env)["book_pages"] = now
    return [page for page, value in now.items() if known.get(page) != value]


def pages_to_write(app: Sphinx, env: BuildEnvironment) -> Iterable[str]:
    """Return the pages that name a changed figure; all, where something changed that all show."""
    del app
    now = Shown(_on_all(env), dict(_figures_on(env)))
    known: Shown | None = vars(env).get("book_shown")
    vars(env)["book_shown"] = now
    if known is None or known.on_all != now.on_all:
        return sorted(env.found_docs)
    return [page for page, value in now.figures.items() if known.figures.get(page) != value]


@dataclass(frozen=True)
class Shown:
    """Digests of what pages show beyond their own text: of all, and of the figures of each."""

    on_all: str
    figures: Mapping[str, str]


def _on_all(env: BuildEnvironment) -> str:
    """Return a digest of the titles and of every file of the data but the tables of figures."""
    standard = env.get_domain("std")
    names: Any = (standard.data["labels"], standard.data["anonlabels"])
    titles = {page: title.astext() for page, title in env.titles.items()}
    told = json.dumps([titles, names], sort_keys=True, default=str)
    tables = {path for table in (FIGURES, CONTEXT) for path in paths.DATA.glob(table.files)}
    names_of_tables = {path.relative_to(paths.DATA).as_posix() for path in tables}
    others = {
        name: value
        for name, value in folder_digests(paths.DATA).items()
        if name not in names_of_tables
    }
    return joint_digest({"titles": digest(told.encode()), **others})


def _figures_on(env: BuildEnvironment) -> Iterator[tuple[str, str]]:
    """Yield each page with a digest of the figures that its source names, as they are now.

    The source of a chapter is its executed notebook, with every number tagged and every table.
    """
    book = load_book()
    rows = {each.figure_id: repr(each) for each in (*book.figures, *book.context)}
    for page in sorted(env.found_docs):
        text = _ENCODED.sub(" ", Path(env.doc2path(page)).read_text(encoding="utf-8"))
        named = sorted(set(_FIGURE.findall(text)) & rows.keys())
        yield page, digest("\n".join(rows[figure_id] for figure_id in named).encode())


def _pages(folder: Path, env: BuildEnvironment) -> dict[str, str]:
    """Return for each page one digest of everything that reading it rests on."""
    made = joint_digest(
        {**folder_digests(paths.DATA), **_notebooks(folder), "changes": file_digest(CHANGELOG)}
    )
    everything = joint_digest({"made": made, **input_digests()})
    found = {}
    for page in sorted(env.found_docs):
        text = Path(env.doc2path(page)).read_text(encoding="utf-8")
        rests = [everything] if _asks(text, status.TABLES) else []
        rests += [made] if _asks(text, (*BLOCKS, *ROLES, WORKED, CHANGES)) else []
        found[page] = digest("\0".join([text, *rests]).encode())
    return found


def _notebooks(folder: Path) -> dict[str, str]:
    notebooks = folder.rglob("*.ipynb")
    return {path.relative_to(folder).as_posix(): file_digest(path) for path in notebooks}


def _asks(text: str, names: Iterable[str]) -> bool:
    return any(f"{{{name}}}" in text for name in names)


def add_outdated(app: Sphinx) -> None:
    """Register both with Sphinx."""
    app.connect("env-get-outdated", pages_to_read)
    app.connect("env-updated", pages_to_write)
