"""Small builds of single pages, with the book's extension and no theme."""

import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

from sphinx_settings import SETTINGS


@dataclass(frozen=True)
class Built:
    """What a build left behind, and what it warned of."""

    folder: Path
    warnings: str

    def text(self, name: str) -> str:
        return (self.folder / name).read_text(encoding="utf-8")


@pytest.fixture
def build_pages(tmp_path: Path) -> Callable[..., Built]:
    """Build pages of Markdown, given as texts by name, with one builder and in one language."""

    def build(builder: str = "html", lang: str = "en", **pages: str) -> Built:
        source = tmp_path / "pages"
        for name, text in pages.items():
            page = source / f"{name.replace('__', '/')}.md"
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text(text, encoding="utf-8")
        output, warnings = tmp_path / f"{builder}-{lang}", io.StringIO()
        with patch_docutils(str(source)), docutils_namespace():
            Sphinx(
                str(source),
                None,
                str(output),
                str(tmp_path / f"trees-{builder}-{lang}"),
                builder,
                {**SETTINGS, "language": {"en": "en", "zh": "zh_CN"}[lang]},
                status=None,
                warning=warnings,
            ).build()
        return Built(output, warnings.getvalue())

    return build
