"""What Sphinx and the theme work out anew for every page although it comes out the same, done once.

They colour the same code, render the same titles, and digest the same sheets page by page, make a
page's list of sections three times, ask of each template whether it changed, and print the trees of
pages for a log that nobody reads. For each page they hang the catalogue of translations once more
behind itself, and look through all of them; in every build they look through all packages for
themes, and compare the theme's files with what is there. A test builds pages with and without this,
and they are the same.
"""

import logging
import re
from collections.abc import Callable
from functools import cache
from importlib.metadata import entry_points
from os import PathLike, fspath
from pathlib import Path
from typing import Any

from docutils import nodes
from pygments import styles
from pygments.plugin import find_plugin_styles
from sphinx import theming
from sphinx.application import Sphinx
from sphinx.builders import html
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.locale import init
from sphinx.transforms import i18n
from sphinx.util import nodes as trees
from sphinx.util.logging import NAMESPACE

from minsheng.site.resumed import Resumed

Digest = Callable[[Path, str | PathLike[str]], str]
# What Sphinx lists of a page: its title, which the theme leaves out, and the sections below it.
_BELOW_TITLE = re.compile(
    r'<ul>\n<li><a [^>]*href="#">(?:(?!</a>).)*</a>(<ul>.*</ul>)\n</li>\n</ul>\n', re.DOTALL
)
# A message without markup, or a title of such words as Sphinx hands it over, underlined.
_WORDS = re.compile(r"\w[\w ,.，。、：；？（）]*(?:\n=+)?")
_OF_PAGES, _OF_TRANSLATION = vars(html), vars(i18n)
_digest_of_sheet: Digest = _OF_PAGES["_file_checksum"]
_publish_message: Callable[..., nodes.Element] = _OF_TRANSLATION["publish_msgstr"]


def coloured_once(colour: Callable[..., str]) -> Callable[..., str]:
    """Return a function that colours a block of code as `colour` does, the same block once."""
    known: dict[str, str] = {}

    def coloured(
        source: str,
        lang: str,
        opts: dict[str, Any] | None = None,
        force: bool = False,
        location: Any = None,
        **more: Any,
    ) -> str:
        key = repr((source, lang, opts, force, sorted(more.items())))
        if key not in known:
            known[key] = colour(source, lang, opts, force, location, **more)
        return known[key]

    return coloured


def titles_once(
    render: Callable[[nodes.Node | None], dict[str, str]],
) -> Callable[[nodes.Node | None], dict[str, str]]:
    """Return a function that renders as `render` does, a title that is words alone once.

    The title of a page stands on itself, on its neighbours, and on all pages below it.
    """
    known: dict[str, dict[str, str]] = {}

    def rendered(node: nodes.Node | None) -> dict[str, str]:
        if not isinstance(node, nodes.title) or not _is_words(node):
            return render(node)
        key = str(node)  # whole, where its `repr` stops after some letters
        if key not in known:
            known[key] = dict(render(node))
        return known[key]

    return rendered


def _is_words(title: nodes.title) -> bool:
    return all(isinstance(each, nodes.Text) for each in title.children)


def digests_once(digest: Digest) -> Digest:
    """Return a function that digests sheets and scripts as `digest` does, each that is there once.

    One that is not there yet has no digest, and may have one later.
    """
    known: dict[str, str] = {}

    def digested(folder: Path, name: str | PathLike[str]) -> str:
        key = str(folder / fspath(name))
        found = known.get(key) or digest(folder, name)
        if found:
            known[key] = found
        return found

    return digested


def catalogues_once(init: Callable[..., Any]) -> Callable[..., Any]:
    """Return a function that finds the catalogue of some folders as `init` does, each once."""
    known: dict[str, Any] = {}

    def found(*given: Any) -> Any:
        key = repr(given)
        if key not in known:
            known[key] = init(*given)
        return known[key]

    return found


def messages_once(publish: Callable[..., nodes.Element]) -> Callable[..., nodes.Element]:
    """Return a function that reads a translated message as `publish` does, mere words once.

    Many pages have the same headings. A message with markup may tell its page something.
    """
    known: dict[str, nodes.Element] = {}

    def published(app: Sphinx, source: str, *where: Any) -> nodes.Element:
        if not _WORDS.fullmatch(source):
            return publish(app, source, *where)
        if source not in known:
            known[source] = publish(app, source, *where)
        return known[source].deepcopy()

    return published


@cache
def plugin_styles() -> tuple[Any, ...]:
    """Return the colours for code that packages offer; all packages are looked through for them."""
    return tuple(find_plugin_styles())


@cache
def plugin_themes(*, group: str) -> Any:
    """Return the themes that packages offer; all packages are looked through for them too."""
    return entry_points(group=group)


def spare_builder(app: Sphinx) -> None:
    """Let the builder of pages do once what comes out the same on all of them."""
    logging.getLogger(NAMESPACE).setLevel(_read_level(app))
    _OF_TRANSLATION["init_locale"] = catalogues_once(init)
    _OF_TRANSLATION["publish_msgstr"] = messages_once(_publish_message)
    if isinstance(app.builder, StandaloneHTMLBuilder):
        app.builder.templates.environment.auto_reload = False  # templates stay for one build
        held: dict[str, Any] = vars(app.builder)
        held["render_partial"] = titles_once(app.builder.render_partial)
        bridge: dict[str, Any] = vars(app.builder.highlighter)
        bridge["highlight_block"] = coloured_once(app.builder.highlighter.highlight_block)
        _OF_PAGES["_file_checksum"] = digests_once(_digest_of_sheet)
        if Resumed(Path(app.outdir).parents[1]).is_taken_up:
            # All are there as they would be copied, but one, over which the theme writes its own.
            held["copy_static_files"] = app.builder.create_pygments_style_file


def _read_level(app: Sphinx) -> int:
    """Return from which level on somebody reads records."""
    if app.verbosity > 0:
        return logging.DEBUG
    return logging.WARNING if app.quiet else logging.INFO


def spare_page(app: Sphinx, page: str, template: str, context: dict[str, Any], tree: Any) -> None:
    """Let pages with the same sections below their title make the list of these once."""
    del page, template, tree
    known: dict[str, Any] = vars(app.builder).setdefault("book_sections", {})

    def sections(kind: str = "html") -> Any:
        whole = context.get("toc", "")
        below = _BELOW_TITLE.fullmatch(whole)
        key = repr((kind, below[1] if below and kind == "html" else whole))
        if key not in known:
            known[key] = context["generate_toc_html"](kind)
        return known[key]

    context["book_sections"] = sections


def name_only(node: nodes.Node, length: int = 80) -> str:
    """Name a tree for the log of what is translated, where Sphinx would print it whole."""
    return type(node).__name__[:length]


def add_sparing(app: Sphinx) -> None:
    """Register all of it with Sphinx."""
    vars(trees)["repr_domxml"] = name_only
    vars(styles)["find_plugin_styles"] = plugin_styles
    vars(theming)["entry_points"] = plugin_themes
    app.connect("builder-inited", spare_builder)
    app.connect("html-page-context", spare_page, priority=400)  # before templates are tried
