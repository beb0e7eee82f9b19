"""Translated pages come out as the parser of the notebook extension makes them, at less cost."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from docutils.frontend import get_default_settings
from docutils.parsers.rst import Parser as RSTParser
from myst_nb.sphinx_ import Parser
from myst_parser.mdit_to_docutils import base
from nbformat import reads, writes
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from minsheng.site import reading, sparing

PAGE = """# Heading

A *first* paragraph[^a] with {fact}`2023.urban_new_jobs.actual` and a [link](#heading).

## Heading

Term
: What it *means*

[^a]: The note.
"""
WORDS = {
    "Heading": "标题",
    "A *first* paragraph[^a] with {fact}`2023.urban_new_jobs.actual` and a [link](#heading).": (
        "第*一*段[^a]，有{fact}`2023.urban_new_jobs.actual`和[链接](#heading)。"
    ),
    "Term": "词",
    "What it *means*": "它的*意思*",
    "The note.": "---",
}


@pytest.fixture
def translated(tmp_path: Path) -> None:
    folder = tmp_path / "pages" / "locales" / "zh_CN" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n'
    pairs = (f'\nmsgid "{english}"\nmsgstr "{chinese}"\n' for english, chinese in WORDS.items())
    (folder / "index.po").write_text(head + "".join(pairs), encoding="utf-8")


@pytest.mark.usefixtures("translated")
def test_a_translated_page_is_the_same(
    build_pages: Callable, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    ours = build_pages(lang="zh", index=PAGE)
    html = ours.text("index.html")
    assert "第<em>一</em>段" in html
    for made in (ours.folder, tmp_path / "trees-html-zh"):
        shutil.rmtree(made)
    monkeypatch.setattr(reading, "PageParser", Parser)
    theirs = build_pages(lang="zh", index=PAGE)
    assert theirs.text("index.html") == html
    assert theirs.warnings == ours.warnings


@pytest.mark.usefixtures("translated")
def test_one_parser_reads_every_message(
    build_pages: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = []
    create = reading.create_md_parser

    def counted(*given: object) -> object:
        made.append(create(*given))
        return made[-1]

    monkeypatch.setattr(reading, "create_md_parser", counted)
    build_pages(lang="zh", index=PAGE)
    assert len(made) == 1


@pytest.mark.usefixtures("translated")
def test_notebooks_that_share_a_parser_and_headings_are_the_same(
    build_pages: Callable, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name, words in (("a", "[One].\n\n[One]: #of-a"), ("b", "[One].")):
        cells = [
            new_markdown_cell(f"# Notebook\n\n## Heading\n\n{words}"),
            new_code_cell("1 + 1", outputs=[new_output("execute_result", {"text/plain": "2"})]),
            new_markdown_cell("## Heading\n\nThe note."),
        ]
        (tmp_path / "pages" / f"{name}.ipynb").write_text(writes(new_notebook(cells=cells)))
        shutil.copy(
            tmp_path / "pages/locales/zh_CN/LC_MESSAGES/index.po",
            tmp_path / f"pages/locales/zh_CN/LC_MESSAGES/{name}.po",
        )
    ours = build_pages(lang="zh", index=PAGE)
    pages = {name: ours.text(f"{name}.html") for name in ("a", "b", "index")}
    assert all(pages[name].count("标题") >= 2 for name in pages)
    assert "#of-a" in pages["a"] and "[One]" in pages["b"]
    for made in (ours.folder, tmp_path / "trees-html-zh"):
        shutil.rmtree(made)
    monkeypatch.setattr(reading, "parsers_once", lambda create: create)
    monkeypatch.setattr(reading, "read_executed", lambda text: reads(text, as_version=4))
    monkeypatch.setattr(sparing, "messages_once", lambda publish: publish)
    theirs = build_pages(lang="zh", index=PAGE)
    assert {name: theirs.text(f"{name}.html") for name in pages} == pages
    assert theirs.warnings == ours.warnings


def test_a_document_has_default_settings_and_shares_none() -> None:
    ours, other = reading.make_document(), reading.make_document()
    settings = vars(ours.settings)
    expected = vars(get_default_settings(RSTParser))
    assert str(settings) == str(expected)
    lists = [name for name, value in settings.items() if isinstance(value, list)]
    assert lists
    for name in lists:
        assert settings[name] is not vars(other.settings)[name]
    assert ours["source"] == "notset"
    assert base.make_document is reading.make_document
