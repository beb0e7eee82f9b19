"""Nothing is computed from two figures that the catalogue does not declare comparable."""

import ast
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minsheng import paths
from minsheng.comparability import Comparing, Condition, Pair, Refused, compare
from minsheng.data import Figure, Kind, Period, Unit, load_book

BOOK = load_book()
JOBS = BOOK.edition(2023).figures["2023.urban_new_jobs.actual"]
TARGET = BOOK.edition(2023).figures["2023.urban_new_jobs.target"]


def refusal(comparing: Comparing, first: Figure, second: Figure) -> Condition | None:
    found = compare(BOOK.catalogue, comparing, first, second)
    return found.condition if isinstance(found, Refused) else None


@given(st.sampled_from(Comparing), st.sampled_from(BOOK.figures), st.sampled_from(BOOK.figures))
def test_no_pair_without_a_declaration(comparing: Comparing, first: Figure, second: Figure) -> None:
    found = compare(BOOK.catalogue, comparing, first, second)
    kind = "completion" if comparing is Comparing.COMPLETED else comparing.value
    declared = [
        each
        for each in BOOK.catalogue.measures[first.measure].comparisons
        if each.kind == kind and each.partner in ("", second.measure)
    ]
    if not declared:
        assert isinstance(found, Refused)
        assert found.condition is Condition.NOT_DECLARED
    if isinstance(found, Pair):
        assert found.declared in declared
        assert comparing is Comparing.RATIO or first.measure == second.measure


@pytest.mark.parametrize(
    ("changed", "condition"),
    [
        ({"region": "330000"}, Condition.REGION),
        ({"unit_read": Unit.PERSON_TIME}, Condition.UNIT),
        ({"kind": Kind.STOCK}, Condition.KIND),
        ({"period": None}, Condition.YEAR),
        ({"period": Period.parse("2022")}, Condition.YEAR),
        ({"measure": "labour_demand"}, Condition.MEASURE),
        ({"printed": "0"}, Condition.ZERO),
        ({}, None),
    ],
)
def test_every_condition_of_a_completion(
    changed: dict[str, object], condition: Condition | None
) -> None:
    assert refusal(Comparing.COMPLETION, JOBS, replace(TARGET, **changed)) is condition


def test_a_comparison_declared_for_other_regions_says_so() -> None:
    away = replace(JOBS, region="310000")
    assert refusal(Comparing.AMBITION, away, away) is Condition.SCOPE
    assert refusal(Comparing.RATIO, away, away) is Condition.NOT_DECLARED


@pytest.mark.parametrize(
    ("period", "base", "series"),
    [
        ("2022-01/2022-10", None, None),
        ("2021-01/2021-10", Condition.MONTHS, None),
        ("2021-01/2021-06", Condition.MONTHS, Condition.MONTHS),
        ("2023-01/2023-10", Condition.MONTHS, Condition.MONTHS),
        ("../2022-10", Condition.MONTHS, Condition.MONTHS),
    ],
)
def test_months_of_two_years(period: str, base: Condition | None, series: Condition | None) -> None:
    earlier = replace(JOBS, period=Period.parse(period))
    assert refusal(Comparing.BASE, JOBS, earlier) is base
    assert refusal(Comparing.SERIES, JOBS, earlier) is series


@pytest.mark.parametrize("comparing", [Comparing.BASE, Comparing.SERIES])
def test_no_growth_over_a_figure_printed_as_zero(comparing: Comparing) -> None:
    earlier = replace(JOBS, period=Period.parse("2022-01/2022-10"), printed="0")
    assert refusal(comparing, JOBS, earlier) is Condition.ZERO


def test_a_refusal_gives_the_reason_of_the_catalogue() -> None:
    demand = BOOK.edition(2023).figures["2023.labour_demand.actual"]
    found = compare(BOOK.catalogue, Comparing.SERIES, demand, demand)
    assert isinstance(found, Refused)
    assert found.why is not None
    assert "not shown to be one series" in found.why.en


def makers(source: str) -> list[int]:
    """Return the lines that make a pair."""
    return [
        node.lineno
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Pair"
    ]


def test_only_the_guard_makes_a_pair() -> None:
    guard = paths.ROOT / "src/minsheng/comparability/guard.py"
    found = {
        path
        for path in Path(paths.ROOT / "src").rglob("*.py")
        if makers(path.read_text(encoding="utf-8"))
    }
    assert found == {guard}
    assert makers("Pair(1, 2)") == [1]
