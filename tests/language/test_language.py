"""Numbers, units, periods and places in each language's habits, from one formatter."""

from fractions import Fraction

import pytest

from minsheng.data import Unit
from minsheng.errors import UsageFault
from minsheng.language import Language
from minsheng.language.units import COUNTED, NAMES
from minsheng.quantity import Interval

ENGLISH = Language("en")


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        ("219900", "person", "219,900 persons"),
        ("1", "person", "1 person"),
        ("2959000000", "yuan", "2.959 billion yuan"),
        ("241637000", "yuan", "241.637 million yuan"),
        ("8510", "yuan", "8,510 yuan"),
        ("17000", "entity_time", "17,000 entity-times"),
    ],
)
def test_quantities_in_english(value: str, unit: str, words: str) -> None:
    assert ENGLISH.quantity(Fraction(value), unit) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [("219900", "21.99万"), ("482000000", "4.82亿"), ("1282", "1282"), ("241637000", "24163.7万")],
)
def test_numbers_in_chinese(value: str, words: str) -> None:
    assert Language("zh").number(Fraction(value)) == words


@pytest.mark.parametrize(
    ("period", "words"),
    [
        ("2023", "2023"),
        ("2023-01/2023-10", "January to October 2023"),
        ("../2023-10", "up to October 2023"),
        ("2023-10", "October 2023"),
        ("2020-11-01", "1 November 2020"),
        ("", "period not stated"),
    ],
)
def test_periods(period: str, words: str) -> None:
    assert ENGLISH.period(period) == words


def test_intervals_are_rounded_outward() -> None:
    assert ENGLISH.interval(Interval(Fraction(216932), Fraction(217053)), -2) == "216,900–217,100"
    assert ENGLISH.interval(Interval(Fraction("8510.6"), None)) == "at least 8,510"
    assert ENGLISH.interval(Interval(None, Fraction("552.2"))) == "at most 553"
    assert ENGLISH.interval(Interval(None, None)) == "any value"


def test_places() -> None:
    assert ENGLISH.locator("3.1/p1/s1; 5/p1") == (
        "part 3(1), paragraph 1, sentence 1; part 5, paragraph 1"
    )


def test_every_unit_has_its_names() -> None:
    assert set(COUNTED) == set(NAMES) == {str(unit) for unit in Unit}


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(UsageFault, match="no such language.*use en or zh"):
        Language("fr")


def test_chinese_words_on_an_english_page_are_marked() -> None:
    marked = ENGLISH.markup("satisfied (满意) & “跟踪、监督”, 21.99万")
    assert marked == (
        'satisfied (<span lang="zh-Hans">满意</span>) &amp; '
        '“<span lang="zh-Hans">跟踪、监督</span>”, 21.99<span lang="zh-Hans">万</span>'
    )
    assert Language("zh").markup("满意 < 100") == "满意 &lt; 100"
