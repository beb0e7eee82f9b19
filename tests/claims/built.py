"""Every page of the book, run and built in both languages, without the theme around it."""

import io
from collections.abc import Mapping
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

from minsheng import paths
from minsheng.data import load_book
from minsheng.files import write_whole
from minsheng.language import Language
from minsheng.run import plan
from minsheng.run.execute import Failure, executed_side_by_side
from minsheng.site.build import lay_catalogues, lay_prose
from minsheng.site.languages import SPHINX_LANGUAGES
from sphinx_settings import SETTINGS


def run_notebooks(folder: Path) -> None:
    """Run every notebook of every edition in every language into `<folder>/<lang>/<year>/`."""
    runs = plan(load_book())
    tasks = {run: (run.source, {"year": run.year, "lang": run.lang}, run.name) for run in runs}
    for run, text in executed_side_by_side(tasks, whole=False):
        assert not isinstance(text, Failure), str(text)
        write_whole(folder / run.target.relative_to(paths.EXECUTED), text)


def build_pages(executed: Path, folder: Path, lang: str) -> Mapping[str, str]:
    """Build the prose pages and the executed notebooks of one language; return them by name."""
    source = folder / "source"
    lay_prose(source, Language(lang))
    lay_catalogues(source, Language(lang))
    for notebook in sorted((executed / lang).rglob("*.ipynb")):
        text = notebook.read_text(encoding="utf-8")
        write_whole(source / notebook.relative_to(executed / lang), text)
    settings = {**SETTINGS, "language": SPHINX_LANGUAGES[lang], "gettext_compact": "book"}
    html, trees = folder / "html", folder / "trees"
    with patch_docutils(str(source)), docutils_namespace():
        Sphinx(
            str(source),
            None,
            str(html),
            str(trees),
            "html",
            settings,
            status=None,
            warning=io.StringIO(),
        ).build()
    names = (path.relative_to(source).with_suffix("") for path in source.rglob("*.*"))
    pages = {name.as_posix(): html / f"{name}.html" for name in names}
    return {
        name: _body(path.read_text(encoding="utf-8"))
        for name, path in sorted(pages.items())
        if path.exists()
    }


def _body(html: str) -> str:
    """Return what the page itself says, without the theme around it."""
    start = html.index('<div class="body" role="main">')
    return html[start : html.index('<div class="clearer">', start)]
