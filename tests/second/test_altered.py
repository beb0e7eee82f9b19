"""Other worlds: the tables altered for both sides, so that branches meet that no edition takes yet.

Each world is a copy of the published tables with a few rows altered; the export made from it must
agree with the second results made from it. What a world is for is said by what must come out.
"""

from pathlib import Path
from typing import Any, NamedTuple

import pytest

from second.comparing import differences
from second.published import DATA, exports_of
from second.ranges import Range
from second.reading import read
from second.results import results
from second.scratch import Change, changed

JOBS, DISABLED, GRADUATES = "urban_new_jobs", "disabled_employment", "jobless_graduates"
ACTUAL, TARGET = f"{JOBS}.actual", f"{JOBS}.target"
RATE, GROWTH = f"{JOBS}.completion_pct", f"{JOBS}.yoy_pct"
COVERAGE = f"{GRADUATES}.coverage_pct"
PLACED, PLACED_RATE = f"{DISABLED}.actual", f"{DISABLED}.completion_pct"
NOTED = {"note_en": "made", "note_zh": "假定"}
TARGET_OF_2026 = {
    "figure_id": f"2026.{TARGET}", "measure": JOBS, "region": "330200",
    "period": "2026", "period_basis": "stated", "kind": "flow", "role": "target",
    "printed": "18", "scale": "10000", "bound": "at_least", "unit": "person",
    "source": "nbrb-2026-01-25", "locator": "“made”",
}  # fmt: skip


class Result(NamedTuple):
    """What must come out: one field of one item."""

    part: str
    key: str
    field: str
    value: object
    year: int = 2023


def printed(figure: str, digits: str, year: int = 2023, **cells: str) -> Change:
    """Return a change of one figure's digits, and of other cells of its row."""
    row = {"printed": digits, **cells}
    return Change(
        f"figures/{year}.csv", {(f"{year}.{figure}", cell): text for cell, text in row.items()}
    )


def promise(key: str, **cells: str) -> Change:
    """Return a change of a promise of 2023."""
    return Change("promises.csv", {(f"2023.{key}", cell): text for cell, text in cells.items()})


def without(*ids: str) -> Change:
    """Return a change that drops figures of 2023."""
    return Change("figures/2023.csv", dropped=tuple(f"2023.{each}" for each in ids))


def state(key: str, value: str) -> Result:
    """Return the state that a promise of 2023 must have."""
    return Result("promises", f"2023.{key}", "state", value)


LOANS = (
    "startup_loans startup_founders ratio 2023.startup_loans.actual 2023.startup_founders.actual"
)
WORLDS: dict[str, dict[Result, list[Change]]] = {
    "on a threshold": {
        state(JOBS, "undetermined"): [printed(ACTUAL, "20.00"), without(RATE)],
        state(DISABLED, "achieved"): [printed(PLACED, "600")],
        state(GRADUATES, "on_schedule"): [printed(COVERAGE, "99")],
        state("zero_employment_families", "asserted_achieved"): [
            promise("zero_employment_families", claim="all")
        ],
        Result("audit.relations", "insured_persons_paid", "finding", "open"): [
            printed("linghuobao_paid.actual", "27", scale="10000")
        ],
        Result("audit.relations", "districts_with_a_market", "finding", "contradicted"): [
            printed("gig_market_districts.actual", "40")
        ],
        Result("audit.relations", "teams_and_events", "finding", "remarkable"): [
            printed("recruitment_teams.actual", "135")
        ],
        Result("refusals", LOANS, "condition", "period"): [
            printed("startup_loans.actual", "4.83", period="2023")
        ],
        Result("audit.lines", f"2021.{GROWTH}", "outcome", "contradicted", year=2021): [
            printed(ACTUAL, "9.9", 2020)
        ],
        Result("promises", f"2026.{JOBS}", "ordinal", 2, year=2026): [
            Change("figures/2026.csv", added=(TARGET_OF_2026,))
        ],
    },
    "on an even spread": {
        state(JOBS, "undetermined"): [printed(ACTUAL, "16.67"), without(RATE)],
        state(DISABLED, "on_schedule"): [printed(PLACED, "500"), without(PLACED_RATE)],
        state(GRADUATES, "undetermined"): [printed(COVERAGE, "100.0", precision="")],
        Result("audit.lines", f"2023.{GROWTH}", "missing", "base"): [printed(GROWTH, "-1.34")],
        Result("ratios", "jobs_per_founder", "unit", "ratio"): [
            printed("startup_founders.actual", "1281", bound="over")
        ],
    },
    "below an even spread, or not a quantity": {
        state(JOBS, "undetermined"): [printed(ACTUAL, "19.9", bound="nearly")],
        state(DISABLED, "behind"): [printed(PLACED, "499")],
        Result("promises", f"2023.{DISABLED}", "even_spread_pct", None): [
            promise(DISABLED, type="coverage")
        ],
        state(GRADUATES, "asserted_achieved"): [
            promise(GRADUATES, claim="asserted", claim_locator="3.1/p1/s1"),
            without(f"{GRADUATES}.actual", COVERAGE),
        ],
    },
    "a rate without its target, and a year that is over": {
        state(JOBS, "stated_achieved"): [without(TARGET)],
        Result("recovered", f"target of {JOBS}", "unit", "person"): [],
        Result("own_rule", "edition", "result", "missed"): [],
        state(DISABLED, "missed"): [
            printed(PLACED, "599", period="2023"),
            without(PLACED_RATE),
        ],
    },
    "nothing reported, and nothing to set it against": {
        state(JOBS, "not_published"): [without(ACTUAL, RATE, GROWTH)],
        state(DISABLED, "not_computable"): [without(f"{DISABLED}.target", PLACED_RATE)],
    },
    "lower bounds, and months without a start": {
        Result("promises", f"2023.{JOBS}", "ambition", None): [
            printed(GROWTH, "1.3", bound="over")
        ],
        Result("audit.lines", f"2023.{RATE}", "force", None): [printed(RATE, "109", bound="over")],
        state(DISABLED, "undetermined"): [
            printed(PLACED, "599", period="../2023-10"),
            without(PLACED_RATE),
        ],
    },
    "divisors that are upper bounds, and every promise recomputable": {
        Result("own_rule", "edition", "result", "reached"): [
            Change(
                "promises.csv",
                dropped=(f"2023.{GRADUATES}", "2023.zero_employment_families"),
            )
        ],
        Result("recovered", f"base of {JOBS}", "unit", "person"): [
            printed(GROWTH, "1.3", bound="nearly")
        ],
        Result("ratios", "jobs_per_founder", "unit", "ratio"): [
            printed("startup_founders.actual", "1290", bound="nearly")
        ],
        Result("audit.lines", f"2021.{GROWTH}", "missing", None, year=2021): [
            printed(ACTUAL, "10.2", 2020, bound="nearly")
        ],
    },
    "rates that do not follow": {
        Result("audit.lines", f"2023.{RATE}", "outcome", "touching"): [printed(RATE, "109.98")],
        Result("audit.lines", f"2023.{PLACED_RATE}", "outcome", "contradicted"): [
            printed(PLACED_RATE, "130.00")
        ],
        state(JOBS, "achieved"): [printed(TARGET, "20.0", precision="10000", **NOTED)],
    },
    "a whole year short of its target, below the year before": {
        state(JOBS, "missed"): [
            printed(ACTUAL, "19.90", period="2023"),
            printed(GROWTH, "-8.30", period="2023"),
            without(RATE),
        ],
    },
    "a whole year short of its target, above the year before": {
        state(JOBS, "missed"): [
            printed(ACTUAL, "19.95", period="2023"),
            printed(GROWTH, "9.00", period="2023"),
            without(RATE),
        ],
    },
    "a whole year on two sides of a class": {
        state(JOBS, "missed"): [
            printed(ACTUAL, "19.91", period="2023"),
            printed(GROWTH, "9.00", period="2023"),
            without(RATE),
        ],
    },
    "a target that is what the year before reached, and growth without a target": {
        state(JOBS, "missed"): [
            printed(ACTUAL, "19.00", period="2023"),
            printed(GROWTH, "-5.00", period="2023"),
            without(RATE),
        ],
        Result("promises", f"2021.{JOBS}", "state", "not_computable", year=2021): [
            Change("figures/2021.csv", dropped=(f"2021.{TARGET}",))
        ],
    },
    "the same months of two editions": {
        Result("growth", f"2023.{ACTUAL} over 2021.{ACTUAL}", "later", f"2023.{ACTUAL}"): [
            printed(ACTUAL, "13.1", period="2023-01/2023-06"),
            printed(GROWTH, "5.5", period="2023-01/2023-06"),
            without(RATE),
        ],
        Result("audit.lines", f"2023.{PLACED_RATE}", "missing", "bounds"): [
            printed(PLACED, "600", bound="about")
        ],
        Result("ratios", "jobs_per_founder", "value", Range(None, None, False, False)): [
            printed("startup_founders.actual", "1290", bound="about")
        ],
    },
}


@pytest.mark.parametrize("name", WORLDS)
def test_both_sides_agree_in_another_world(tmp_path: Path, name: str) -> None:
    changes = [change for each in WORLDS[name].values() for change in each]
    folder = changed(DATA, tmp_path, *changes)
    database = read(folder)
    second = {year: results(database, year) for year in {each.year for each in WORLDS[name]}}
    found: dict[Result, Any] = {
        each: second[each.year][each.part][each.key][each.field] for each in WORLDS[name]
    }
    assert found == {each: each.value for each in WORLDS[name]}
    documents = exports_of(folder, second)
    assert {year: differences(documents[year], second[year]) for year in second} == {
        year: [] for year in second
    }


VOTE = "votes/zhenhai_2021.csv"


@pytest.mark.parametrize(
    ("cells", "field", "value"),
    [
        ({"members": "34"}, "opinions", ["satisfied"]),
        ({"members": "58", "satisfied": "29", "basically_satisfied": ""}, "opinions",
         ["satisfied", "not_satisfied"]),
        ({"members": "40", "quorum": "30"}, "opinions", []),
        ({"quorum": "30"}, "follows_up_to", None),
        ({"edition": "2023"}, "edition", 2023),
        ({"result": "not_satisfied"}, "follows_up_to", None),
    ],
)  # fmt: skip
def test_both_sides_agree_on_an_altered_vote(
    tmp_path: Path, cells: dict[str, str], field: str, value: object
) -> None:
    change = Change(VOTE, {("zhenhai_2021.1", cell): text for cell, text in cells.items()})
    folder = changed(DATA, tmp_path, change)
    second = results(read(folder), 2023)
    assert second["votes"]["zhenhai_2021.1"][field] == value
    assert differences(exports_of(folder, [2023])[2023], second) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("at_least_pct: 100", "at_least_pct: 60"),
        ("states: [achieved]", "states: [achieved, on_schedule, behind, stated_achieved]"),
        ("at_least: 1\n", "at_least: 2\n"),
        ("criteria: {}", "criteria: {urban_new_jobs: 1}"),
        ("criteria: {}", 'criteria: {urban_new_jobs: "1.34"}'),
        ("criteria: {}", "criteria: {urban_new_jobs: 5}"),
        ("{result: reached, at_least: 1}", '{result: reached, at_least: "1.2"}'),
        ('at_least: "1/2"', 'at_least: "2/3"'),
    ],
)
def test_both_sides_agree_under_altered_rules(tmp_path: Path, old: str, new: str) -> None:
    folder = changed(DATA, tmp_path)
    path = folder / "rules.yml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    second = results(read(folder), 2023)
    assert differences(exports_of(folder, [2023])[2023], second) == []
