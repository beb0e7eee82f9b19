"""An error planted on either side is caught, and told by figure and field."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from minsheng.quantity import Interval, Printed
from second import audit
from second.comparing import differences
from second.figures import Figure
from second.guard import CONDITIONS
from second.published import DATA, export, export_anew, exports_of
from second.quotient import Quotient
from second.ranges import Range
from second.reading import read
from second.results import results
from second.scratch import Change, changed

Plant = Callable[[pytest.MonkeyPatch], None]
JOBS, DISABLED = "2023.urban_new_jobs", "2023.disabled_employment"
DATABASE = read(DATA)
SECOND = results(DATABASE, 2023)


def told(found: list[str], *words: str) -> list[str]:
    """Return the differences that name every one of the words."""
    return [each for each in found if all(word in each for word in words)]


# --- in the data of one side ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("figure", "column", "value", "field"),
    [
        (f"{JOBS}.actual", "printed", "21.98", f"promises: {JOBS}: completion: naive_pct"),
        (f"{JOBS}.actual", "printed", "21.990", f"figures: {JOBS}.actual: enclosure: low"),
        (f"{JOBS}.actual", "bound", "over", f"figures: {JOBS}.actual: enclosure: high"),
        (f"{JOBS}.completion_pct", "printed", "109.98", f"lines: {JOBS}.completion_pct: outcome"),
        (f"{JOBS}.target", "printed", "22", f"promises: {JOBS}: state"),
        (f"{DISABLED}.actual", "printed", "778", f"promises: {DISABLED}: flip: change"),
        ("2023.startup_loans.actual", "scale", "10000", "ratios: loan_per_founder: value: low"),
        ("2023.startup_loans.actual", "period", "2023", "refusals: startup_loans"),
        ("2023.linghuobao_paid.actual", "scale", "10000", "insured_persons_paid: finding"),
    ],
)
def test_in_the_data_of_one_side(
    tmp_path: Path, figure: str, column: str, value: str, field: str
) -> None:
    folder = changed(DATA, tmp_path, Change("figures/2023.csv", {(figure, column): value}))
    assert told(differences(export(2023), results(read(folder), 2023)), field)


def test_in_the_data_of_the_library(tmp_path: Path) -> None:
    change = Change("figures/2023.csv", {(f"{JOBS}.actual", "printed"): "21.98"})
    document = exports_of(changed(DATA, tmp_path, change), [2023])[2023]
    found = differences(document, SECOND)
    assert told(found, f"promises: {JOBS}: completion: rate_pct: low")


# --- in a copy of the export ------------------------------------------------------------------


def find(document: dict[str, Any], part: str, **keys: str) -> dict[str, Any]:
    """Return the one item of a part that has these values."""
    items = document["audit"][part] if part in document["audit"] else document[part]
    (item,) = [each for each in items if keys.items() <= each.items()]
    return item


@pytest.mark.parametrize(
    ("part", "keys", "path", "value", "field"),
    [
        ("figures", {"id": f"{JOBS}.actual"}, ("value",), "219800", f"{JOBS}.actual: value"),
        ("figures", {"id": f"{JOBS}.actual"}, ("enclosure", "low"), "219851", "enclosure: low"),
        ("promises", {"id": JOBS}, ("state",), "on_schedule", f"{JOBS}: state"),
        ("promises", {"id": JOBS}, ("completion", "gap", "high"), "19951", "gap: high"),
        ("promises", {"id": JOBS}, ("flip", "change"), "-19850", f"{JOBS}: flip: change"),
        ("promises", {"id": JOBS}, ("ambition", "ratio", "low"), "20267/21995", "ratio: low"),
        ("promises", {"id": DISABLED}, ("completion", "naive_pct"), "129.83", "naive_pct"),
        ("promises", {"id": DISABLED}, ("ambition",), {"ratio": None}, f"{DISABLED}: ambition"),
        ("promises", {"id": JOBS}, ("yardsticks", 0, "result"), "not_reached",
         f"{JOBS}: yardsticks: 0: result"),
        ("promises", {"id": JOBS}, ("yardsticks", 4, "value", "high"), "1.346",
         f"{JOBS}: yardsticks: 4: value: high"),
        ("votes", {"id": "zhenhai_2021.5"}, ("follows_up_to",), 35, "zhenhai_2021.5: follows_up"),
        ("yardsticks", {"key": "scotland"}, ("source",), "nobody", "scotland: source"),
        ("ratios", {"key": "jobs_per_founder"}, ("value", "low_closed"), False, "low_closed"),
        ("ratios", {"key": "posts_per_visit"}, ("value", "low_decimal"), "1.441398", "low_dec"),
        ("recovered", {"measure": "labour_demand"}, ("period", "end"), "2022-09-30", "end"),
        ("lines", {"printed": f"{JOBS}.completion_pct"}, ("force",), 7, "completion_pct: force"),
        ("lines", {"printed": f"{JOBS}.yoy_pct"}, ("outcome",), "consistent", "yoy_pct: outcome"),
        ("relations", {"key": "teams_and_events"}, ("finding",), "open", "events: finding"),
        ("shares_of_year", {"whole": "100000.2021.urban_new_jobs.actual"},
         ("elapsed_pct",), "83.3", "actual.m01_10: elapsed_pct"),
    ],
)  # fmt: skip
def test_in_a_copy_of_the_export(
    part: str, keys: dict[str, str], path: tuple[str | int, ...], value: object, field: str
) -> None:
    document = export(2023)
    place = find(document, part, **keys)
    for name in path[:-1]:
        place = place[name]
    place[path[-1]] = value
    found = differences(document, SECOND)
    assert told(found, field)
    assert len(found) == 1


@pytest.mark.parametrize(
    "part", ["figures", "cited", "promises", "ratios", "recovered", "shares_of_year", "refusals"]
)
def test_a_line_left_out_of_a_copy_of_the_export(part: str) -> None:
    document = export(2023)
    document[part].pop()
    assert told(differences(document, SECOND), f"{part}: ", "recomputed and not published")


@pytest.mark.parametrize("part", ["lines", "relations"])
def test_a_test_left_out_of_a_copy_of_the_export(part: str) -> None:
    document = export(2023)
    document["audit"][part].pop()
    assert told(differences(document, SECOND), f"audit.{part}: ", "recomputed and not published")


def test_a_ruling_flipped_in_a_copy_of_the_export() -> None:
    document = export(2023)
    document["own_rule"]["result"] = "reached"
    assert told(differences(document, SECOND), "own_rule: ", "publishes reached", "has open")


def test_a_result_that_nobody_recomputes() -> None:
    document = export(2023)
    document["promises"][0]["projection"] = "240000"
    document["rankings"] = [{"key": "cities"}]
    assert differences(document, SECOND) == [
        f"promises: {JOBS}: projection: only published",
        "rankings: published and not recomputed",
    ]


# --- in the second implementation -------------------------------------------------------------


def rounds_up(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Quotient, "floor", Quotient.ceiling)


def strict(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Range, "reaches", lambda self, least: self.low > least)


def cuts_off(patch: pytest.MonkeyPatch) -> None:
    rounded = Figure.enclosure
    patch.setattr(Figure, "enclosure", lambda figure, cut_off=False: rounded(figure, not cut_off))


def divides_low_by_low(patch: pytest.MonkeyPatch) -> None:
    right = Range.over

    def over(first: Range, second: Range) -> Range:
        found = right(first, second)
        return replace(found, low=first.low / second.low) if found.low else found

    patch.setattr(Range, "over", over)


def forgets_a_month(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Figure, "months_elapsed", 9)


def counts_touching(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Range, "opened", lambda self: self)


def looks_one_unit_far(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(audit, "FARTHEST", 0)


def lets_any_period_pass(patch: pytest.MonkeyPatch) -> None:
    patch.setitem(CONDITIONS, "series", {"measure": "a.measure = b.measure"})


@pytest.mark.parametrize(
    ("plant", "field"),
    [
        (rounds_up, "ratios: jobs_per_founder: value: low_decimal"),
        (strict, "promises: 2023.jobless_graduates: state"),
        (cuts_off, f"figures: {JOBS}.actual: enclosure: low"),
        (divides_low_by_low, "ratios: posts_per_visit: value: low"),
        (forgets_a_month, f"promises: {DISABLED}: even_spread_pct: low"),
        (counts_touching, f"audit.lines: {JOBS}.completion_pct: force"),
        (looks_one_unit_far, f"audit.lines: {JOBS}.completion_pct: flip"),
        (lets_any_period_pass, "refusals: urban_new_jobs series"),
    ],
)
def test_in_the_second_implementation(
    monkeypatch: pytest.MonkeyPatch, plant: Plant, field: str
) -> None:
    plant(monkeypatch)
    assert told(differences(export(2023), results(DATABASE, 2023)), field)


# --- in the library ---------------------------------------------------------------------------


def library_cuts_off(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Printed, "_rounded", Printed._truncated)


def library_is_strict(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Interval, "reaches", lambda self, least: self.low > least)


@pytest.mark.parametrize(
    ("plant", "field"),
    [
        (library_cuts_off, f"figures: {JOBS}.actual: enclosure: low"),
        (library_is_strict, "promises: 2023.jobless_graduates: state"),
    ],
)
def test_in_the_library(monkeypatch: pytest.MonkeyPatch, plant: Plant, field: str) -> None:
    plant(monkeypatch)
    assert told(differences(export_anew(2023), SECOND), field)
