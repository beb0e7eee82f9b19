"""The Sphinx extension: formulas as MathML, the style, blocks and roles made from the data."""

from pathlib import Path

from docutils import nodes
from latex2mathml.converter import convert
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.writers.html5 import HTML5Translator

from minsheng.site.aids import add_aids
from minsheng.site.blocks import add_blocks
from minsheng.site.downloads import add_downloads
from minsheng.site.folded import add_folded
from minsheng.site.freed import add_freed
from minsheng.site.languages import add_language, forget_catalogues, translate_theme
from minsheng.site.outdated import add_outdated
from minsheng.site.prose import add_prose
from minsheng.site.reading import add_reading
from minsheng.site.told import add_told
from minsheng.site.transforms import add_transforms

STATIC = Path(__file__).parent / "static"
TEMPLATES = Path(__file__).parent / "templates"
# Jupyter Book always loads thebe, whose scripts name another host and declare a constant twice.
THEBE = ("init_thebe_core", "update_thebe_context")


def _inline(translator: HTML5Translator, node: nodes.Element) -> None:
    translator.body.append(convert(node.astext()))
    raise nodes.SkipNode


def _block(translator: HTML5Translator, node: nodes.Element) -> None:
    formula = convert(node.astext(), display="block")
    translator.body.append(f'<div class="formula">{formula}</div>')
    raise nodes.SkipNode


def _configure(app: Sphinx, config: Config) -> None:
    # Not appended: the lists may be the defaults of every build in this process.
    config.html_static_path = [*config.html_static_path, str(STATIC)]
    config.templates_path = [*config.templates_path, str(TEMPLATES)]
    app.add_css_file("book.css")
    _silence_thebe(app)


def _count_no_figures(app: Sphinx, config: Config) -> None:
    """Turn off again what an extension for LaTeX turns on, whatever `_config.yml` says."""
    del app
    config.numfig = False


def _silence_thebe(app: Sphinx) -> None:
    for listeners in app.events.listeners.values():
        for listener in list(listeners):
            if getattr(listener.handler, "__name__", "") in THEBE:
                app.disconnect(listener.id)


def setup(app: Sphinx) -> dict[str, bool]:
    """Register renderer, style and directives; safe for parallel reading and writing."""
    app.add_html_math_renderer("mathml", (_inline, None), (_block, None))
    app.add_config_value("book_languages", [], "html")
    app.connect("config-inited", _configure)
    app.connect("config-inited", _count_no_figures, priority=900)
    app.connect("builder-inited", translate_theme)
    app.connect("html-page-context", add_language)
    app.connect("build-finished", forget_catalogues, priority=900)  # when all is written
    add_reading(app)
    add_blocks(app)
    add_prose(app)
    add_transforms(app)
    add_aids(app)
    add_downloads(app)
    add_folded(app)
    add_freed(app)
    add_told(app)
    add_outdated(app)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
