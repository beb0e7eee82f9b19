"""Ways on from a page: other years, its citation, its command, what changed."""

import json
import re
import shlex
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from minsheng import __version__, paths
from minsheng.data import load_book
from minsheng.language import LANGUAGES, Language
from minsheng.run.parameters import check_parameters
from minsheng.run.plan import plan
from minsheng.site.changes import data_changes
from minsheng.site.editions import edition_links
from minsheng.site.record import Record, commands, record_html

ENGLISH, CHINESE = Language("en"), Language("zh")
PAGES = {"2023/urban_new_jobs", "2023/overview", "2021/overview", "2021/urban_new_jobs"}
PAGES |= {"2026/overview"}
RECORD = Record(
    ENGLISH,
    "2023/urban_new_jobs",
    "New urban jobs",
    "Promises & figures",
    "The contributors",
    "https://book.example/en/2023/urban_new_jobs.html",
)


def test_the_same_chapter_of_another_year_else_its_overview() -> None:
    links = edition_links(ENGLISH, "2023/urban_new_jobs", (2026, 2023, 2021), PAGES)
    assert links is not None
    assert re.findall(r"<li>(.*)</li>", links) == [
        '<a href="../2026/overview.html">2026: overview</a>',
        '<span aria-current="page">2023</span>',
        '<a href="../2021/urban_new_jobs.html">2021</a>',
    ]


def test_a_year_is_called_one_once_in_chinese() -> None:
    links = edition_links(CHINESE, "2023/urban_new_jobs", (2026, 2023), PAGES)
    assert links is not None
    assert ">2026年：总览</a>" in links
    assert replace(RECORD, lang=CHINESE, title="城镇新增就业").whole == "城镇新增就业（2023年）"


def test_the_foot_in_chinese_has_full_width_marks() -> None:
    assert '<p>固定地址：<a class="page-address"' in record_html(
        replace(RECORD, lang=CHINESE), "urban_new_jobs.html"
    )


@pytest.mark.parametrize(("page", "years"), [("data", (2023, 2021)), ("2023/overview", (2023,))])
def test_no_links_outside_an_edition_or_to_a_single_one(page: str, years: tuple[int, ...]) -> None:
    assert edition_links(ENGLISH, page, years, PAGES) is None


def test_bibtex() -> None:
    assert RECORD.bibtex("2026-01-31").splitlines() == [
        "@misc{minsheng-2023-urban_new_jobs,",
        "  author = {{The contributors}},",
        "  title = {New urban jobs (2023)},",
        "  howpublished = {Promises & figures},",
        f"  version = {{{__version__}}},",
        "  url = {https://book.example/en/2023/urban_new_jobs.html},",
        "  urldate = {2026-01-31}",
        "}",
    ]


def test_csl_json() -> None:
    (entry,) = json.loads(RECORD.csl())
    assert entry["type"] == "webpage"
    assert entry["title"] == "New urban jobs (2023)"
    assert entry["author"] == [{"literal": "The contributors"}]
    assert entry["URL"] == RECORD.address


def test_the_national_standard() -> None:
    assert RECORD.national("2026-01-31") == (
        f"The contributors. New urban jobs (2023)[EB/OL]//Promises & figures: {__version__}. "
        "[2026-01-31]. https://book.example/en/2023/urban_new_jobs.html."
    )


def test_a_page_outside_an_edition_has_no_year() -> None:
    assert replace(RECORD, page="methods", title="Methods").whole == "Methods"


def test_the_foot_can_be_filled_in_by_the_reader() -> None:
    html = record_html(RECORD, "urban_new_jobs.html")
    assert html.count('<span class="access-date">YYYY-MM-DD</span>') == 2
    assert html.count(f'class="page-address">{RECORD.address}</span>') == 3
    assert "Promises &amp; figures" in html
    assert "\0" not in html


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_command_shown_names_a_notebook_and_its_parameters(lang: str) -> None:
    runs = plan(load_book(), languages=[lang])
    assert runs
    for run in runs:
        own, papermill = commands(Language(lang), run.page)
        options = shlex.split(own)[2:]
        year = [] if run.is_across else ["--year", str(run.year)]
        assert options == [*year, "--chapter", run.chapter, "--lang", run.lang]
        __, source, __, *given = shlex.split(papermill)
        pairs = dict(zip(given[1::3], given[2::3], strict=True))
        assert check_parameters(paths.ROOT / source, pairs) == run.own


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_commands_run(lang: str, tmp_path: Path) -> None:
    own, papermill = commands(Language(lang), "2023/overview")
    planned = command(own, "--dry-run")
    assert planned.splitlines() == [f"2023/overview ({lang})"]
    source, target, *options = shlex.split(papermill)[1:]
    prepared = tmp_path / target
    command(f"papermill {source} {prepared} {shlex.join(options)}", "--prepare-only")
    assert f'lang = "{lang}"' in prepared.read_text(encoding="utf-8").replace('\\"', '"')


def command(line: str, *more: str) -> str:
    """Run a command of the project's environment from its root; return what it prints."""
    name, *options = shlex.split(line)
    program = Path(sys.executable).with_name(Path(name).name)
    done = subprocess.run(
        [program, *options, *more], cwd=paths.ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_page_of_prose_is_made_by_the_whole_book() -> None:
    assert commands(ENGLISH, "methods") == ("make book",)


CHANGELOG = """# Changelog

## Unreleased

### Data
- More figures.

### Book
- More pages.

## 1.0.0

### Book
- Pages.

## 0.9.0

### Data
- Figures.
"""


def test_only_the_parts_on_data_are_taken() -> None:
    assert data_changes(CHANGELOG) == [
        ("Unreleased", "- More figures."),
        ("0.9.0", "- Figures."),
    ]


def test_a_changelog_that_says_nothing_of_data_is_refused() -> None:
    with pytest.raises(ValueError, match="Data"):
        data_changes("# Changelog\n\n## 1.0.0\n\n### Book\n- Pages.\n")


def test_the_changelog_of_the_project_says_something_of_data() -> None:
    assert data_changes((paths.ROOT / "CHANGELOG.md").read_text(encoding="utf-8"))
