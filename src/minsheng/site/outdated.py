"""Which pages have to be read or written anew, told by content and by no clock.

Sphinx goes by the times of files, which a clock set back or a checkout makes meaningless, and does
not know what a block made from the data rests on. A page is read anew when its own text changed, or
when one of its blocks or numbers would say something else than it did: what they say is worked out
anew when the data or a notebook changed. It is written anew when it was read anew, or when a figure
that it names changed, on which its cards rest; all pages are when any other table of the data did,
which a card may quote, or a title, which stands in the sidebar of each.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from minsheng import paths
from minsheng.data import load_book
from minsheng.data.contract import CONTEXT, FIGURES
from minsheng.digests import digest, file_digest, folder_digests, input_digests, joint_digest
from minsheng.errors import MinshengError
from minsheng.site import blocks, changes, prose, status
from minsheng.site.told import Answer, answered, asked, named_in

ANSWERS: Mapping[str, Answer] = {**blocks.ANSWERS, **prose.ANSWERS, **changes.ANSWERS}


def pages_to_read(
    app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]
) -> Iterable[str]:
    """Return the pages whose text, or what their blocks rest on, is not what was read last."""
    del app, added, changed, removed
    now = Rests.of(env)
    known: Rests = vars(env).get("book_rests", Rests({}, "", ""))
    vars(env)["book_rests"] = now
    return [
        page
        for page, text in now.texts.items()
        if known.texts.get(page) != text or _is_told_otherwise(env, page, now, known)
    ]


@dataclass(frozen=True)
class Rests:
    """Digests of what pages rest on: their texts, what blocks are made from, and all inputs."""

    texts: Mapping[str, str]
    made: str
    everything: str

    @classmethod
    def of(cls, env: BuildEnvironment) -> Self:
        """Take them as they are now."""
        folder = Path(env.srcdir)
        texts = {page: file_digest(Path(env.doc2path(page))) for page in sorted(env.found_docs)}
        changelog = {"changes": file_digest(changes.CHANGELOG)}
        made = joint_digest({**folder_digests(paths.DATA), **_notebooks(folder), **changelog})
        return cls(texts, made, joint_digest({"made": made, **input_digests()}))

    def behind(self, name: str) -> str:
        """Return the digest of what a block or a number of this name is made from."""
        return self.everything if name in status.TABLES else self.made


def _is_told_otherwise(env: BuildEnvironment, page: str, now: Rests, known: Rests) -> bool:
    """Tell whether a page with the same text would be told something else than it was."""
    for question, mark in asked(env).get(page, {}).items():
        name = question[0]
        if now.behind(name) == known.behind(name):
            continue
        try:
            told = answered(env, page, question, ANSWERS[name])
        except MinshengError:  # the page says it, with its place, when it is read
            return True
        if told.mark != mark:
            return True
    return False


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
    """Yield each page with a digest of the figures that it names, as they are now.

    The source of a chapter is its executed notebook, with every number tagged and every table;
    other pages name figures in what they are told.
    """
    book = load_book()
    rows = {each.figure_id: repr(each) for each in (*book.figures, *book.context)}
    for page, named in _named(env).items():
        told = (mark.figures for mark in asked(env).get(page, {}).values())
        now = (rows[figure_id] for figure_id in sorted(named.union(*told) & rows.keys()))
        yield page, digest("\n".join(now).encode())


def _named(env: BuildEnvironment) -> Mapping[str, set[str]]:
    """Return what the source of each page may name; a text that was there before is not read."""
    texts: Mapping[str, str] = vars(env)["book_rests"].texts
    known: Mapping[str, set[str]] = vars(env).get("book_named", {})
    now: dict[str, set[str]] = {}
    for page, text in texts.items():
        source = Path(env.doc2path(page))
        now[text] = known.get(text) or named_in(source.read_text(encoding="utf-8"))
    vars(env)["book_named"] = now
    return {page: now[text] for page, text in texts.items()}


def _notebooks(folder: Path) -> dict[str, str]:
    notebooks = folder.rglob("*.ipynb")
    return {path.relative_to(folder).as_posix(): file_digest(path) for path in notebooks}


def add_outdated(app: Sphinx) -> None:
    """Register both with Sphinx."""
    app.connect("env-get-outdated", pages_to_read)
    app.connect("env-updated", pages_to_write)
