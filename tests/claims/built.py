"""Every page of the book, run and built in both languages, without the theme around it."""

import io
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

from minsheng import paths
from minsheng.data import load_book
from minsheng.files import write_whole
from minsheng.language import Language
from minsheng.run import plan, run_all
from minsheng.site.build import lay_catalogues, lay_prose
from minsheng.site.languages import SPHINX_LANGUAGES
from sphinx_settings import SETTINGS


@contextmanager
def executed_into(folder: Path) -> Iterator[None]:
    """Run every notebook of every edition and language, and find the results in a folder."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(paths, "EXECUTED", folder)
        run_all(plan(load_book()))
        yield


def build_pages(folder: Path, lang: str) -> Mapping[str, str]:
    """Build the prose pages and the executed notebooks of one language; return them by name."""
    source = folder / "source"
    lay_prose(source, Language(lang))
    lay_catalogues(source, Language(lang))
    for notebook in sorted((paths.EXECUTED / lang).rglob("*.ipynb")):
        text = notebook.read_text(encoding="utf-8")
        write_whole(source / notebook.relative_to(paths.EXECUTED / lang), text)
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
