"""Numbers inside texts of the data are tagged, whole and only where they are the figure's."""

from dataclasses import replace

import pytest

from minsheng.data import load_book
from minsheng.facts import Fact, magnitude, within_text
from minsheng.language import Language
from minsheng.quantity import Bound

TARGET = load_book().edition(2023).figures["2023.urban_new_jobs.target"]


@pytest.mark.parametrize(
    ("lang", "text", "before", "after"),
    [
        ("en", "Jobs for 200,000 persons", "Jobs for ", " persons"),
        ("en", "In all 200,000.", "In all ", "."),
        ("zh", "新增就业20万人", "新增就业", "人"),
    ],
)
def test_the_number_of_a_figure_is_tagged(lang: str, text: str, before: str, after: str) -> None:
    first, fact, last = within_text(Language(lang), text, TARGET)
    assert (first, last) == (before, after)
    assert isinstance(fact, Fact)
    assert (fact.value, fact.figures) == ("200000", (TARGET.figure_id,))


@pytest.mark.parametrize(
    ("lang", "text"),
    [("en", "Jobs for 1,200,000"), ("en", "200,000.5"), ("zh", "120万人"), ("zh", "20万亿元")],
)
def test_a_part_of_another_number_is_not(lang: str, text: str) -> None:
    assert within_text(Language(lang), text, TARGET) == (text,)


@pytest.mark.parametrize(
    ("printed", "bound", "shown"),
    [
        ("1.34", Bound.EXACT, "1.34%"),
        ("1.3", Bound.OVER, "more than 1.3%"),
        ("-3", Bound.EXACT, "3%"),
        ("-3", Bound.OVER, "nearly 3%"),
        ("-3", Bound.AT_LEAST, "at most 3%"),
        ("-3", Bound.ABOUT, "about 3%"),
    ],
)
def test_a_rate_without_its_sign_keeps_its_hedge(printed: str, bound: Bound, shown: str) -> None:
    rate = load_book().edition(2023).figures["2023.urban_new_jobs.yoy_pct"]
    assert magnitude(Language("en"), replace(rate, printed=printed, bound=bound)).text == shown
