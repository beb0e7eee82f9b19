"""A chart to take away says what the chart on the page says, and needs nothing but itself."""

import re
import struct
from itertools import combinations

import pytest

from charts.drawn import SVG, Drawing, read
from charts.made import LANGUAGES, MADE, TITLE, chart_of
from minsheng.charts import MissingGlyph, picture, standalone
from minsheng.charts.standalone import MARGIN, ZOOM

NOTES = ["Source: a report (2024).", "来源：一份报告。"]
NAMES = pytest.mark.parametrize("name", MADE)


def taken(name: str, lang: str = "en") -> str:
    return standalone(chart_of(name, lang).drawings[0], NOTES)


def words_of(drawing: Drawing) -> list[str]:
    return [box.words for box in drawing.boxes]


@pytest.mark.parametrize("lang", LANGUAGES)
@NAMES
def test_it_says_what_the_page_says(name: str, lang: str) -> None:
    chart = read(chart_of(name, lang).drawings[0])
    svg = taken(name, lang)
    found = [each.text for each in read(svg).root.iter(f"{SVG}text")]
    assert found == [TITLE, *words_of(chart), *NOTES]
    assert f"<title>{TITLE}</title>" in svg
    assert chart_of(name, lang).description.replace("&", "&amp;") in svg


@NAMES
def test_it_needs_no_page_around_it(name: str) -> None:
    assert not re.search(r"var\(|currentColor|class=|url\(|href=\"http", taken(name))


def test_the_finding_and_the_notes_are_broken_to_its_width() -> None:
    drawing = chart_of("glance, 2023").drawings[0].replace(TITLE, "Word &amp; " * 40)
    found = read(standalone(drawing, ["A long note. " * 20]))
    width, height = found.size
    texts = list(found.root.iter(f"{SVG}text"))
    long = [each for each in texts if re.search("Word|note", each.text or "")]
    assert len(long) > 4
    lines = [float(each.attrib["y"]) for each in long]
    assert all(abs(one - other) >= 16 for one, other in combinations(lines, 2))
    assert max(lines) < height - MARGIN / 2
    assert width == 660 + 2 * MARGIN


def test_a_picture_is_as_large_as_its_drawing_and_the_same_each_time() -> None:
    svg = taken("glance, 2023")
    png = picture(svg)
    assert png.startswith(b"\x89PNG")
    assert struct.unpack(">II", png[16:24]) == tuple(int(ZOOM * each) for each in read(svg).size)
    assert picture(svg) == png


def test_a_picture_holds_chinese_without_a_font_of_the_machine() -> None:
    """A character that no font has is a box, and all boxes look alike."""
    made = [picture(standalone(chart_of("places, all").drawings[0], [each])) for each in "就业"]
    assert made[0] != made[1]


def test_what_the_font_lacks_is_named() -> None:
    with pytest.raises(MissingGlyph, match="U\\+1F600"):
        standalone(chart_of("places, all").drawings[0], ["\U0001f600"])


def test_what_is_no_chart_is_refused() -> None:
    with pytest.raises(ValueError, match="no chart of the book"):
        standalone("<svg></svg>", [])
