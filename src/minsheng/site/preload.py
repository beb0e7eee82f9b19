"""What makes pages imports, once, where a server has the time for it before it is needed.

A module that is missing here is imported for each language anew; `tests/cli/test_watch.py` names
it.
"""

from importlib import import_module

import soupsieve
from jupyter_book.config import get_default_sphinx_config, get_validator
from sphinx.application import builtin_extensions
from sphinx.highlighting import PygmentsBridge

from minsheng.language.messages import compile_ahead
from minsheng.site.sparing import plugin_styles, plugin_themes
from minsheng.site.swift_yaml import use_swift_yaml
from minsheng.site.unrun import import_without_runner

# The book's own, and what others import only when they come to it.
LATE = (
    *("minsheng.site.build", "minsheng.site.extension", "minsheng.site.front"),
    *("jupyter_book.cli.main", "jupyter_book.sphinx", "sphinx.builders.html", "sphinx.cmd.build"),
    *("sphinx.builders.html.transforms", "sphinx.builders.latex.transforms", "sphinx.ext.mathjax"),
    *("myst_nb.sphinx_ext", "myst_nb.ext.glue.domain", "myst_nb.ext.execution_tables"),
    *("sphinx_jupyterbook_latex.events", "sphinx_jupyterbook_latex.transforms"),
    *("sphinx_multitoc_numbering", "myst_nb.core.lexers", "myst_parser.sphinx_ext.directives"),
    *("myst_parser.sphinx_ext.mathjax", "myst_parser.sphinx_ext.myst_refs"),
    *("sphinx_design.extension", "jinja2.ext", "xml.dom.minidom"),
    *("sphinx_external_toc.collectors", "sphinx_external_toc.events"),
)

# The languages of code on pages.
LEXERS = ("python", "sh")

import_without_runner()
for module in (*LATE, *builtin_extensions, *get_default_sphinx_config()["extensions"]):
    import_module(module)
compile_ahead("*.po")
for lexer in LEXERS:
    PygmentsBridge().get_lexer("", lexer)  # which makes its patterns ready
use_swift_yaml(("jupyter_book.config", "sphinx_external_toc.parsing"))
# What is looked for among all packages.
render = import_module("myst_nb.core.render")
render.load_renderer("default")
render.load_mime_renders()
plugin_styles()
plugin_themes(group="sphinx.html_themes")
# What is checked and made ready when it is first asked for.
get_validator()
soupsieve.compile("li.toctree-l1 > details")
