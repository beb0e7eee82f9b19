"""Every chart says what it shows: its words fit, its marks stand where its data say."""

import csv
import io
import re
from fractions import Fraction
from itertools import combinations

import pytest

from charts.drawn import Drawing, read
from charts.made import LANGUAGES, MADE, TITLE, chart_of, places
from minsheng.chapters.chart_data import chart_csv, chart_table
from minsheng.charts import Mark
from minsheng.charts.canvas import SHAPES
from minsheng.facts import Fact

PLACED = [name for name in MADE if not name.startswith(("audit", "timeline"))]
LABELLED = [name for name in MADE if not name.startswith("places")]
WIDTHS = pytest.mark.parametrize("shape", range(len(SHAPES)), ids=[each.name for each in SHAPES])
SPOKEN = pytest.mark.parametrize("lang", LANGUAGES)
EVERY = pytest.mark.parametrize("name", MADE)


def drawn(name: str, shape: int, lang: str = "en") -> Drawing:
    return read(chart_of(name, lang).drawings[shape])


@SPOKEN
@WIDTHS
@EVERY
def test_no_words_meet_others(name: str, shape: int, lang: str) -> None:
    for one, other in combinations(drawn(name, shape, lang).boxes, 2):
        assert not one.meets(other), (one, other)


@SPOKEN
@WIDTHS
@EVERY
def test_all_words_are_inside(name: str, shape: int, lang: str) -> None:
    width, height = drawn(name, shape, lang).size
    for box in drawn(name, shape, lang).boxes:
        assert box.left >= 0, box
        assert box.right <= width + 0.5, box
        assert box.top >= 0, box
        assert box.bottom <= height, box


@SPOKEN
@WIDTHS
@pytest.mark.parametrize("name", LABELLED)
def test_everything_is_labelled(name: str, shape: int, lang: str) -> None:
    words = drawn(name, shape, lang).words
    for item in chart_of(name, lang).items:
        assert item.words in words, item
        assert item.note in words, item


@EVERY
def test_ids_are_unique(name: str) -> None:
    chart = chart_of(name)
    ids = [each for svg in chart.drawings for each in read(svg).ids]
    assert len(ids) == len(set(ids))
    assert all(each.startswith(chart.key) for each in ids)


@EVERY
def test_it_is_named_and_described(name: str) -> None:
    chart = chart_of(name)
    for svg in chart.drawings:
        root = read(svg).root
        assert root.attrib["role"] == "img"
        named, described = root.attrib["aria-labelledby"].split()
        words = {each.attrib.get("id"): each.text for each in root}
        assert words[named] == TITLE
        assert words[described] == chart.description
    for item in chart.items:
        assert item.words in chart.description


def _middle(mark: Mark) -> Fraction:
    ends = [end for end in (mark.at.low, mark.at.high) if end is not None]
    return sum(ends, Fraction(0)) / len(ends)


@WIDTHS
@pytest.mark.parametrize("name", PLACED)
def test_marks_stand_at_their_values_on_a_scale_from_zero(name: str, shape: int) -> None:
    drawing = drawn(name, shape)
    marks = [item for item in chart_of(name).items if isinstance(item, Mark)]
    places = [(_middle(mark), drawing.across(_drawn_key(mark, marks))) for mark in marks]
    largest, edge = max(places, default=(Fraction(1), 0.0))
    for value, across in places:
        assert abs(1 + float(value / largest) * (edge - 1) - across) < 0.02, (value, across)


def _drawn_key(mark: Mark, marks: list[Mark]) -> str:
    """Return the id of a mark; the target of many bars is drawn through each of them."""
    many = mark.key == "target" and marks[0].key != "reached"
    return f"target-{marks[0].key}" if many else mark.key


def test_the_audit_is_drawn_on_scales_of_its_own() -> None:
    chart = chart_of("audit, 2023")
    for svg in chart.drawings:
        drawing = read(svg)
        places = {
            mark.key: (_middle(mark), drawing.across(mark.key))
            for mark in chart.items
            if isinstance(mark, Mark)
        }
        jobs = [each for key, each in places.items() if "urban_new_jobs" in key]
        people = [each for key, each in places.items() if "disabled_employment" in key]
        assert jobs[0] == jobs[1]
        assert people[0][0] < people[1][0]
        assert people[0][1] < people[1][1]


@WIDTHS
def test_dates_stand_in_proportion_on_a_timeline(shape: int) -> None:
    name = "timeline, every kind of date"
    drawing = drawn(name, shape)
    ends = {
        item.key: (item.at.high, drawing.across(item.key))
        for item in chart_of(name).items
        if isinstance(item, Mark) and item.at.high is not None
    }
    (first, left), (last, right) = ends["step-5"], ends["published"]
    assert left < right
    for day, across in ends.values():
        share = float((day - first) / (last - first))
        assert abs(left + share * (right - left) - across) < 0.02, (day, across)


@WIDTHS
@pytest.mark.parametrize("name", [each for each in MADE if not each.startswith("places")])
def test_every_mark_drawn_is_one_that_the_table_lists(name: str, shape: int) -> None:
    chart, drawing = chart_of(name), drawn(name, shape)
    prefix = f"{chart.key}-{SHAPES[shape].name}-"
    marks = {each.attrib["id"].removeprefix(prefix) for each in drawing.marks}
    # A target of many bars is drawn through each of them, and no mark is drawn in a gap.
    through = {f"target-{item.key}" for item in chart.items}
    bands = {f"shared-{item.key}" for item in chart.items}
    listed = {item.key for item in chart.items if not item.key.startswith("gap-")}
    assert marks - bands - (through - listed) == listed - ({"target"} if through & marks else set())


@SPOKEN
@WIDTHS
@pytest.mark.parametrize("name", ["years, new urban jobs", "completion, new urban jobs"])
def test_no_leader_runs_through_words(name: str, shape: int, lang: str) -> None:
    drawing = drawn(name, shape, lang)
    for across, high, low in drawing.leaders:
        for box in drawing.boxes:
            beside = not box.left < across < box.right
            assert beside or box.bottom <= high or low <= box.top, (box, across)


RIM = 'stroke: var(--chart-ground, #fefefe); stroke-width: 4"'


@WIDTHS
def test_a_range_stands_off_the_bar_below_it_where_it_is_wide_enough(shape: int) -> None:
    rims = {
        name: chart_of(f"completion, {name}").drawings[shape].count(RIM)
        for name in ("wide rounding", "new urban jobs", "equal")
    }
    assert rims == {"wide rounding": 3, "new urban jobs": 0, "equal": 0}


def test_as_many_squares_as_places() -> None:
    chart = places(LANGUAGES["en"], "9", "10")
    assert chart is not None
    for svg in chart.drawings:
        drawing = read(svg)
        ids = drawing.ids
        assert "9 of 10" in drawing.words
        assert len([each for each in ids if re.search(r"-with-\d+$", each)]) == 9
        assert len([each for each in ids if re.search(r"-without-\d+$", each)]) == 1


@pytest.mark.parametrize(("reached", "whole"), [("11", "10"), ("51", "51"), ("20", "1000")])
def test_what_nobody_would_count_is_not_drawn(reached: str, whole: str) -> None:
    assert places(LANGUAGES["en"], reached, whole) is None


@SPOKEN
@EVERY
def test_the_table_holds_what_is_drawn(name: str, lang: str) -> None:
    chart = chart_of(name, lang)
    table = chart_table(LANGUAGES[lang], chart.items)
    assert [row[0] for row in table.rows] == [
        item.full_name(LANGUAGES[lang]) for item in chart.items
    ]
    assert [row[1] for row in table.rows] == [item.shown for item in chart.items]


@SPOKEN
@EVERY
def test_the_csv_holds_every_number_exactly(name: str, lang: str) -> None:
    chart = chart_of(name, lang)
    rows = list(csv.DictReader(io.StringIO(chart_csv(LANGUAGES[lang], chart.items))))
    assert len(rows) == len(chart.items)
    for item, row in zip(chart.items, rows, strict=True):
        if not isinstance(item, Mark) or not isinstance(item.shown, Fact):
            continue
        ends = [row["low"] or None, row["high"] or None]
        if row["value"] and not any(ends):
            assert Fraction(row["value"]) in item.at
        else:
            assert [item.at.low, item.at.high] == [end and Fraction(end) for end in ends]
