"""The sidebar that is rendered once is, on every page, the one that the theme would render."""

import io
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment, FileSystemLoader
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

from minsheng.site.policy import PolicedPages
from minsheng.site.sidebar import Sidebar, add_sidebar

ASKED: dict[str, Any] = {
    "kind": "sidebar",
    "startdepth": 0,
    "maxdepth": 4,
    "collapse": False,
    "includehidden": True,
    "titles_only": True,
    "show_nav_level": 1,
}
FLAT = {
    "index": "```{toctree}\n:caption: One\n\na & b\n2023/x\n2023/y\n```\n"
    "```{toctree}\n:caption: Two\n\n2021/x\nlast\n```",
    "a & b": "",
    "2023/x": "## Part\n",
    "2023/y": "",
    "2021/x": "",
    "last": "",
}
DEEP = {**FLAT, "2023/x": "```{toctree}\n\ninner\n```", "2023/inner": ""}


def compared(folder: Path, pages: dict[str, str]) -> dict[str, tuple[str, str]]:
    """Build pages; return for each the theme's sidebar and the one rendered once."""
    for name, text in pages.items():
        path = folder / "src" / f"{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"# {name} & more\n\n{text}", encoding="utf-8")
    found: dict[str, tuple[str, str]] = {}

    def compare(app: Sphinx, page: str, _: str, context: dict[str, Any], __: object) -> None:
        add_sidebar(app, page, "", context, None)
        ours = str(context["book_sidebar"](**ASKED))
        found[page] = str(context["generate_toctree_html"](**ASKED)), ours

    settings = {"extensions": ["myst_nb"], "html_theme": "sphinx_book_theme"}
    warnings = io.StringIO()
    with patch_docutils(str(folder)), docutils_namespace():
        trees = (str(folder / "src"), None, str(folder / "out"), str(folder / "trees"))
        app = Sphinx(*trees, "html", settings, status=None, warning=warnings)
        app.connect("html-page-context", compare, priority=900)
        app.build()
    return found


def test_it_is_the_same_as_the_theme_s_own_on_every_page(tmp_path: Path) -> None:
    found = compared(tmp_path, FLAT)
    assert found.keys() >= FLAT.keys() | {"search"}
    for page, (theirs, ours) in found.items():
        assert ours == theirs, page
    assert 'href="#"' in found["2023/x"][1]
    assert len({ours for _, ours in found.values()}) > len(FLAT) - 1


def test_a_list_within_a_list_is_left_to_the_theme(tmp_path: Path) -> None:
    for page, (theirs, ours) in compared(tmp_path, DEEP).items():
        assert ours == theirs, page


@pytest.mark.parametrize("sign", ["toctree-l2", "<details", "reference external"])
def test_a_form_that_is_not_known_is_not_taken_apart(sign: str) -> None:
    assert Sidebar.of(f'<ul class="nav bd-sidenav">{sign}</ul>', "index.html") is None


def test_a_template_that_asks_the_theme_is_given_the_one_rendered_once(tmp_path: Path) -> None:
    (tmp_path / "asks.html").write_text("{{ generate_toctree_html() }}", encoding="utf-8")
    pages = PolicedPages()
    pages.environment = Environment(loader=FileSystemLoader(tmp_path), autoescape=False)
    asked = {"generate_toctree_html": lambda: "the theme's"}
    assert pages.render("asks.html", asked) == "the theme's"
    assert pages.render("asks.html", {**asked, "book_sidebar": lambda: "ours"}) == "ours"
