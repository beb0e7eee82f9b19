"""The years and the regions side by side: gaps stay gaps, and nothing unlike is set together."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from minsheng import paths
from minsheng.chapters import Across, open_across
from minsheng.chapters.beside import peers_table, promises_table, years_table
from minsheng.charts import years_chart
from minsheng.commentary.promises import STATE_NAMES
from minsheng.data import (
    HOME_REGION,
    Bilingual,
    Book,
    Break,
    Figure,
    Period,
    Region,
    Unit,
    load_book,
)
from minsheng.errors import UsageFault
from minsheng.indicators import Year, peers_of, years_of
from minsheng.language import LANGUAGES, Language
from minsheng.run.notebook import execute
from minsheng.tables import Table

ENGLISH = Language("en")
PEER = Region("330100", load_book().catalogue.measures["urban_new_jobs"].name, "prefecture")


def years(through_year: int = 2023, measure: str = "urban_new_jobs") -> list[Year]:
    found = open_across(through_year=through_year, lang="en").figures
    return years_of([each for each in found if each.region == HOME_REGION], measure)


def jobs(through_year: int = 2023) -> Table:
    return years_table(ENGLISH, "urban_new_jobs", "New urban jobs", years(through_year))


def cells(table: Table) -> dict[str, list[str]]:
    lines = [line.split(" | ") for line in table.plain.splitlines()[2:]]
    return {line[0]: line[1:] for line in lines}


def test_each_year_has_its_target_its_figure_and_its_months() -> None:
    rows = cells(jobs())
    assert rows["2021"] == ["160,000", "124,200", "January to June 2021"]
    assert rows["2023"] == ["200,000", "219,900", "January to October 2023"]


def test_a_unit_that_all_figures_share_stands_in_the_headings() -> None:
    names = [each.text for each in jobs().headings]
    assert names == ["Year", "Target (persons)", "Reported (persons)", "Months that it covers"]
    mixed = [
        replace(each, target=each.target and replace(each.target, unit_read=Unit.PERSON_TIME))
        for each in years()
    ]
    table = years_table(ENGLISH, "jobs", "New urban jobs", mixed)
    assert [each.text for each in table.headings][1:3] == ["Target", "Reported"]
    assert cells(table)["2021"][1] == "124,200 persons"


def test_a_gap_stays_a_gap() -> None:
    rows = cells(jobs())
    assert rows["2022"] == ["no target in this book", "no figure in this book", ""]
    assert rows["2011–2015"] == rows["2022"]
    years = "2010 2011–2015 2016 2017 2018 2019 2020 2021 2022 2023"
    assert list(rows) == years.split()


def test_a_measure_without_a_figure_has_no_years() -> None:
    assert years_of([], "urban_new_jobs") == []


def test_nothing_later_than_the_year_asked_for_is_shown() -> None:
    assert list(cells(jobs(2021)))[-1] == "2021"
    page = open_across(through_year=2021, lang="en")
    assert max(each.year for each in page.figures) == 2021
    results = page.results("urban_new_jobs")
    assert [each.promised.target.year for each in results if each.promised.target] == [2020, 2021]


def test_every_promise_stands_in_every_edition() -> None:
    page = open_across(through_year=2026, lang="en")
    table = promises_table(ENGLISH, page.book.catalogue, page.editions, STATE_NAMES)
    rows = cells(table)
    assert rows["Figures up to"][2] == "October 2023"
    reached, none = "reached by the cut-off", "no promise in this book"
    assert rows["New urban jobs"] == ["on schedule", "on schedule", reached, none]
    families = "Zero-employment families: dynamic clearing"
    assert rows[families] == [none, none, "asserted as reached", none]
    assert rows["Promotion of employment and entrepreneurship"][3] == "not published yet"
    earlier = open_across(through_year=2021, lang="en")
    assert [each.year for each in earlier.editions] == [2020, 2021]


def test_a_year_keeps_every_report_on_it() -> None:
    half = load_book().edition(2021).figures["2021.urban_new_jobs.actual"]
    whole = replace(
        half, figure_id="2021.urban_new_jobs.actual.m01_12", period=Period.parse("2021")
    )
    (year,) = years_of([whole, half], "urban_new_jobs")
    assert year.reports == (half, whole)
    lines = years_table(ENGLISH, "jobs", "New urban jobs", [year]).plain.splitlines()[2:]
    assert [line.rpartition(" | ")[2] for line in lines] == ["January to June 2021", "2021"]


def test_a_break_is_drawn_between_the_years_and_parts_a_gap() -> None:
    chart = years_chart(ENGLISH, "jobs", years(), title="A finding", breaks=[2013, 2021])
    names = [item.full_name(ENGLISH) for item in chart.items]
    assert names.index("from 2013 on") == names.index("2011–2012") + 1
    assert names[names.index("from 2013 on") + 1] == "2013–2015"
    assert names[names.index("from 2021 on") + 1].startswith("2021: reported")
    without = years_chart(ENGLISH, "jobs", years(), title="A finding")
    assert not any("on" in item.full_name(ENGLISH).split() for item in without.items)


def test_a_break_of_the_catalogue_is_said_below_its_chart(
    capsys: pytest.CaptureFixture[str],
) -> None:
    book = load_book()
    jobs = book.catalogue.measures["urban_new_jobs"]
    broken = replace(
        jobs, breaks=(Break(2021, Bilingual("Counts more from here on.", "自此口径放宽。")),)
    )
    measures = {**book.catalogue.measures, "urban_new_jobs": broken}
    across(replace(book, catalogue=replace(book.catalogue, measures=measures))).show_trends()
    said = capsys.readouterr().out
    assert "Counts more from here on." in said
    assert "from 2021 on" in said


def test_the_chart_keeps_the_gaps_writes_the_months_and_joins_no_years() -> None:
    chart = years_chart(ENGLISH, "jobs", years(), title="A finding")
    shown = {item.full_name(ENGLISH): item.words for item in chart.items}
    assert shown["2011–2015"] == "no figure in this book"
    assert shown["2022"] == "no figure in this book"
    assert shown["2021: reported, January to June 2021"] == "124,200 persons"
    assert shown["2023: target for the year"] == "200,000 persons"
    held = {each.year for each in years() if not each.is_empty}
    assert {int(name[:4]) for name in shown if ":" in name} == held
    for drawing in chart.drawings:
        ends = [each for each in drawing.split('id="') if each.startswith("chart-jobs")]
        assert len([each for each in ends if "reported-" in each.split('"')[0]]) == 5


OFFENCES = {"text": "2023", "true": True, "too early": 1999}


@pytest.mark.parametrize("given", OFFENCES.values(), ids=OFFENCES.keys())
def test_a_year_that_cannot_be_is_refused(given: Any) -> None:
    with pytest.raises(UsageFault, match="through_year"):
        open_across(through_year=given, lang="en")


@pytest.mark.slow
@pytest.mark.parametrize("chapter", ["trends", "peers"])
def test_the_notebook_can_be_run_through_another_year(chapter: str, tmp_path: Path) -> None:
    target, source = tmp_path / "n.ipynb", paths.NOTEBOOKS / f"{chapter}.ipynb"
    assert execute(source, target, {"through_year": 2021, "lang": "zh"}, chapter) is None
    said = "".join(outputs(target))
    assert "2021" in said
    assert "21.99" not in said


def outputs(path: Path) -> Iterator[str]:
    for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
        for output in cell.get("outputs", []):
            yield "".join(output["data"]["text/plain"])


def peer(period: str) -> Across:
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
    return across(replace(book, catalogue=catalogue, context=(*book.context, theirs)))


def across(book: Book, through_year: int = 2023) -> Across:
    return Across(book, through_year, ENGLISH)


def findings(page: Across) -> list[str]:
    plain = peers_table(page.lang, page.book.catalogue, page.peers).plain
    return [line.rpartition(" | ")[2] for line in plain.splitlines()[2:]]


def test_every_reason_against_is_named() -> None:
    levels = "a region of another level"
    missing = "no figure of Ningbo for the period"
    assert set(findings(across(load_book()))) == {f"no: {levels}; {missing}"}
    assert f"no: {missing}" in findings(peer("2023"))
    own = load_book().edition(2023).figures["2023.urban_new_jobs.actual"]
    theirs = replace(own, region="330000", figure_id="330000.2023.urban_new_jobs.actual")
    beside = peers_of(load_book().catalogue, [own, theirs])
    table = peers_table(ENGLISH, load_book().catalogue, beside)
    assert table.plain.endswith(f" | no: {levels}")


def test_today_no_region_can_stand_beside_the_city() -> None:
    found = findings(across(load_book()))
    assert found
    assert not any(each.startswith("yes") for each in found)


def test_the_page_fills_when_a_region_of_the_same_level_publishes_the_same_months() -> None:
    yes = "yes: the same measure and period, and regions of one level"
    page = peer("2023-01/2023-10")
    assert findings(page).count(yes) == 1
    assert yes not in findings(peer("2023"))
    assert yes not in findings(replace(page, through_year=2022))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_number_is_tagged(lang: str) -> None:
    page = open_across(through_year=2023, lang=lang)
    html = peers_table(page.lang, page.book.catalogue, page.peers).html(page.lang)
    tagged = re.findall('<td class="num"[^>]*><data class="fact"', html)
    assert len(tagged) >= len(findings(across(load_book())))
