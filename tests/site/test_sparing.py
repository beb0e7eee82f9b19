"""What is done once comes out as it would on every page anew."""

import io
import logging
from collections.abc import Iterator
from importlib.metadata import entry_points
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from unittest.mock import Mock

import pytest
from docutils import nodes
from pygments import styles
from sphinx import theming
from sphinx.application import Sphinx
from sphinx.builders import html
from sphinx.locale import init
from sphinx.transforms import i18n
from sphinx.util import nodes as trees
from sphinx.util.docutils import docutils_namespace, patch_docutils
from sphinx.util.logging import NAMESPACE

from minsheng.site import sparing
from sphinx_settings import THEMED

CODE = "```python\n{code}\n```\n"
PAGES = {
    "index": "# The *whole*\n\n```{toctree}\na\nb\nc\n```\n" + CODE.format(code="print(1)"),
    "a": "# One & more\n\n## Part\n\n### Part of it\n\n" + CODE.format(code="print(1)"),
    "c": "# Other & one\n\n## Part\n\n### Part of it\n",
    "b": "# Two\n\nNo parts.\n\n" + CODE.format(code="print(2)") + CODE.format(code="print(1)"),
}


@pytest.fixture
def theirs(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """Let Sphinx and the theme do everything as they do by themselves, until the end."""
    monkeypatch.setattr(sparing, "add_sparing", Mock())
    monkeypatch.setattr(html, "_file_checksum", sparing._digest_of_sheet)
    monkeypatch.setattr(trees, "repr_domxml", trees.repr_domxml)
    monkeypatch.setattr(i18n, "init_locale", init)
    monkeypatch.setattr(i18n, "publish_msgstr", sparing._publish_message)
    monkeypatch.setattr(styles, "find_plugin_styles", sparing.find_plugin_styles)
    monkeypatch.setattr(theming, "entry_points", entry_points)
    yield monkeypatch


def pages(folder: Path, name: str) -> dict[str, bytes]:
    """Build the pages with the book's theme; return every file that is published, by its name."""
    for page, text in PAGES.items():
        (folder / "src").mkdir(exist_ok=True)
        (folder / "src" / f"{page}.md").write_text(text, encoding="utf-8")
    out, warnings = folder / name, io.StringIO()
    with patch_docutils(str(folder)), docutils_namespace():
        places = (str(folder / "src"), None, str(out), str(folder / f"{name}.trees"))
        Sphinx(*places, "html", THEMED, status=None, warning=warnings).build()
    assert warnings.getvalue() == ""
    found = (path for path in out.rglob("*") if path.is_file() and path.name != ".buildinfo")
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in found}


def test_every_file_is_the_same(tmp_path: Path, theirs: pytest.MonkeyPatch) -> None:
    before = pages(tmp_path, "theirs")
    theirs.undo()
    after = pages(tmp_path, "ours")
    assert {"index.html", "a.html", "b.html", "c.html"} <= before.keys() == after.keys()
    assert [name for name in before if before[name] != after[name]] == []
    assert b"One &amp; more" in after["index.html"] and b"?v=" in after["a.html"]


def test_static_files_are_copied_unless_the_folder_is_taken_up_again(tmp_path: Path) -> None:
    def static() -> dict[str, bytes]:
        made = pages(tmp_path, "out/_build/html")
        return {name: body for name, body in made.items() if name.startswith("_static/")}

    whole = static()
    sheet = tmp_path / "out" / "_build" / "html" / "_static" / "basic.css"
    sheet.unlink()
    assert static() == whole
    (tmp_path / "out.opened").touch()
    assert static() == whole
    sheet.unlink()
    assert whole.keys() - static().keys() == {"_static/basic.css"}


def test_a_block_is_coloured_once_for_each_way_to_colour_it() -> None:
    asked: list[Any] = []

    def colour(*given: Any, **more: Any) -> str:
        asked.append((given, more))
        return f"<pre>{given[0]}</pre>"

    coloured = sparing.coloured_once(colour)
    blocks = [coloured("x", "python", {}, False, place, linenos=False) for place in ("a", "b")]
    assert blocks == ["<pre>x</pre>"] * 2
    assert len(asked) == 1
    coloured("x", "text", {}, False, "a", linenos=False)
    coloured("x", "python", {}, False, "a", linenos=True)
    assert len(asked) == 3


def test_pages_with_the_same_sections_list_them_once() -> None:
    app, asked = SimpleNamespace(builder=SimpleNamespace()), []

    def sections(title: str, below: str, kind: str = "html") -> str:
        item = f'<li><a class="reference internal" href="#">{title}</a>{below}'
        context: dict[str, Any] = {"toc": f"<ul>\n{item}\n</li>\n</ul>\n"}
        context["generate_toc_html"] = lambda kind: asked.append((title, kind)) or title
        sparing.spare_page(app, "page", "page.html", context, None)
        return str(context["book_sections"](kind))

    part = '<ul>\n<li><a class="reference internal" href="#part">Part</a></li>\n</ul>'
    assert sections("One", part) == sections("Two", part) == "One"
    assert sections("Three", part.replace("part", "other")) == "Three"
    assert sections("One", "") == "One" and sections("Two", "") == "Two"
    assert [sections(title, part, "raw") for title in ("One", "Two")] == ["One", "Two"]
    assert len(asked) == 6


def test_a_title_with_more_than_words_is_rendered_anew() -> None:
    rendered: list[nodes.Node | None] = []

    def render(node: nodes.Node | None) -> dict[str, str]:
        rendered.append(node)
        return {"title": str(len(rendered))}

    once = sparing.titles_once(render)
    words, marked = nodes.title("", "Words"), nodes.title("", "", nodes.emphasis("", "Words"))
    assert [once(each)["title"] for each in (words, marked, words, marked)] == ["1", "2", "1", "3"]
    assert once(None) == {"title": "4"}


def test_titles_that_begin_alike_are_not_taken_for_each_other() -> None:
    once = sparing.titles_once(lambda node: {"title": node.astext() if node else ""})
    titles = [f"New urban jobs, as they were published in {year}" for year in (2022, 2023)]
    assert [once(nodes.title("", title))["title"] for title in titles] == titles


def test_a_sheet_that_comes_later_is_digested_then(tmp_path: Path) -> None:
    digested = sparing.digests_once(sparing._digest_of_sheet)
    assert digested(tmp_path, "late.css") == ""
    (tmp_path / "late.css").write_text("a {}", encoding="utf-8")
    first = digested(tmp_path, "late.css")
    assert first == sparing._digest_of_sheet(tmp_path, "late.css") != ""


def test_no_record_is_made_of_what_nobody_reads(tmp_path: Path) -> None:
    pages(tmp_path, "ours")
    assert not logging.getLogger(f"{NAMESPACE}.sphinx.events").isEnabledFor(logging.DEBUG)


def test_a_catalogue_is_not_hung_behind_itself(tmp_path: Path) -> None:
    asked: list[Any] = []

    def init(*given: Any) -> tuple[list[Any], bool]:
        asked.append(given)
        return [*asked], True

    once = sparing.catalogues_once(init)
    assert once([tmp_path], "zh_CN", "book") is once([tmp_path], "zh_CN", "book")
    once([tmp_path], "zh_CN", "other")
    assert asked == [([tmp_path], "zh_CN", "book"), ([tmp_path], "zh_CN", "other")]
