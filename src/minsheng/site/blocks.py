"""Blocks that a page asks for by name and that are made from the data: tables, lists, findings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from minsheng.language import Language
from minsheng.site import (
    coverage,
    datapage,
    differences,
    downloads,
    glance,
    register,
    rules,
    status,
    vocabulary,
)
from minsheng.site.here import Here
from minsheng.site.told import Answer, Told, tell
from minsheng.tables import Table


class Block(Protocol):
    """Something that shows itself as HTML and as plain text."""

    def html(self, lang: Language) -> str:
        """Return it as HTML."""
        ...

    @property
    def plain(self) -> str:
        """Its words as lines of text."""
        ...


def shown(told: Told) -> list[nodes.Node]:
    """Return what a block puts on its page, as HTML and as plain text."""
    return [nodes.raw("", told.html, format="html"), nodes.raw("", told.plain, format="text")]


class _Named(SphinxDirective):
    """A block that needs nothing but its name."""

    def run(self) -> list[nodes.Node]:
        # Translators need the words of a page, and have run no notebook.
        if self.env.app.builder.name == "gettext":
            return []
        return shown(tell(self.env, (self.name, ""), ANSWERS[self.name]))


def _anywhere(
    tables: Mapping[str, Callable[[Language], Table]],
) -> Mapping[str, Callable[[Language, Here], Block]]:
    """Let tables that are the same on every page be asked for like blocks that are not."""

    def placed(make: Callable[[Language], Table]) -> Callable[[Language, Here], Block]:
        def block(lang: Language, here: Here) -> Block:
            del here
            return make(lang)

        return block

    return {name: placed(make) for name, make in tables.items()}


# What a page can ask for by name, as a function of its language and of where it stands.
BLOCKS: Mapping[str, Callable[[Language, Here], Block]] = {
    **_anywhere({**datapage.TABLES, **vocabulary.TABLES, **coverage.TABLES}),
    **_anywhere({**register.TABLES, **rules.TABLES, **downloads.TABLES}),
    **glance.BLOCKS,
    **differences.BLOCKS,
    **status.TABLES,
}


def _answer(name: str) -> Answer:
    def answer(lang: Language, here: Here, given: str) -> Told:
        del given
        block = BLOCKS[name](lang, here)
        return Told(block.html(lang), block.plain)

    return answer


ANSWERS: Mapping[str, Answer] = {name: _answer(name) for name in BLOCKS}


def add_blocks(app: Sphinx) -> None:
    """Register every block as a directive of its name."""
    for name in BLOCKS:
        app.add_directive(name, _Named)
