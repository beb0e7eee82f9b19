"""The title of a stored chart states what its drawing shows, read back from the drawing alone."""

import json
import re
from dataclasses import dataclass
from functools import cache

import pytest

from charts.drawn import Drawing, read
from charts.test_charts import WIDTHS
from minsheng import paths
from minsheng.charts.canvas import SHAPES

_FIGURE = re.compile(r'<figure class="book-chart">.*?</figure>', re.DOTALL)
_TITLE = re.compile(r"<figcaption>(.*?)</figcaption>")
_SVG = re.compile(r"<svg .*?</svg>", re.DOTALL)
_NUMBER = re.compile(r'<data class="fact" value="([^"]*)"')


@dataclass(frozen=True)
class Stored:
    """A chart as a stored notebook holds it."""

    title: str
    drawings: tuple[Drawing, ...]

    @property
    def numbers(self) -> list[str]:
        return _NUMBER.findall(self.title)

    def places(self, shape: int) -> dict[str, float]:
        """Return where each named mark stands, across."""
        drawing = self.drawings[shape]
        key = drawing.root.attrib["aria-labelledby"].split()[0].removesuffix("title")
        names = [each.attrib["id"].removeprefix(key) for each in drawing.marks]
        return {name: drawing.across(name) for name in names}


@cache
def stored(chapter: str) -> list[Stored]:
    notebook = json.loads((paths.NOTEBOOKS / f"{chapter}.ipynb").read_text(encoding="utf-8"))
    outputs = [each for cell in notebook["cells"] for each in cell.get("outputs", [])]
    html = "\n".join("".join(each.get("data", {}).get("text/html", "")) for each in outputs)
    found = []
    for figure in _FIGURE.findall(html):
        title = _TITLE.search(figure)
        assert title is not None
        found.append(Stored(title[1], tuple(map(read, _SVG.findall(figure)))))
    assert all(len(each.drawings) == len(SHAPES) for each in found)
    return found


@WIDTHS
@pytest.mark.parametrize(
    "chapter", ["urban_new_jobs", "disabled_employment", "vocational_training"]
)
def test_a_target_is_reached_where_the_bar_ends_beyond_it(chapter: str, shape: int) -> None:
    (chart,) = stored(chapter)
    places = chart.places(shape)
    assert ("had been reached" in chart.title) == (places["reached"] >= places["target"])
    if "short of" in chart.title:
        assert ("on schedule" in chart.title) == (places["reached"] >= places["spread"])


@WIDTHS
def test_as_many_promises_are_reached_as_bars_end_beyond_the_target(shape: int) -> None:
    (chart,) = stored("overview")
    places = chart.places(shape)
    bars = {name for name in places if f"target-{name}" in places}
    reached = [name for name in bars if places[name] >= places[f"target-{name}"]]
    squares = places.keys() - bars - {f"target-{name}" for name in bars}
    full = [name for name in squares if _is_full(chart.drawings[shape], name)]
    reached += full
    assert chart.numbers == [str(len(reached)), str(len(bars) + len(squares))]


def _is_full(drawing: Drawing, name: str) -> bool:
    (mark,) = (each for each in drawing.marks if each.attrib["id"].endswith(f"-{name}"))
    uses = [each for each in mark.iter() if each.tag.endswith("use")]
    return len(uses) == 1 and "chart-ground" not in uses[0].attrib["style"]


@WIDTHS
def test_as_many_places_as_squares(shape: int) -> None:
    (chart,) = stored("gig_markets")
    names = chart.places(shape).keys()
    there = [name for name in names if re.fullmatch(r"with-\d+", name)]
    assert chart.numbers == [str(len(there)), str(len(names))]


@WIDTHS
def test_as_many_tests_as_pairs_and_as_many_agree_as_overlap(shape: int) -> None:
    (chart,) = stored("audit")
    places = chart.places(shape)
    pairs = [name for name in places if name.startswith("printed-")]
    agreeing = [name for name in places if name.startswith("shared-")]
    untested = [name for name in places if name.startswith("untested-")]
    every = len(pairs) + len(untested)
    assert chart.numbers == [str(len(pairs)), str(every), str(len(agreeing))]


@WIDTHS
def test_a_measure_rose_where_its_mark_moved_to_the_right(shape: int) -> None:
    (chart,) = stored("labour_market")
    places = chart.places(shape)
    rose = [places[f"now-{key}"] > places[f"before-{key}"] for key in _changed(places)]
    assert len(re.findall(r"\brose\b", chart.title)) == sum(rose)
    assert len(re.findall(r"\bfell\b", chart.title)) == len(rose) - sum(rose)


def _changed(places: dict[str, float]) -> list[str]:
    return [name.removeprefix("now-") for name in places if name.startswith("now-")]


@WIDTHS
@pytest.mark.parametrize("number", range(3))
def test_as_many_years_as_have_both_marks(number: int, shape: int) -> None:
    chart = stored("trends")[number]
    places = chart.places(shape)
    targets = {_year(name): at for name, at in places.items() if name.startswith("target-")}
    reports = {_year(name): at for name, at in places.items() if name.startswith("reported-")}
    both = targets.keys() & reports.keys()
    reached = [year for year in both if reports[year] >= targets[year]]
    assert chart.numbers == [str(len(both)), str(len(reached))]


def _year(name: str) -> str:
    found = re.search(r"figure-(\d{4})", name)
    assert found is not None, name
    return found[1]


@WIDTHS
def test_the_group_s_steps_are_dated_or_share_a_line(shape: int) -> None:
    (chart,) = stored("evaluation")
    places = chart.places(shape)
    steps = [name for name in places if name.startswith("step-")]
    assert places["covered"] < places["published"]
    assert ("dates none of them" in chart.title) == (not steps and "undated" in places)
