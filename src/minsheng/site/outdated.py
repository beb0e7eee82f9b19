"""Which pages have to be read or written anew, told by content and by no clock.

Sphinx goes by the times of files, which a clock set back or a checkout makes meaningless, and does
not know what a block made from the data rests on. A page is read anew when its own text changed, or
when it asks for a block or a number and the data or a notebook changed. It is written anew when it
was read anew; all pages are when the data changed, on which their cards rest, or a title did, which
stands in the sidebar of each.
"""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from minsheng import paths
from minsheng.digests import digest, file_digest, folder_digests, input_digests, joint_digest
from minsheng.site import status
from minsheng.site.blocks import BLOCKS
from minsheng.site.changes import CHANGELOG
from minsheng.site.prose import ROLES

WORKED, CHANGES = "worked-example", "data-changes"


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
    """Return all pages where something changed that stands on each of them; else none."""
    del app
    standard = env.get_domain("std")
    names: Any = (standard.data["labels"], standard.data["anonlabels"])
    titles = {page: title.astext() for page, title in env.titles.items()}
    told = json.dumps([titles, names], sort_keys=True, default=str)
    shared = joint_digest({"titles": digest(told.encode()), **folder_digests(paths.DATA)})
    known = vars(env).get("book_shared")
    vars(env)["book_shared"] = shared
    return [] if known == shared else sorted(env.found_docs)


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
    notebooks = folder.glob("[0-9][0-9][0-9][0-9]/*.ipynb")
    return {path.relative_to(folder).as_posix(): file_digest(path) for path in notebooks}


def _asks(text: str, names: Iterable[str]) -> bool:
    return any(f"{{{name}}}" in text for name in names)


def add_outdated(app: Sphinx) -> None:
    """Register both with Sphinx."""
    app.connect("env-get-outdated", pages_to_read)
    app.connect("env-updated", pages_to_write)
