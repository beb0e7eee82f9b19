"""Recommended measures are followed by later figures of the home region, where there are any."""

from dataclasses import replace

from minsheng.data import Figure, Period, RecommendationKind, View, load_book
from minsheng.verdict import Shown, followed

EDITION = load_book().edition(2023)
FOUNDERS = EDITION.figures["2023.startup_founders.actual"]


def with_other(figure: Figure) -> View:
    others = {**EDITION.others, figure.figure_id: figure}
    return replace(EDITION, others=others).view("evaluation")


def later(year: int, **given: str) -> Figure:
    figure_id = f"{year}.startup_founders.actual"
    return replace(FOUNDERS, figure_id=figure_id, period=Period.parse(f"{year}"), **given)


def test_every_recommended_measure_is_told_and_no_problem_is() -> None:
    found = followed(EDITION.view("evaluation"))
    measures = [each for each in EDITION.recommendations if each.kind is RecommendationKind.MEASURE]
    assert [each.recommendation for each in found] == measures
    for each in found:
        assert (each.shown is Shown.NOT_SHOWN) == (not each.recommendation.proxy)


def test_no_figure_later_than_2023_is_published_yet() -> None:
    assert Shown.BY_FIGURE not in {each.shown for each in followed(EDITION.view("evaluation"))}


def test_a_later_figure_shows_its_recommendation() -> None:
    figure = later(2024)
    shown = [each for each in followed(with_other(figure)) if each.shown is Shown.BY_FIGURE]
    assert [each.recommendation.proxy for each in shown] == ["startup_founders"]
    assert shown[0].figures == (figure,)


def test_an_earlier_figure_or_another_region_shows_nothing() -> None:
    for figure in (later(2022), later(2024, region="330000")):
        assert Shown.BY_FIGURE not in {each.shown for each in followed(with_other(figure))}


def test_a_figure_without_a_period_is_of_the_year_that_its_id_names() -> None:
    figure = replace(later(2024), period=None)
    assert Shown.BY_FIGURE in {each.shown for each in followed(with_other(figure))}
