"""The years and the regions side by side: gaps stay gaps, and nothing unlike is set together."""

from dataclasses import replace
from pathlib import Path

import pytest

from minsheng.data import Book, Figure, Period, Region, load_book
from minsheng.language import LANGUAGES, Language
from minsheng.site.across import peers_table, trends
from minsheng.site.here import Here
from minsheng.tables import Table

ENGLISH, HERE = Language("en"), Here(Path())
PEER = Region("330100", load_book().catalogue.measures["urban_new_jobs"].name, "prefecture")


def jobs(through_year: int | None = None) -> Table:
    parts = trends(ENGLISH, HERE, through_year).parts
    return next(each for each in parts if isinstance(each, Table))


def cells(table: Table) -> dict[str, list[str]]:
    lines = [line.split(" | ") for line in table.plain.splitlines()[2:]]
    return {line[0]: line[1:] for line in lines}


def test_each_year_has_its_target_its_figure_and_its_months() -> None:
    rows = cells(jobs())
    assert rows["2021"] == ["160,000 persons", "124,200 persons", "January to June 2021"]
    assert rows["2023"] == ["200,000 persons", "219,900 persons", "January to October 2023"]


def test_a_gap_stays_a_gap() -> None:
    rows = cells(jobs())
    assert rows["2022"] == ["no target in this book", "no figure in this book", ""]
    assert list(rows) == [str(year) for year in range(2010, 2024)]


def test_nothing_later_than_the_year_asked_for_is_shown() -> None:
    assert list(cells(jobs(2021)))[-1] == "2021"
    assert "219,900" not in trends(ENGLISH, HERE, 2021).plain


def test_different_cut_offs_are_never_joined() -> None:
    plain = trends(ENGLISH, HERE).plain
    assert "not computed, because the two do not cover the same months" in plain
    assert "the same months of two years" in plain


def peer(period: str) -> Book:
    """Add a region of Ningbo's level with one figure."""
    book = load_book()
    own: Figure = book.edition(2023).figures["2023.urban_new_jobs.actual"]
    theirs = replace(
        own,
        figure_id="330100.2023.urban_new_jobs.actual",
        region=PEER.code,
        period=Period.parse(period),
    )
    catalogue = replace(book.catalogue, regions={**book.catalogue.regions, PEER.code: PEER})
    return replace(book, catalogue=catalogue, context=(*book.context, theirs))


def findings(book: Book, through_year: int | None = None) -> list[str]:
    plain = peers_table(ENGLISH, book, through_year).plain
    return [line.rpartition(" | ")[2] for line in plain.splitlines()[2:]]


def test_today_no_region_can_stand_beside_the_city() -> None:
    assert findings(load_book())
    assert not any(each.startswith("yes") for each in findings(load_book()))


def test_the_page_fills_when_a_region_of_the_same_level_publishes_the_same_months() -> None:
    assert (
        findings(peer("2023-01/2023-10")).count(
            "yes: the same measure and period, and regions of one level"
        )
        == 1
    )
    assert not any(each.startswith("yes") for each in findings(peer("2023")))
    assert not any(each.startswith("yes") for each in findings(peer("2023-01/2023-10"), 2022))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_number_is_tagged(lang: str) -> None:
    html = peers_table(Language(lang), load_book()).html(Language(lang))
    assert html.count('<td class="num"><data class="fact"') >= len(findings(load_book()))
