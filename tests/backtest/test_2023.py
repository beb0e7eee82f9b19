"""The worked values of 2023 come out of the library as exact intervals."""

from fractions import Fraction

import pytest

from minsheng.data import Edition, View, load_book
from minsheng.measures import declared_ratios
from minsheng.quantity import Interval, outward
from minsheng.recovery import (
    ambition_over_recovered,
    base_of,
    change_of_ratio,
    growth_of,
)
from minsheng.verdict import Assessment, Evidence, State, assess


@pytest.fixture(scope="module")
def edition() -> Edition:
    return load_book().edition(2023)


def judged(edition: Edition, measure: str) -> Assessment:
    return assess(edition.view("overview"), measure)


def ends(interval: Interval, decimals: int, scale: int = 1) -> tuple[str, str]:
    low, high = outward(interval / scale, decimals)
    return str(low), str(high)


def test_completion_of_new_urban_jobs(edition: Edition) -> None:
    done = judged(edition, "urban_new_jobs").promised.completion
    assert done is not None
    assert done.rate_pct == Interval(Fraction("109.925"), Fraction("109.975"))
    assert done.naive_pct == Fraction("109.95")
    assert done.gap == Interval.from_ends(19_850, 19_950)


def test_completion_of_disabled_employment(edition: Edition) -> None:
    result = judged(edition, "disabled_employment")
    done = result.promised.completion
    assert done is not None
    assert done.rate_pct == Interval.exactly(Fraction(779, 6))
    assert result.even_spread_pct == Interval.exactly(Fraction("155.8"))
    assert result.flip is not None
    assert (result.flip.change, result.flip.state) == (-180, State.ON_SCHEDULE)


def test_even_spread_of_new_urban_jobs(edition: Edition) -> None:
    pace = judged(edition, "urban_new_jobs").even_spread_pct
    assert pace == Interval(Fraction("131.91"), Fraction("131.97"))
    assert Fraction("131.94") in pace


def test_recovered_base_and_ambition(edition: Edition) -> None:
    result = judged(edition, "urban_new_jobs")
    base, target = result.base, result.promised.target
    assert base is not None
    assert target is not None
    assert ends(base.value, 2, 10_000) == ("21.69", "21.71")
    assert base.period.text == "2022-01/2022-10"
    share = ambition_over_recovered(result.promised.measure, target, base)
    assert share is not None
    assert ends(share, 3) == ("0.921", "0.922")


def test_the_labour_market_a_year_earlier(edition: Edition) -> None:
    view = edition.view("labour_market")
    demand, visits = base_of(view, "labour_demand"), base_of(view, "jobseeker_visits")
    more_demand = growth_of(view, "labour_demand")
    more_visits = growth_of(view, "jobseeker_visits")
    assert demand and visits and more_demand and more_visits
    assert ends(demand.value, 2, 10_000) == ("57.99", "58.01")
    assert ends(visits.value, 2, 10_000) == ("22.16", "22.18")
    assert ends(demand.value / visits.value, 2) == ("2.61", "2.62")
    assert ends(change_of_ratio(more_demand, more_visits), 3) == ("0.551", "0.552")


RATIOS = {
    "credit_line_per_enterprise": ("5478703", "5480556"),
    "loan_per_founder": ("375585", "376366"),
    "jobs_per_founder": ("6.04", "6.05"),
    "benefit_per_person": ("8510", "None"),
    "posts_per_visit": ("1.44", "1.45"),
    "posts_per_fair": ("12.7", "12.8"),
    "posts_per_trip": ("None", "553"),
    "flexible_subsidy_per_person": ("4130", "4203"),
}


def views(edition: Edition) -> list[View]:
    return [edition.view(chapter) for chapter in edition.chapters()]


def test_declared_ratios(edition: Edition) -> None:
    found = {
        ratio.declared.key: ends(ratio.value, ratio.declared.decimals)
        for view in views(edition)
        for ratio in declared_ratios(view)
    }
    assert found == RATIOS


@pytest.mark.parametrize(
    ("measure", "evidence", "state"),
    [
        ("urban_new_jobs", Evidence.RECOMPUTABLE, State.ACHIEVED),
        ("zero_employment_families", Evidence.ASSERTED, State.ASSERTED_ACHIEVED),
        ("gig_market_districts", Evidence.RECOMPUTABLE, State.ACHIEVED),
        ("jobless_graduates", Evidence.STATED, State.STATED_ACHIEVED),
        ("disabled_employment", Evidence.RECOMPUTABLE, State.ACHIEVED),
    ],
)
def test_evidence_and_state(
    edition: Edition, measure: str, evidence: Evidence, state: State
) -> None:
    result = judged(edition, measure)
    assert (result.evidence, result.state) == (evidence, state)
