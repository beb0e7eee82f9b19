"""The worked values of 2010, 2020 and 2021, and of the nation, come out of the library."""

from fractions import Fraction

import pytest

from minsheng.audit import Line, Outcome, audit, audit_context
from minsheng.comparability import Comparing, Condition, Pair, Refused, compare
from minsheng.data import Edition, Figure, load_book
from minsheng.measures import grow, share_of_year
from minsheng.quantity import Interval, half_up, outward
from minsheng.recovery import actual_of, ambition, base_of, recover_context
from minsheng.verdict import State, assess

BOOK = load_book()
KNOWN = {each.figure_id: each for each in (*BOOK.figures, *BOOK.context)}
NATION = "100000"


def ends(interval: Interval, decimals: int, scale: int = 1) -> tuple[str, str]:
    low, high = outward(interval / scale, decimals)
    return str(low), str(high)


def lines(edition: Edition) -> dict[str, Line]:
    found = audit(edition.view("audit")).lines
    return {each.printed.figure_id: each for each in found}


def pair(comparing: Comparing, first: str, second: str) -> Pair:
    found = compare(BOOK.catalogue, comparing, KNOWN[first], KNOWN[second])
    assert isinstance(found, Pair)
    return found


@pytest.mark.parametrize(
    ("measure", "interval", "naive", "force"),
    [
        ("urban_new_jobs", (Fraction("62.8125"), Fraction("63.4375")), "63.1", 7),
        ("vocational_training", (Fraction(475, 9), Fraction(175, 3)), "55.6", 56),
    ],
)
def test_completions_of_2020(
    measure: str, interval: tuple[Fraction, Fraction], naive: str, force: int
) -> None:
    found = lines(BOOK.edition(2020))[f"2020.{measure}.completion_pct"]
    assert found.recomputed is not None
    assert found.recomputed.value_pct == Interval(*interval)
    assert str(half_up(found.recomputed.naive_pct, 1)) == naive
    assert (found.outcome, found.force) == (Outcome.CONSISTENT, force)
    assert found.truncated is Outcome.CONSISTENT


def test_the_jobs_of_2020_narrowed_by_both() -> None:
    found = actual_of(BOOK.edition(2020).view("urban_new_jobs"), "urban_new_jobs")
    assert found is not None
    assert found.value == Interval.from_ends(101_200, 101_360)


def test_half_a_year_was_on_schedule() -> None:
    for year in (2020, 2021):
        view = BOOK.edition(year).view("urban_new_jobs")
        assert assess(view, "urban_new_jobs").state is State.ON_SCHEDULE


def test_the_base_of_2021_meets_what_2020_printed() -> None:
    base = base_of(BOOK.edition(2021).view("urban_new_jobs"), "urban_new_jobs")
    assert base is not None
    assert ends(base.value, 2, 10_000) == ("10.05", "10.15")
    assert base.value.meet(KNOWN["2020.urban_new_jobs.actual"].enclosure()) is not None
    found = lines(BOOK.edition(2021))["2021.urban_new_jobs.yoy_pct"]
    assert found.outcome is Outcome.CONSISTENT
    assert found.inputs[1].figure_id == "2020.urban_new_jobs.actual"


@pytest.mark.parametrize(
    ("measure", "low", "high"),
    [("urban_new_jobs", "12.04", "12.07"), ("unemployed_reemployed", "5.17", "5.19")],
)
def test_the_targets_behind_2010(measure: str, low: str, high: str) -> None:
    (target,) = (
        each
        for each in recover_context(BOOK.catalogue, BOOK.context)
        if (each.measure, each.period.text) == (measure, "2010")
    )
    assert ends(target.value, 2, 10_000) == (low, high)


def test_growth_that_the_guard_refuses() -> None:
    def condition(measure: str) -> Condition:
        first, second = KNOWN[f"2023.{measure}.actual"], KNOWN[f"2021.{measure}.actual"]
        found = compare(BOOK.catalogue, Comparing.SERIES, first, second)
        assert isinstance(found, Refused)
        return found.condition

    assert condition("urban_new_jobs") is Condition.MONTHS
    assert condition("labour_demand") is Condition.NOT_DECLARED


def test_growth_of_the_first_half_of_2021() -> None:
    growth = grow(
        pair(Comparing.SERIES, "2021.urban_new_jobs.actual", "2020.urban_new_jobs.actual")
    )
    assert Fraction(23) in growth.change_pct
    assert ends(growth.change_pct, 1) == ("22.3", "23.7")


@pytest.mark.parametrize(
    ("year", "ratio"), [(2020, "0.666"), (2021, "0.927"), (2022, "0.867"), (2023, "0.995")]
)
def test_what_the_national_targets_asked_for(year: int, ratio: str) -> None:
    target = f"{NATION}.{year}.urban_new_jobs.target"
    reached = f"{NATION}.{year - 1}.urban_new_jobs.actual"
    found = ambition(pair(Comparing.AMBITION, target, reached))
    assert found.low is not None
    assert found.high is not None
    printed: list[Figure] = [KNOWN[target], KNOWN[reached]]
    assert str(half_up(printed[0].value / printed[1].value, 3)) == ratio
    assert found.low < Fraction(ratio) + Fraction(1, 2000)
    assert found.high > Fraction(ratio) - Fraction(1, 2000)


@pytest.mark.parametrize(("year", "share"), [(2020, "85.1"), (2021, "89.3")])
def test_how_much_of_the_year_ten_months_made_up(year: int, share: str) -> None:
    part = f"{NATION}.{year}.urban_new_jobs.actual.m01_10"
    whole = f"{NATION}.{year}.urban_new_jobs.actual"
    found = share_of_year(pair(Comparing.PART_OF_YEAR, part, whole))
    assert Fraction(share) in Interval(
        *(Fraction(str(each)) for each in outward(found.share_pct, 1))
    )
    assert found.elapsed_pct == Fraction(250, 3)


def test_nine_months_of_the_nation_agree_with_the_printed_completion() -> None:
    found = {each.printed.figure_id: each for each in audit_context(BOOK).lines}
    line = found[f"{NATION}.2021.urban_new_jobs.completion_pct.m01_09"]
    assert (line.outcome, line.force) == (Outcome.CONSISTENT, 1)
