"""Every chart of the book, in both languages: title and table say what its drawing shows."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from charts.findings import Published, charts_of, disagreements
from minsheng.language import LANGUAGES, Language

JOBS = "urban_new_jobs.html"


def charts(site: Path, lang: str) -> Iterator[tuple[str, Published]]:
    for page in sorted((site / lang).rglob("*.html")):
        for chart in charts_of(page.read_text(encoding="utf-8"), Language(lang)):
            yield page.relative_to(site).as_posix(), chart


def chart(site: Path, address: str) -> Published:
    (found,) = charts_of((site / address).read_text(encoding="utf-8"), Language(address[:2]))
    return found


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_title_and_every_table_is_what_is_drawn(site: Path, lang: str) -> None:
    found = {(page, each.words): [*disagreements(each)] for page, each in charts(site, lang)}
    assert len(found) > 12
    assert {place: told for place, told in found.items() if told} == {}


COUNTED = ("2020/overview.html", "2023/overview.html", "2021/audit.html", "2023/gig_markets.html")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("page", COUNTED)
def test_a_count_in_a_title_that_is_not_drawn_is_found(site: Path, lang: str, page: str) -> None:
    given = chart(site, f"{lang}/{page}")
    first = f'value="{given.numbers[0]}"'
    planted = replace(given, title=given.title.replace(first, 'value="9"', 1))
    assert len([*disagreements(planted)]) == len(given.drawings)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    ("page", "other"), [(f"2023/{JOBS}", f"2021/{JOBS}"), (f"2021/{JOBS}", f"2023/{JOBS}")]
)
def test_the_title_of_another_year_is_found(site: Path, lang: str, page: str, other: str) -> None:
    planted = replace(chart(site, f"{lang}/{page}"), title=chart(site, f"{lang}/{other}").title)
    assert len([*disagreements(planted)]) == len(planted.drawings)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("page", [f"2023/{JOBS}", "2023/evaluation.html", "2023/gig_markets.html"])
def test_a_row_that_is_not_drawn_is_found(site: Path, lang: str, page: str) -> None:
    given = chart(site, f"{lang}/{page}")
    (name, shown), *rows = given.rows
    planted = replace(given, rows=((name, f"9{shown}"), *rows))
    assert len([*disagreements(planted)]) >= len(given.drawings)
    fewer = replace(given, rows=tuple(rows))
    assert [*disagreements(fewer)] != []
