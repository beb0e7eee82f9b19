"""What the reader of Markdown does anew for every text although it comes out the same, done once.

It reads each page, and by itself each translated message of it. For each it works out the default
settings of a document that is then not needed, and it builds another parser of Markdown. It checks
a notebook, which was checked when it ran, and writes a copy of it that nobody reads: the one
to take away is its source.
"""

from collections.abc import Callable, Sequence
from copy import copy
from functools import cache
from types import SimpleNamespace
from typing import Any

from docutils import nodes
from docutils.frontend import get_default_settings
from docutils.parsers.rst import Parser as RSTParser
from docutils.utils import new_document
from markdown_it import MarkdownIt
from myst_nb import sphinx_
from myst_nb.core import read
from myst_nb.core.render import NbElementRenderer
from myst_nb.sphinx_ import Parser
from myst_parser.config.main import MdParserConfig
from myst_parser.mdit_to_docutils import base
from myst_parser.mdit_to_docutils.sphinx_ import SphinxRenderer
from myst_parser.parsers.mdit import create_md_parser
from nbformat import NotebookNode, v4
from sphinx.application import Sphinx

TRANSLATED = "<translated>"  # how Sphinx ends the name of a message's source
_write_file = NbElementRenderer.write_file
_default_settings = cache(get_default_settings)


def make_document(source_path: str = "notset", parser_cls: type = RSTParser) -> nodes.document:
    """Return an empty document with settings of its own, as the function of this name in myst."""
    settings = copy(_default_settings(parser_cls))
    vars(settings).update({name: copy(value) for name, value in vars(settings).items()})
    return new_document(source_path, settings)


class PageParser(Parser):  # type: ignore[misc]
    """The parser of pages and notebooks; all messages of a build go through one of Markdown."""

    supported = Parser.supported

    def parse(self, inputstring: str, document: nodes.document) -> None:
        """Parse a page, or a message that says nothing of its own about how to read it."""
        if inputstring.startswith("---") or not str(document.current_source).endswith(TRANSLATED):
            super().parse(inputstring, document)
            return
        parser = _message_parser(document.settings.env)
        parser.options["document"] = document
        parser.render(inputstring)


def _message_parser(env: Any) -> MarkdownIt:
    """Return the parser of this build, made when the first message is read."""
    held: dict[str, MarkdownIt] = vars(env.app.builder)
    if "book_messages" not in held:
        held["book_messages"] = create_md_parser(env.myst_config, SphinxRenderer)
    return held["book_messages"]


def parsers_once(create: Callable[..., MarkdownIt]) -> Callable[..., MarkdownIt]:
    """Return a function that creates parsers as `create` does, one for each way to read pages.

    Whoever asks for one gives it a document of its own.
    """
    known: dict[str, MarkdownIt] = {}

    def created(config: MdParserConfig, renderer: type[SphinxRenderer]) -> MarkdownIt:
        key = repr((renderer, config))
        if key not in known:
            known[key] = create(config, renderer)
        return known[key]

    return created


def read_executed(text: str) -> NotebookNode:
    """Return a notebook from its text, of the version that runs write."""
    notebook: NotebookNode = v4.reads(text)
    return notebook


def unwritten(notebook: object) -> str:
    """Return nothing in place of a notebook as text, which would be checked first."""
    del notebook
    return ""


def write_but_notebooks(
    renderer: NbElementRenderer, path: Sequence[str], *given: Any, **named: Any
) -> str:
    """Write what a page shows and return its address; a notebook is not written and has none."""
    if path[-1].endswith(".ipynb"):
        return ""
    address: str = _write_file(renderer, path, *given, **named)
    return address


def add_reading(app: Sphinx) -> None:
    """Let pages be read so."""
    base.make_document = make_document
    read.standard_nb_read = read_executed
    sphinx_.create_md_parser = parsers_once(create_md_parser)
    sphinx_.nbformat = SimpleNamespace(writes=unwritten)
    NbElementRenderer.write_file = write_but_notebooks
    app.setup_extension("myst_nb")
    app.add_source_parser(PageParser, override=True)
