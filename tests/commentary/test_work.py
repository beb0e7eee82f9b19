"""Golden sentences about single figures, ratios, refusals and growth."""

import pytest

from minsheng.commentary import work
from minsheng.data import View, load_book
from minsheng.language import Language
from minsheng.measures import Ratio, declared_ratios
from minsheng.recovery import growth_of

ENGLISH = Language("en")
EDITION = load_book().edition(2023)


def ratio(chapter: str, key: str) -> tuple[View, Ratio]:
    view = EDITION.view(chapter)
    return view, next(each for each in declared_ratios(view) if each.declared.key == key)


@pytest.mark.parametrize(
    ("chapter", "measure", "said"),
    [
        (
            "gig_markets",
            "gig_markets",
            "Gig labour markets: 33 places, up to October 2023 (inferred).",
        ),
        (
            "group_support",
            "unemployment_benefits",
            "Unemployment benefit and unemployment assistance paid: more than 1.4 billion yuan, "
            "January to October 2023.",
        ),
        (
            "job_stabilisation",
            "recruitment_posts",
            "Posts offered at recruitment events elsewhere: nearly 74,000 posts, "
            "period not stated.",
        ),
    ],
)
def test_figure(chapter: str, measure: str, said: str) -> None:
    view = EDITION.view(chapter)
    figure = view.find(measure)
    assert figure is not None
    assert work.figure(ENGLISH, view.measure(measure).name.en, figure).plain == said


@pytest.mark.parametrize(
    ("chapter", "key", "said"),
    [
        (
            "group_support",
            "benefit_per_person",
            "Benefit per person: at least 8,510 yuan, from more than 1.4 billion yuan and "
            "164,000 persons.",
        ),
        (
            "job_stabilisation",
            "posts_per_trip",
            "Posts per recruitment event elsewhere: at most 553, from nearly 74,000 posts and "
            "134 events.",
        ),
        (
            "job_stabilisation",
            "credit_line_per_enterprise",
            "Credit line per enterprise: 5,478,703–5,480,556 yuan, from 2.959 billion yuan and "
            "540 enterprises.",
        ),
    ],
)
def test_ratio(chapter: str, key: str, said: str) -> None:
    assert work.ratio(ENGLISH, ratio(chapter, key)[1]).plain == said


def test_refusals_give_their_reason() -> None:
    refused = EDITION.view("gig_markets").measure("linghuobao_insured").refusals[0]
    assert work.refusal(ENGLISH, refused).plain.startswith(
        "Claim rate of Linghuobao: not computed, because the report gives neither the period"
    )


def test_the_labour_market_a_year_earlier() -> None:
    view, now = ratio("labour_market", "posts_per_visit")
    demand, visits = (growth_of(view, key) for key in ("labour_demand", "jobseeker_visits"))
    assert demand is not None
    assert visits is not None
    said = work.ratio_a_year_earlier(ENGLISH, now, demand, visits).plain
    assert "was 2.61–2.62 a year earlier" in said
    assert "1.44–1.45 now" in said
    assert "a factor of 0.551–0.552" in said


def test_no_ratio_is_computed_that_is_not_declared() -> None:
    for chapter in EDITION.chapters():
        view = EDITION.view(chapter)
        for each in declared_ratios(view):
            assert each.declared in view.measure(each.numerator.measure).comparisons
            assert each.numerator.period == each.denominator.period
