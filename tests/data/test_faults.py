"""Bad data end in faults that name file, row, column, value, rule and remedy, all at once."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from minsheng import paths
from minsheng.data import read_book
from minsheng.errors import Exit, InputFault

Edit = Callable[[str], str]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(paths.DATA, tmp_path / "data"))


def faults_after(folder: Path, name: str, edit: Edit) -> InputFault:
    path = folder / name
    before = path.read_text(encoding="utf-8")
    after = edit(before)
    assert after != before, "the edit must change something"
    path.write_text(after, encoding="utf-8")
    with pytest.raises(InputFault) as caught:
        read_book(folder)
    return caught.value


def replace(old: str, new: str) -> Edit:
    return lambda text: text.replace(old, new, 1)


FIGURES, CONTEXT = "figures/2023.csv", "context/figures.csv"
RELATION = (
    "  made:\n    nature: plausible\n    form: {}\n    parts: [{}]\n    whole: {}\n"
    "    why: {{en: why, zh: 理由}}\n"
)
FAULTS = {
    "full_width_digits": (FIGURES, replace("21.99", "２１.99"), "ASCII digits", 4),
    "scale_left_in_number": (FIGURES, replace("21.99,", "21.99万,"), "ASCII digits", 4),
    "unknown_unit": (FIGURES, replace("exact,person", "exact,persn"), "use one of person", 2),
    "unknown_measure": (FIGURES, replace(",returning_workers,", ",nobody,"), "does not hold", 19),
    "duplicate_id": (
        FIGURES,
        replace("2023.gig_stations.actual,gig_stations", "2023.gig_markets.actual,gig_stations"),
        "more than once",
        7,
    ),
    "missing_source": (FIGURES, replace("nbrd-2024-02-27", ""), "must not be", 2),
    "unknown_source": (FIGURES, replace("nbrd-2024-02-27", "nobody"), "does not hold", 2),
    "round_without_precision": (
        FIGURES,
        replace("6000,1,1000,", "6000,1,,"),
        "does not say how far it was rounded",
        23,
    ),
    "period_ends_before_it_begins": (
        FIGURES,
        replace("2023-01/2023-10", "2023-10/2023-01"),
        "ends before it begins",
        4,
    ),
    "period_invented": (
        FIGURES,
        replace("330200,,not_stated", "330200,2023,not_stated"),
        "nobody invents it",
        12,
    ),
    "target_without_promise": (
        "promises.csv",
        replace("quantity,disabled_employment", "quantity,gig_stations"),
        "no promise names",
        3,
    ),
    "growth_without_its_figure": (
        FIGURES,
        replace("2023.labour_demand.actual,labour_demand", "2023.gig_markets.actual.x,gig_markets"),
        "needs the figure that grew",
        45,
    ),
    "missing_column": (FIGURES, replace(",locator,note_en", ",place,note_en"), "is missing", 1),
    "trailing_cell": (FIGURES, replace("1/p1/s3,,\n", "1/p1/s3,,,\n"), "A row has", 2),
    "one_language_only": (FIGURES, replace("1/p1/s3,,", "1/p1/s3,A note,"), "both languages", 2),
    "header_twice": (
        FIGURES,
        lambda text: text + text.splitlines()[0] + "\n",
        "stands twice",
        59,
    ),
    "merge_conflict": (FIGURES, lambda text: text + "<<<<<<< mine\n", "merge conflict", 59),
    "empty_file": (FIGURES, lambda _: "", "is empty", None),
    "zero_width_character": (FIGURES, replace("1/p1/s3,", "1/p1/s3,a\u200bb"), "zero-width", 2),
    "duplicate_yaml_key": (
        "catalogue.yml",
        replace("agencies:\n", "agencies:\nagencies:\n"),
        "stands twice",
        None,
    ),
    "id_without_its_region": (
        CONTEXT,
        replace("330000.2023.urban_new_jobs.actual,", "2023.urban_new_jobs.actual.zj,"),
        "does not say the region 330000",
        18,
    ),
    "id_of_another_table": (
        CONTEXT,
        replace(
            "2016.urban_new_jobs.actual,urban_new_jobs", "2020.urban_new_jobs.actual,urban_new_jobs"
        ),
        "The key stands in",
        None,
    ),
    "unknown_region": (CONTEXT, replace(",330000,", ",330100,"), "does not hold", 18),
    "growth_over_other_months": (
        CONTEXT,
        replace("yoy_pct,urban_new_jobs,330200,2016,", "yoy_pct,urban_new_jobs,330200,2015,"),
        "none covers the same months",
        8,
    ),
    "discrepancy_that_no_longer_applies": (
        CONTEXT,
        replace("actual,189700,1,100,", "actual,189000,1,100,"),
        "this no longer holds",
        2,
    ),
    "discrepancy_of_no_figure": (
        "discrepancies.csv",
        replace(",2016.urban_new_jobs.actual,", ",2017.urban_new_jobs.actual,"),
        "does not hold this key",
        2,
    ),
    "unknown_status": ("discrepancies.csv", replace(",open,", ",pending,"), "use one of open", 2),
    "numeral_of_no_source": (
        "numerals.csv",
        replace(",nbrd-2024-02-27,", ",nobody,"),
        "does not hold this key",
        2,
    ),
    "numeral_of_no_kind": ("numerals.csv", replace(",ordinal,", ",cipher,"), "use one of name", 2),
    "excuse_for_no_figure": (
        "excused.csv",
        replace("2018.urban_new_jobs.target,", "2017.urban_new_jobs.target,"),
        "does not hold this key",
        3,
    ),
    "unit_read_without_its_reason": (
        "figures/2021.csv",
        lambda text: re.sub(r"(,person,person_time),.*?(,chinadaily)", r"\1,,\2", text),
        "needs its reason",
        3,
    ),
    "relation_in_a_circle": (
        "catalogue.yml",
        lambda text: f"{text}{RELATION.format('at_most', 'gig_markets', 'gig_market_districts')}",
        "part of its own part",
        None,
    ),
    "relation_with_itself": (
        "catalogue.yml",
        lambda text: f"{text}{RELATION.format('at_most', 'gig_stations', 'gig_stations')}",
        "part of its own part",
        None,
    ),
    "relation_of_no_measure": (
        "catalogue.yml",
        lambda text: f"{text}{RELATION.format('at_most', 'nobody', 'gig_markets')}",
        "names a key that does not exist",
        None,
    ),
    "relation_of_no_part": (
        "catalogue.yml",
        lambda text: f"{text}{RELATION.format('at_most', '', 'gig_stations')}",
        "names at least 1 parts",
        None,
    ),
    "sum_of_one_part": (
        "catalogue.yml",
        lambda text: f"{text}{RELATION.format('sum', 'gig_stations', 'gig_markets')}",
        "names at least 2 parts",
        None,
    ),
    "sum_of_unlike_units": (
        "catalogue.yml",
        lambda text: f"{text}{RELATION.format('sum', 'startup_jobs, credit_lines', 'gig_markets')}",
        "do not add up",
        None,
    ),
    "part_twice": (
        "catalogue.yml",
        lambda text: f"{text}{RELATION.format('sum', 'gig_stations, gig_stations', 'gig_markets')}",
        "A part stands twice",
        None,
    ),
    "relation_of_no_form": (
        "catalogue.yml",
        lambda text: f"{text}{RELATION.format('roughly', 'gig_stations', 'gig_markets')}",
        "is not a valid Form",
        None,
    ),
    "comparison_of_no_kind": (
        "catalogue.yml",
        replace("kind: part_of_year", "kind: part_of_decade"),
        "is not a valid ComparisonKind",
        None,
    ),
    "comparison_of_no_region": (
        "catalogue.yml",
        replace('regions: ["330200", "100000"]', 'regions: ["330200", "999999"]'),
        "names a key that does not exist",
        None,
    ),
    "region_without_quotation_marks": (
        "catalogue.yml",
        replace('regions: ["330200", "100000"]', "regions: [330200, 100000]"),
        "quotation marks",
        None,
    ),
    "covers_no_measure": (
        "catalogue.yml",
        replace("covers: [urban_new_jobs,", "covers: [nobody,"),
        "names a key that does not exist",
        None,
    ),
    "requires_nothing_known": (
        "catalogue.yml",
        replace("requires: evaluation", "requires: patience"),
        "is not a valid Requirement",
        None,
    ),
    "more_votes_than_members_present": (
        "votes/zhenhai_2021.csv",
        replace(",29,28,1,", ",28,28,1,"),
        "More votes are cast (29)",
        2,
    ),
    "more_members_present_than_there_are": (
        "votes/zhenhai_2021.csv",
        replace(",,,29,28,1,", ",28,,29,28,1,"),
        "More members are present (29)",
        2,
    ),
    "quorum_of_more_than_all": (
        "votes/zhenhai_2021.csv",
        replace(",,,29,28,1,", ",30,31,29,28,1,"),
        "More members must be present (31)",
        2,
    ),
    "vote_without_its_rule": (
        "votes/zhenhai_2021.csv",
        replace("zhenhai_2021.1,zhenhai,", "zhenhai_2021.1,beilun,"),
        "rules.votes does not hold this key",
        2,
    ),
    "rule_without_its_source": (
        "rules.yml",
        replace("source: zhenhai-2022-11-25", "source: nobody"),
        "votes.zhenhai names a key that does not exist",
        None,
    ),
    "compared_with_itself": (
        "catalogue.yml",
        replace("with: credit_line_enterprises", "with: credit_lines"),
        "comparable with itself",
        None,
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_fault(folder: Path, name: str) -> None:
    file, edit, rule, row = FAULTS[name]
    raised = faults_after(folder, file, edit)
    found = [fault for fault in raised.faults if rule in str(fault)]
    assert found, f"{rule!r} is not in {raised}"
    places = {Path(file).name, f"data/{file}", "2023.csv", "discrepancies.csv"}
    assert found[0].file in places
    assert row is None or row in [fault.row for fault in found]
    assert found[0].remedy
    assert raised.exit_code is Exit.DATA


def test_aliases_are_refused(folder: Path) -> None:
    raised = faults_after(
        folder,
        "catalogue.yml",
        lambda text: text.replace("unit: person\n", "unit: &u person\n", 1).replace(
            "unit: person\n", "unit: *u\n", 1
        ),
    )
    assert "aliases are not allowed" in str(raised)


def test_all_faults_come_in_one_message(folder: Path) -> None:
    edit: Edit = lambda text: text.replace("exact,person", "exact,persn").replace("flow", "flo")  # noqa: E731
    raised = faults_after(folder, FIGURES, edit)
    assert len(raised.faults) > 20


@pytest.mark.parametrize("encoding", ["gbk", "utf-16"])
def test_another_encoding_is_refused(folder: Path, encoding: str) -> None:
    path = folder / "promises.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("–", "-"), encoding=encoding)
    with pytest.raises(InputFault, match="not UTF-8"):
        read_book(folder)


def test_ordinary_variants_are_accepted(folder: Path) -> None:
    path = folder / FIGURES
    text = path.read_text(encoding="utf-8").rstrip("\n").replace("\n", "\r\n")
    path.write_bytes(b"\xef\xbb\xbf" + text.encode())
    assert len(read_book(folder).figures_of(2023)) == 57


def test_a_text_cut_at_its_comma_is_refused(folder: Path) -> None:
    raised = faults_after(folder, "catalogue.yml", replace("zh: 宁波市}", "zh: 宁波市, 浙江省}"))
    assert "must stand in quotation marks" in str(raised)
