"""Which chapters an edition has, what a view may read, and how a target turns parts on."""

import shutil
from pathlib import Path

import pytest

from minsheng import paths
from minsheng.data import (
    HOME_REGION,
    Book,
    EditionStatus,
    PromiseType,
    Role,
    load_book,
    read_book,
)
from minsheng.errors import InputFault, UsageFault
from minsheng.run import plan

CHAPTERS = {
    2020: ["overview", "urban_new_jobs", "vocational_training", "audit"],
    2021: [
        "overview",
        "urban_new_jobs",
        "vocational_training",
        "group_support",
        "labour_market",
        "audit",
    ],
    2023: [
        "overview",
        "urban_new_jobs",
        "zero_employment_families",
        "gig_markets",
        "jobless_graduates",
        "disabled_employment",
        "job_stabilisation",
        "group_support",
        "labour_market",
        "disability_services",
        "evaluation",
        "audit",
    ],
    2026: ["overview"],
}
# A chapter that a reader of CONTRIBUTING has begun stands beside these and changes none of them.
KNOWN = {chapter for chapters in CHAPTERS.values() for chapter in chapters}
TARGET = "2026.{0}.target,{0},330200,2026,stated,flow,target,{1},10000,,exact,{2},,,,{3},“{0}”,,\n"
SOURCE = "nbrb-2026-01-25"


def with_targets(folder: Path, *targets: tuple[str, str, str]) -> Book:
    """Read a copy of the data with further targets of 2026."""
    copy = Path(shutil.copytree(paths.DATA, folder / "data"))
    with (copy / "figures/2026.csv").open("a", encoding="utf-8") as file:
        file.writelines(TARGET.format(*target, SOURCE) for target in targets)
    return read_book(copy)


@pytest.mark.parametrize("year", CHAPTERS)
def test_a_chapter_exists_where_a_figure_or_promise_does(year: int) -> None:
    found = load_book().edition(year).chapters()
    assert [chapter for chapter in found if chapter in KNOWN] == CHAPTERS[year]


def test_an_evaluation_needs_one() -> None:
    assert "evaluation" in load_book().edition(2023).chapters()
    others = [year for year in CHAPTERS if year != 2023]
    assert all("evaluation" not in load_book().edition(year).chapters() for year in others)


def test_context_makes_no_chapter() -> None:
    edition = load_book().edition(2026)
    assert edition.context
    assert edition.measures == {"employment_project"}


def test_2026_is_one_page() -> None:
    edition = load_book().edition(2026)
    assert edition.entry.status is EditionStatus.ANNOUNCED
    assert (edition.figures, edition.entry.cutoff) == ({}, None)
    assert edition.judged == edition.promises
    assert all(map(edition.is_open, edition.promises))
    assert {run.chapter for run in plan(load_book(), [2026])} == {"overview"}


def test_one_target_turns_its_chapter_on(tmp_path: Path) -> None:
    edition = with_targets(tmp_path, ("urban_new_jobs", "16", "person")).edition(2026)
    assert edition.chapters()[:2] == ("overview", "urban_new_jobs")
    umbrella, jobs = edition.promises
    assert (umbrella.type, jobs.type) == (PromiseType.QUALITATIVE, PromiseType.QUANTITY)
    assert (jobs.promise_id, jobs.ordinal) == ("2026.urban_new_jobs", 2)
    assert (jobs.source, jobs.locator) == (SOURCE, "“urban_new_jobs”")
    assert (jobs.agency, edition.judged) == ("", (jobs,))
    assert (edition.is_filled(umbrella), edition.is_open(umbrella)) == (True, False)
    found = edition.view("urban_new_jobs").find("urban_new_jobs", Role.TARGET)
    assert found is not None
    assert found.value == 160_000


def test_targets_turn_on_in_the_order_of_the_catalogue(tmp_path: Path) -> None:
    later = ("vocational_training", "18", "person_time")
    edition = with_targets(tmp_path, later, ("urban_new_jobs", "16", "person")).edition(2026)
    measures = [promise.measure for promise in edition.promises]
    assert measures == ["employment_project", "urban_new_jobs", "vocational_training"]
    assert edition.chapters()[:3] == ("overview", "urban_new_jobs", "vocational_training")


def test_a_target_that_the_umbrella_does_not_cover_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputFault, match="no promise names this measure"):
        with_targets(tmp_path, ("gig_stations", "1", "facility"))


def test_2020_without_the_unit_that_is_read_is_refused(tmp_path: Path) -> None:
    copy = Path(shutil.copytree(paths.DATA, tmp_path / "data"))
    path = copy / "figures/2020.csv"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    (place,) = (n for n, line in enumerate(lines) if line.startswith("2020.urban_new_jobs.actual"))
    before, _, behind = lines[place].partition(",person_time,person,")
    lines[place] = f"{before},person_time,,{behind}"
    path.write_text("".join(lines), encoding="utf-8")
    with pytest.raises(InputFault) as caught:
        read_book(copy)
    (fault,) = [each for each in caught.value.faults if each.column == "unit"]
    assert "counts urban_new_jobs in person" in fault.rule
    assert (fault.row, fault.value) == (place + 1, "person_time")
    assert "unit_read" in fault.remedy


def test_a_view_gives_context_by_region_period_and_role() -> None:
    view = load_book().edition(2021).view("urban_new_jobs")
    nation = view.context("urban_new_jobs", region="100000", period="2021-01/2021-10")
    assert [figure.figure_id for figure in nation] == ["100000.2021.urban_new_jobs.actual.m01_10"]
    assert view.read == ("100000.2021.urban_new_jobs.actual.m01_10",)
    targets = view.context("urban_new_jobs", Role.TARGET, region="330200")
    assert [figure.figure_id for figure in targets] == ["2018.urban_new_jobs.target"]
    years = [figure.period.year for figure in view.context("urban_new_jobs") if figure.period]
    assert years == sorted(years)


def test_a_view_gives_the_reports_of_other_editions_and_years_and_records_none() -> None:
    view = load_book().edition(2021).view("urban_new_jobs")
    beyond = [figure.figure_id for figure in view.beyond("urban_new_jobs", HOME_REGION)]
    assert beyond[-2:] == ["2020.urban_new_jobs.actual", "2023.urban_new_jobs.actual"]
    assert "2021.urban_new_jobs.actual" not in beyond
    assert view.read == ()


def test_a_view_refuses_context_that_its_chapter_does_not_declare() -> None:
    view = load_book().edition(2021).view("urban_new_jobs")
    with pytest.raises(UsageFault, match="does not declare"):
        view.context("resident_population")


def test_an_edition_finds_a_figure_wherever_it_stands() -> None:
    edition = load_book().edition(2021)
    for figure_id in ("2021.urban_new_jobs.actual", "2020.urban_new_jobs.actual"):
        assert edition.figure(figure_id).figure_id == figure_id
    assert edition.figure("100000.2021.urban_new_jobs.actual").region == "100000"
    with pytest.raises(KeyError):
        edition.figure("1999.urban_new_jobs.actual")


@pytest.mark.parametrize(
    ("year", "measure", "agency"),
    [
        (2023, "urban_new_jobs", "hrss"),
        (2023, "gig_stations", "hrss"),
        (2021, "urban_new_jobs", "hrss"),
        (2021, "labour_demand", ""),
        (2020, "urban_new_jobs", ""),
    ],
)
def test_nobody_is_named_whom_no_source_names(year: int, measure: str, agency: str) -> None:
    assert load_book().edition(year).reporter(measure) == agency
