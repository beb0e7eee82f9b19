"""Colours of charts stand off the ground in both themes, for eyes that see them and in grey."""

import re

import pytest

from minsheng.charts import audit, bullet, dumbbell, glance, places, style, timeline
from minsheng.site.extension import STATIC

DARK_GROUND = "#121212"  # the theme's --pst-color-background
_MODE = re.compile(r'html\[data-theme="(light|dark)"\] \{(.*?)\}', re.DOTALL)
_VARIABLE = re.compile(r"(--chart-[a-z]+): (#[0-9a-f]{3,6}|var\([^)]*\));")


def colours(mode: str) -> dict[str, str]:
    sheet = (STATIC / "book.css").read_text(encoding="utf-8")
    (found,) = (body for name, body in _MODE.findall(sheet) if name == mode)
    named = dict(_VARIABLE.findall(found))
    return {name: DARK_GROUND if "var(" in each else each for name, each in named.items()}


def on_paper() -> dict[str, str]:
    return {name: colour for colour, name in style.COLOUR_VARIABLES.items()}


def luminance(colour: str) -> float:
    """Return the relative luminance of WCAG 2.2."""
    digits = colour[1:] if len(colour) == 7 else "".join(2 * each for each in colour[1:])
    parts = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


GROUNDS = pytest.mark.parametrize(
    "given", [colours("light"), colours("dark"), on_paper()], ids=["light", "dark", "paper"]
)


def test_every_colour_has_a_value_in_both_themes() -> None:
    names = set(style.COLOUR_VARIABLES.values())
    assert set(colours("light")) == set(colours("dark")) == names


@GROUNDS
def test_marks_stand_off_the_ground_and_words_more(given: dict[str, str]) -> None:
    ground = given["--chart-ground"]
    for name in ("reached", "target", "elapsed"):
        assert contrast(given[f"--chart-{name}"], ground) >= 3, name
    assert contrast(given["--chart-muted"], ground) >= 4.5


LOOKS = {
    "glance": glance.LOOKS.values(),
    "dumbbell": dumbbell.LOOKS.values(),
    "places": places.LOOKS.values(),
    "audit": (audit.DOT, audit.DIAMOND, audit.NONE),
    "timeline": (timeline.DAY, timeline.REPORT),
}
STROKES = {
    "bullet": bullet.STROKES.values(),
    "timeline": (timeline.WITHIN, timeline.SOMETIME),
}


@pytest.mark.parametrize("chart", LOOKS)
def test_marks_differ_in_shape_or_filling(chart: str) -> None:
    looks = [(each.marker, each.fill) for each in LOOKS[chart]]
    assert len(set(looks)) == len(looks)


@pytest.mark.parametrize("chart", STROKES)
def test_lines_differ_in_width_or_dashes(chart: str) -> None:
    strokes = [(each.width, each.dashes) for each in STROKES[chart]]
    assert len(set(strokes)) == len(strokes)
