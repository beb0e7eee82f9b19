"""Growth over editions looks back only, whatever a source says of its months."""

import pytest

from minsheng.comparability import Refused
from minsheng.data import load_book
from minsheng.measures import growth_over_editions


@pytest.mark.parametrize(
    ("year", "measure", "earlier"),
    [
        (2021, "unemployed_reemployed", ["2010"]),  # that of 2023 has no period
        (2023, "unemployed_reemployed", ["2010", "2021"]),  # and stands behind both itself
        (2021, "urban_new_jobs", ["2010", "2016", "2020"]),
        (2023, "urban_new_jobs", ["2010", "2016", "2020", "2021"]),
    ],
)
def test_only_earlier_figures_are_set_against(year: int, measure: str, earlier: list[str]) -> None:
    view = load_book().edition(year).whole()
    pairs = [
        (found.first, found.second) if isinstance(found, Refused) else found.pair.figures
        for found in growth_over_editions(view, measure)
    ]
    assert {now.figure_id for now, _ in pairs} == {f"{year}.{measure}.actual"}
    assert [before.figure_id for _, before in pairs] == [f"{y}.{measure}.actual" for y in earlier]
