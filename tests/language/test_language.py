"""Numbers, units, periods and places in each language's habits, from one formatter."""

from fractions import Fraction

import pytest

from minsheng.data import Unit
from minsheng.errors import UsageFault
from minsheng.language import Language
from minsheng.language.units import COUNTED, NAMES
from minsheng.quantity import Interval

ENGLISH, CHINESE = Language("en"), Language("zh")


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
    assert CHINESE.number(Fraction(value)) == words


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        ("219900", "person", "21.99万人"),
        ("604500", "post_time", "60.45万个次"),
        ("2959000000", "yuan", "29.59亿元"),
        ("17000", "entity_time", "1.7万家次"),
        ("560", "family", "560户"),
        ("33", "facility", "33家"),
        ("10", "district", "10个区（县、市）"),
    ],
)
def test_quantities_in_chinese(value: str, unit: str, words: str) -> None:
    assert CHINESE.quantity(Fraction(value), unit) == words


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


@pytest.mark.parametrize(
    ("low", "high", "unit", "decimals", "words"),
    [
        ("216932", "217053", "person", -2, "21.69万～21.71万人"),
        ("19850", "19950", "person", 0, "19850～19950人"),
        ("9900", "10000", "person", -2, "9900～10000人"),
        ("109.925", "109.975", "percent", 3, "109.925%～109.975%"),
        ("129.83", "129.83", "percent", 2, "129.83%"),
        ("2.61", "2.62", "ratio", 2, "2.61～2.62"),
        ("8510.6", None, "yuan", 0, "至少8510元"),
        (None, "552.2", "person", 0, "至多553人"),
    ],
)
def test_ranges_in_chinese(
    low: str | None, high: str | None, unit: str, decimals: int, words: str
) -> None:
    ends = (None if end is None else Fraction(end) for end in (low, high))
    assert CHINESE.span(Interval(*ends), unit, decimals) == words


@pytest.mark.parametrize(
    ("period", "words"),
    [
        ("2023", "2023年"),
        ("2023-01/2023-10", "2023年1–10月"),
        ("2022-11/2023-02", "2022年11月–2023年2月"),
        ("../2023-10", "截至2023年10月"),
        ("2023-10", "2023年10月"),
        ("2020-11-01", "2020年11月1日"),
        ("", "时段未载明"),
    ],
)
def test_periods_in_chinese(period: str, words: str) -> None:
    assert CHINESE.period(period) == words


def test_lists_and_joined_sentences() -> None:
    assert CHINESE.listed(["余姚", "慈溪", "象山"]) == "余姚、慈溪和象山"
    assert CHINESE.coordinated(["需求增长4.22%", "求职持平"]) == "需求增长4.22%，求职持平"
    assert ENGLISH.coordinated(["demand rose", "visits fell"]) == "demand rose and visits fell"
    assert CHINESE.sentences(["一。", "二。"]) == "一。二。"
    assert ENGLISH.sentences(["One.", "Two."]) == "One. Two."


def test_places_in_chinese() -> None:
    assert CHINESE.locator("3.1/p1/s1; 5/p1") == "第三部分（一）第1段第1句；第五部分第1段"


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


@pytest.mark.parametrize(
    ("words", "run"),
    [
        ("原文“11.86 million new urban jobs”。", "million new urban jobs"),
        ("报道称about 12,000 new jobs，", "about 12,000 new jobs"),
        ("满意 · satisfied, basically satisfied", "satisfied, basically satisfied"),
        ("Moore（2009）. Introduction to Interval Analysis.", "Introduction to Interval Analysis"),
    ],
)
def test_english_words_are_marked_in_chinese(words: str, run: str) -> None:
    assert CHINESE.markup(words) == words.replace(run, f'<span lang="en">{run}</span>')


@pytest.mark.parametrize("words", ["GB/T 7714", "CSL-JSON", "2023.urban_new_jobs.actual", "a & b"])
def test_names_and_keys_are_no_english(words: str) -> None:
    assert "span" not in CHINESE.markup(words)
