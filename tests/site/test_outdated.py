"""Which pages are read and written anew: those that need it, whatever the clock says."""

import io
import os
import shutil
from collections.abc import Collection, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

from minsheng import paths
from minsheng.data import load_book
from minsheng.files import are_same, lay_same
from minsheng.language import Language
from minsheng.site import downloads, outdated, status
from minsheng.site.aside import lay_aside
from minsheng.site.build import _remove_late_sheets, lay_catalogues, renew
from minsheng.site.resumed import Resumed
from minsheng.site.told import Told, _Asked

PAGES = {
    "index": "# Start\n\n```{toctree}\nplain\nmade\nstatus\n```\n",
    "plain": "# Plain\n\nWords.\n",
    "made": "# Made\n\n{fact}`2023.urban_new_jobs.actual`\n",
    "status": "# Status\n\n```{built-counts}\n```\n",
}
MADE_FROM_ALL = "# All\n\n```{at-a-glance}\n```\n\n```{editions}\n```\n\n```{own-rule}\n```\n\n" + (
    "```{worked-example} completion 2023.urban_new_jobs\n```\n\n{worked}`count comparisons`\n"
)
CHAPTERS = ("disabled_employment", "evaluation", "urban_new_jobs")


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    shutil.copytree(paths.DATA, tmp_path / "data")
    monkeypatch.setattr(paths, "DATA", tmp_path / "data")
    load_book.cache_clear()
    for name, text in PAGES.items():
        lay(tmp_path, name, text)
    yield tmp_path
    load_book.cache_clear()


def lay(folder: Path, name: str, text: str) -> None:
    (folder / "src").mkdir(exist_ok=True)
    (folder / "src" / f"{name}.md").write_text(text, encoding="utf-8")


def edit(folder: Path, name: str, before: str, after: str) -> None:
    """Change a file of the data; what is to be changed must stand there."""
    path = folder / "data" / name
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")
    load_book.cache_clear()


def swapped(prefix: str) -> tuple[str, str]:
    """Return two neighbouring rows of the figures of 2023, and the same the other way round."""
    lines = (paths.DATA / "figures" / "2023.csv").read_text(encoding="utf-8").splitlines(True)
    place = next(number for number, line in enumerate(lines) if line.startswith(prefix))
    first, second = lines[place : place + 2]
    return first + second, second + first


def files(folder: Path) -> dict[str, bytes]:
    """Return what is published of a folder, as far as it depends on no earlier build."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != ".buildinfo"
    }


def built(
    folder: Path, pages: Collection[str] = (), language: str = "en"
) -> tuple[set[str], set[str]]:
    """Build what is outdated; return the pages that were read, and those written."""
    read: set[str] = set()
    written: set[str] = set()
    settings = {"extensions": ["myst_nb", "minsheng.site.extension"], "html_theme": "basic"}
    settings |= {"html_math_renderer": "mathml", "nb_execution_mode": "off"}
    settings |= {"language": language, "gettext_compact": "book"}
    with patch_docutils(str(folder)), docutils_namespace():
        trees = (str(folder / "src"), None, str(folder / "out"), str(folder / "trees"))
        app = Sphinx(*trees, "html", settings, status=None, warning=io.StringIO())
        app.connect("doctree-read", lambda app, _: read.add(app.env.docname))
        app.connect("html-page-context", lambda _, page, *__: written.add(page))
        app.build()
    return read, written & {*PAGES, *pages}


def test_nothing_is_done_where_nothing_changed(book: Path) -> None:
    assert built(book) == ({*PAGES}, {*PAGES})
    assert built(book) == (set(), set())


def test_a_page_with_other_words_is_made_anew_with_its_contents(book: Path) -> None:
    built(book)
    lay(book, "plain", "# Plain\n\nOther words.\n")
    assert built(book) == ({"plain"}, {"plain", "index"})


def test_a_changed_page_is_seen_though_its_time_is_long_past(book: Path) -> None:
    built(book)
    lay(book, "plain", "# Plain\n\nOther words.\n")
    os.utime(book / "src" / "plain.md", (1, 1))
    assert built(book) == ({"plain"}, {"plain", "index"})


def test_a_changed_page_alone_is_read_where_all_are_translated(book: Path) -> None:
    def built_in_chinese() -> set[str]:
        drafts = book / "drafts"
        shutil.copytree(book / "src", drafts, ignore=shutil.ignore_patterns("locales"))
        lay_catalogues(drafts, Language("zh"))
        renew(book / "src", drafts)
        return built(book, language="zh_CN")[0]

    assert built_in_chinese() == {*PAGES}
    (compiled,) = (book / "src").rglob("book.mo")
    assert b"POT-Creation-Date: 1970-01-01 00:00+0000" in compiled.read_bytes()
    lay(book, "plain", "# Plain\n\nOther words.\n")
    assert built_in_chinese() == {"plain"}


def test_another_title_writes_every_page(book: Path) -> None:
    built(book)
    lay(book, "plain", "# Other\n\nWords.\n")
    read, written = built(book)
    assert read == {"plain"}
    assert written == {*PAGES}


def test_other_data_are_written_everywhere_and_read_nowhere_if_no_block_says_them(
    book: Path,
) -> None:
    built(book)
    table = book / "data" / "excused.csv"
    table.write_bytes(table.read_bytes() + b"\n")
    assert built(book) == (set(), {*PAGES})


def test_a_page_is_read_where_it_says_something_else_and_written_where_its_cards_do(
    book: Path,
) -> None:
    built(book)
    edit(book, "figures/2023.csv", ",3.1/p1/s1,", ",3.1/p1/s2,")
    assert built(book) == (set(), {"made", "index"})
    edit(book, "figures/2023.csv", ",actual,21.99,", ",actual,21.98,")
    assert built(book) == ({"made"}, {"made", "index"})


def test_what_pages_were_told_comes_back_from_another_process_that_read_them() -> None:
    mark = Told("", "1").mark
    ours, theirs = SimpleNamespace(), SimpleNamespace(book_asked={"made": {("fact", "x"): mark}})
    collector: Any = _Asked()
    collector.merge_other(None, ours, {"made", "plain"}, theirs)
    assert ours.book_asked == theirs.book_asked
    collector.clear_doc(None, ours, "made")
    assert ours.book_asked == {}


def test_a_page_that_names_what_is_missing_is_read_when_it_is_there(book: Path) -> None:
    lay(book, "made", "# Made\n\n{fact}`2023.disability_fair_posts.actual`\n")
    table = book / "data" / "figures" / "2023.csv"
    whole = table.read_text(encoding="utf-8")
    rows = whole.splitlines(keepends=True)
    others = [row for row in rows if not row.startswith("2023.disability_fair_posts.actual,")]
    table.write_text("".join(others), encoding="utf-8")
    load_book.cache_clear()
    built(book)
    table.write_text(whole, encoding="utf-8")
    load_book.cache_clear()
    assert "made" in built(book)[0]


def test_another_figure_is_written_where_it_is_named(book: Path) -> None:
    number = '<data class="fact" value="{}" data-figure="2023.{}.actual" data-how="published">'
    for name, value in (("disability_fair_posts", 652), ("urban_new_jobs", 219900)):
        lay(book, name, f"# T\n\n<p>{number.format(value, name)}{value}</data></p>\n")
    pages = {"disability_fair_posts", "urban_new_jobs"}
    assert pages <= built(book, pages)[1]
    edit(book, *CHANGES["a figure"])
    assert built(book, pages) == (set(), {"disability_fair_posts", "index"})


# What is changed in turn: the file, what stands there, and what stands there then.
CHANGES = {
    "a figure": ("figures/2023.csv", ",actual,652,", ",actual,653,"),
    "the order of figures": ("figures/2023.csv", *swapped("2023.urban_new_jobs.")),
    "the title of a source": ("sources.csv", ",Evaluation report on the", ",A report on the"),
    "the grade of a source": ("sources.csv", "006731196.shtml,B,", "006731196.shtml,C,"),
    "a decision": ("editions.csv", "2021-06,,,", "2021-05,,,"),
    "a promise": ("promises.csv", "Stable employment for 600", "Steady employment for 600"),
    "a vote": ("votes/zhenhai_2021.csv", ",29,28,1,,", ",29,27,2,,"),
    "a name": ("catalogue.yml", "en: new urban jobs\n", "en: new jobs in towns\n"),
    "a threshold": ("rules.yml", 'on_track, at_least: "0.95"', 'on_track, at_least: "0.96"'),
}


def test_after_any_change_every_file_is_as_if_built_from_nothing(
    book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(downloads, "ready_export", dict)
    lay(book, "all", MADE_FROM_ALL)
    for chapter in CHAPTERS:
        notebook = paths.NOTEBOOKS / f"{chapter}.ipynb"
        (book / "src" / "2023").mkdir(exist_ok=True)
        shutil.copyfile(notebook, book / "src" / "2023" / notebook.name)
    built(book)
    before = files(book / "out")
    for name, change in CHANGES.items():
        edit(book, *change)
        _remove_late_sheets(book / "out")
        built(book)
        shutil.move(book / "out", book / "made")
        shutil.move(book / "trees", book / "kept")
        built(book)
        made, anew = files(book / "made"), files(book / "out")
        assert [each for each in anew if made.get(each) != anew[each]] == [], name
        assert made.keys() == anew.keys(), name
        assert made != before, f"{name} shows nowhere"
        before = made
        for place, other in (("made", "out"), ("kept", "trees")):
            shutil.rmtree(book / other)
            shutil.move(book / place, book / other)


def test_the_page_of_what_was_built_follows_every_input(
    book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay(book, "status", "# Status\n\n```{built-parts}\n```\n")
    built(book)
    monkeypatch.setattr(status, "own_files", lambda _place: [])
    assert built(book) == (set(), set()), "no input changed"
    monkeypatch.setattr(outdated, "input_digests", lambda: {"a file": "another"})
    assert built(book) == ({"status"}, {"status", "index"})


def test_files_that_stay_the_same_are_not_touched(tmp_path: Path) -> None:
    folder, drafts = tmp_path / "folder", tmp_path / "drafts"
    for where, files in (
        (folder, {"same": "1", "other": "1", "sub/gone": "1"}),
        (drafts, {"same": "1", "other": "2", "new/one": "3"}),
    ):
        for name, text in files.items():
            (where / name).parent.mkdir(parents=True, exist_ok=True)
            (where / name).write_text(text, encoding="utf-8")
    stamp = (folder / "same").stat()
    renew(folder, drafts)
    found = {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in folder.rglob("*")
        if path.is_file()
    }
    assert found == {"same": "1", "other": "2", "new/one": "3"}
    assert (folder / "same").stat().st_mtime_ns == stamp.st_mtime_ns
    assert not drafts.exists()


def test_what_is_published_as_it_is_stays_the_same_file(tmp_path: Path) -> None:
    made, pages, published = (tmp_path / name for name in ("made", "pages", "published"))
    for folder, texts in (
        (made, {"same": "1", "sub/other": "2", "sub/new": "3", "sub/sheet.css.map": ""}),
        (published, {"same": "1", "sub/other": "1", "gone": "1"}),
    ):
        for name, text in texts.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8")
    lay_aside(made, pages, published)
    assert files(pages) == {"same": b"1", "sub/other": b"2", "sub/new": b"3"}
    assert not (pages / "sub/new").samefile(made / "sub/new")
    assert (pages / "same").samefile(published / "same")
    assert all((made / each).stat().st_nlink == 1 for each in files(pages)), "made can be written"


def test_a_page_made_anew_leaves_the_published_one_as_it_is(book: Path) -> None:
    lay(book, "made", MADE_FROM_ALL)
    built(book)
    made, published = book / "out", book / "published"
    lay_aside(made, published, book / "nothing")
    before = files(published)
    shared = {name for name in before if (published / name).samefile(made / name)}
    assert {f"{page}.html" for page in PAGES} | {"_sources/made.md.txt"} <= shared
    for page in PAGES:
        lay(book, page, (book / "src" / f"{page}.md").read_text(encoding="utf-8") + "\nMore.\n")
    edit(book, "figures/2023.csv", ",actual,21.99,", ",actual,21.98,")
    built(book)
    assert files(published) == before
    assert files(made).keys() == before.keys()
    for page in PAGES:
        for name in (f"{page}.html", f"_sources/{page}.md.txt"):
            assert files(made)[name] != before[name]


def test_where_a_file_has_one_place_it_is_copied(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*places: object) -> None:
        raise PermissionError(1, "Operation not permitted", *places)

    monkeypatch.setattr(os, "link", refused)
    source, target = tmp_path / "source", tmp_path / "target"
    source.write_text("1", encoding="utf-8")
    lay_same(source, target)
    assert target.read_text(encoding="utf-8") == "1"
    assert not target.samefile(source)
    assert are_same(source, target)


def test_only_a_folder_sealed_whole_is_taken_up(tmp_path: Path) -> None:
    work, staged = Resumed(tmp_path / "en"), tmp_path / "staged"
    staged.mkdir()
    for name in ("_config.yml", "_toc.yml"):
        (staged / name).write_text("1", encoding="utf-8")
    page = tmp_path / "en" / "page.html"

    def made() -> str:
        key = work.begin(staged)
        page.parent.mkdir(exist_ok=True)
        page.write_text("page", encoding="utf-8")
        return key

    work.seal(made())
    assert not work.is_taken_up
    key = work.begin(staged)
    assert page.exists() and work.is_taken_up, "a sealed folder stays"
    work.begin(staged)
    assert not page.exists() and not work.is_taken_up, "after an interruption there is no seal"
    work.seal(made())
    page.write_text("spoilt", encoding="utf-8")
    work.begin(staged)
    assert not page.exists(), "what was spoilt goes"
    work.seal(made())
    (staged / "_toc.yml").write_text("2", encoding="utf-8")
    assert work.begin(staged) != key
    assert not page.exists(), "other contents make every page anew"
