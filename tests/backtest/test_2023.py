"""The worked values of 2023 come out of the library as exact intervals."""

from fractions import Fraction

import pytest

from minsheng.audit import Line, Outcome, audit
from minsheng.commentary import overview, promises
from minsheng.data import Edition, View, load_book
from minsheng.language import Language
from minsheng.measures import declared_ratios
from minsheng.quantity import Interval, half_up, outward
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


def test_three_recomputable_one_stated_one_asserted(edition: Edition) -> None:
    results = [judged(edition, promise.measure) for promise in edition.promises]
    found = [(result.evidence, result.state) for result in results]
    assert len(found) == 5
    assert found.count((Evidence.RECOMPUTABLE, State.ACHIEVED)) == 3
    said = " ".join(each.plain for each in overview.tally(Language("en"), edition, results))
    assert said.startswith("Five promises on employment were voted for 2023. For three of them ")
    assert "One rests on a rate that is stated" in said
    assert said.endswith("One rests on a sentence alone.")


def audited(edition: Edition) -> dict[str, Line]:
    found = audit(edition.view("audit")).lines
    return {each.printed.figure_id.removeprefix("2023."): each for each in found}


def test_two_of_six_percentages_can_be_tested(edition: Edition) -> None:
    found = audited(edition)
    assert len(edition.figures) == 57
    assert len(found) == 6
    assert {name for name, each in found.items() if each.tested} == {
        "urban_new_jobs.completion_pct",
        "disabled_employment.completion_pct",
    }


@pytest.mark.parametrize(
    ("name", "low", "high", "naive", "force"),
    [
        ("urban_new_jobs.completion_pct", "109.925", "109.975", "109.95", 5),
        ("disabled_employment.completion_pct", "129.83", "129.84", "129.83", 1),
    ],
)
def test_the_printed_completions_agree(
    edition: Edition, name: str, low: str, high: str, naive: str, force: int
) -> None:
    found = audited(edition)[name]
    assert found.recomputed is not None
    places = len(low.partition(".")[2])
    assert ends(found.recomputed.value_pct, places) == (low, high)
    assert str(half_up(found.recomputed.naive_pct, 2)) == naive
    assert (found.outcome, found.truncated) == (Outcome.CONSISTENT, Outcome.CONSISTENT)
    assert found.force == force


SHOWN = {
    "completion": "it lies at 109.925–109.975%, so the two agree",
    "even_spread": "would read 131.9–132.0%",
    "growth": "was 216,900–217,100 persons",
    "ambitious": "at most 92.2% of what the recovered base gives for January to October 2022 alone",
}


@pytest.mark.parametrize("said", SHOWN)
def test_what_the_page_on_new_urban_jobs_shows(edition: Edition, said: str) -> None:
    sentence = getattr(promises, said)(Language("en"), judged(edition, "urban_new_jobs"))
    assert SHOWN[said] in sentence.plain
