"""Words fit where they are put, and labels find places without crossing each other's leaders."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minsheng.charts.leaders import GAP, Label, Side, arrange
from minsheng.charts.lettering import width_px, wrapped

ROOM = 328.0


def test_widths_come_from_the_font() -> None:
    assert width_px("就业", 10) == pytest.approx(1.12 * 20)
    assert width_px("ii", 10) < width_px("mm", 10)
    assert width_px("jobs", 10, bold=True) > width_px("jobs", 10)
    assert width_px("jobs", 20) == pytest.approx(2 * width_px("jobs", 10))


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        ("short", ("short",)),
        ("one two three four five six", ("one two", "three four", "five six")),
        ("incomprehensibilities are long", ("incomprehensibilities", "are long")),
        ("全市城镇新增就业，同比增长", ("全市城镇新增", "就业，同比增", "长")),
        ("共有区（县、市）10个", ("共有区（县、", "市）10个")),
        ("全市城镇新增，", ("全市城镇新", "增，")),
        ("一二三四五（六）", ("一二三四五", "（六）")),
        ("", ()),
    ],
)
def test_lines_break_where_they_may(words: str, lines: tuple[str, ...]) -> None:
    assert wrapped(words, 10, 68) == lines


@given(st.text(alphabet="ab 就业，（）1%", max_size=60))
def test_no_character_is_lost(words: str) -> None:
    kept = "".join(wrapped(words, 10, 60)).replace(" ", "")
    assert kept == words.replace(" ", "")


LABELS = st.builds(
    Label, at=st.floats(0, ROOM, allow_nan=False), width=st.floats(10, 250, allow_nan=False)
)


@given(st.lists(LABELS, min_size=1, max_size=4))
def test_every_label_has_a_row_of_its_own_inside_the_drawing(labels: list[Label]) -> None:
    places = arrange(labels, ROOM).places
    assert sorted(place.row for place in places) == list(range(len(labels)))
    for label, place in zip(labels, places, strict=True):
        assert place.start >= 0
        assert place.start + label.width <= ROOM + 1e-9
        if place.side is Side.LEFT:
            assert place.start + label.width + GAP == pytest.approx(label.at)


@given(st.lists(st.floats(60, ROOM - 60), min_size=2, max_size=4))
def test_short_labels_never_cross(marks: list[float]) -> None:
    labels = [Label(at, 50) for at in marks]
    found = arrange(labels, ROOM)
    apart = all(abs(one - other) > 2 * GAP for one, other in combinations(marks, 2))
    assert not apart or found.crossings == 0
