"""What a chart's title states, held against what its drawing shows: read back from a page alone."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from html import unescape

from charts.drawn import Drawing, read
from minsheng.charts.canvas import SHAPES
from minsheng.commentary import titles
from minsheng.language import Language, Plural
from minsheng.verdict import State

_FIGURE = re.compile(r'<figure class="book-chart">.*?</figure>', re.DOTALL)
_TITLE = re.compile(r"<figcaption>(.*?)</figcaption>", re.DOTALL)
_SVG = re.compile(r"<svg [^>]*\bchart\b.*?</svg>", re.DOTALL)
_TWIN = re.compile(r'<details class="chart-data">.*?<tbody>(.*?)</tbody>', re.DOTALL)
_ROW = re.compile(r"<tr[^>]*><th[^>]*>(.*?)</th><td[^>]*>(.*?)</td>", re.DOTALL)
_NUMBER = re.compile(r'<data class="fact" value="([^"]*)"')
_SLOT = re.compile(r"\{\w+\}")
Places = Mapping[str, float]


@dataclass(frozen=True)
class Published:
    """A chart as a page holds it: its title, its drawings, and the rows of its table."""

    lang: Language
    title: str
    drawings: tuple[Drawing, ...]
    rows: tuple[tuple[str, str], ...]

    @property
    def words(self) -> str:
        return unescape(re.sub("<[^>]*>", "", self.title))

    @property
    def numbers(self) -> list[str]:
        return _NUMBER.findall(self.title)

    def says(self, message: str | Plural) -> bool:
        """Tell whether the title is this message, in the page's language and filled in."""
        if isinstance(message, Plural):
            texts = [self.lang.plural(message, count) for count in (1, 2)]
        else:
            texts = [self.lang.text(message)]
        parts = (map(re.escape, _SLOT.split(each)) for each in texts)
        return any(re.fullmatch(".+?".join(each), self.words) for each in parts)

    def times(self, clause: str) -> int:
        """Return how often the title says a clause of two slots."""
        (between,) = filter(None, _SLOT.split(self.lang.text(clause)))
        return self.words.count(between)


def charts_of(html: str, lang: Language) -> Iterator[Published]:
    """Yield the charts of a page, or of a notebook's output."""
    for figure in _FIGURE.findall(html):
        title, twin = _TITLE.search(figure), _TWIN.search(figure)
        assert title is not None
        assert twin is not None
        rows = tuple((_plain(name), _plain(shown)) for name, shown in _ROW.findall(twin[1]))
        yield Published(lang, title[1], tuple(map(read, _SVG.findall(figure))), rows)


def _plain(html: str) -> str:
    return unescape(re.sub("<[^>]*>", "", html))


def places(drawing: Drawing) -> dict[str, float]:
    """Return where each named mark of a drawing stands, across."""
    key = drawing.root.attrib["aria-labelledby"].split()[0].removesuffix("title")
    names = [each.attrib["id"].removeprefix(key) for each in drawing.marks]
    return {name: drawing.across(name) for name in names}


def disagreements(chart: Published) -> Iterator[str]:
    """Yield what a drawing shows otherwise than the title states it or the table lists it."""
    assert len(chart.drawings) == len(SHAPES)
    for shape, drawing in zip(SHAPES, chart.drawings, strict=True):
        at = places(drawing)
        kind = kind_of(at)
        if not kind.states(chart, drawing, at):
            yield f"{shape.name}: the drawing shows something else than “{chart.words}”"
        for name, shown in kind.amiss(chart, drawing, at):
            yield f"{shape.name}: the table has “{name}: {shown}”, and the drawing has not"


def _unwritten(chart: Published, drawing: Drawing, at: Places) -> list[tuple[str, str]]:
    """Return rows whose value no label shows, or every row where there are not as many marks."""
    words, rows = _squeezed(drawing.words), [*chart.rows]
    # A target of many bars is drawn through each; ranges share a band; a gap has no mark.
    extra = [name for name in at if name.startswith("shared-") or f"target-{name}" in at]
    if len(at) - len(extra) > len(rows):
        return rows
    return [(name, shown) for name, shown in rows if _squeezed(shown) not in words]


def _uncounted(chart: Published, _drawing: Drawing, at: Places) -> list[tuple[str, str]]:
    """Return both rows where they hold another number of places than there are squares."""
    there = sum(name.startswith("with-") for name in at)
    held = [re.match(r"\d+", shown) for _, shown in chart.rows]
    counts = [int(each[0]) if each else 0 for each in held]
    return [] if counts == [there, len(at) - there] else [*chart.rows]


def _squeezed(words: str) -> str:
    return "".join(words.split())


def _target(chart: Published, _drawing: Drawing, at: Places) -> bool:
    if chart.says(titles.COMPLETION[State.ACHIEVED]) or chart.says(titles.YEAR_REACHED):
        return at["reached"] >= at["target"]
    ahead = chart.says(titles.COMPLETION[State.ON_SCHEDULE])
    assert ahead or chart.says(titles.COMPLETION[State.BEHIND])
    return at["reached"] < at["target"] and ahead == (at["reached"] >= at["spread"])


def _glance(chart: Published, drawing: Drawing, at: Places) -> bool:
    bars = {name for name in at if f"target-{name}" in at}
    squares = at.keys() - bars - {f"target-{name}" for name in bars}
    reached = [name for name in bars if at[name] >= at[f"target-{name}"]]
    reached += [name for name in squares if _is_full(drawing, name)]
    assert chart.says(titles.GLANCE)
    return chart.numbers == [str(len(reached)), str(len(bars) + len(squares))]


def _is_full(drawing: Drawing, name: str) -> bool:
    """Tell a full square from a half or a hollow one, and from the cross of what has no figure."""
    (mark,) = (each for each in drawing.marks if each.attrib["id"].endswith(f"-{name}"))
    uses = [each for each in mark.iter() if each.tag.endswith("use")]
    named = {each.attrib["id"]: each for each in drawing.root.iter() if "id" in each.attrib}
    outlines = [named[each.attrib["href"].removeprefix("#")].attrib["d"] for each in uses]
    is_square = all(each.strip().endswith("z") for each in outlines)
    return len(uses) == 1 and is_square and "chart-ground" not in uses[0].attrib["style"]


def _places(chart: Published, _drawing: Drawing, at: Places) -> bool:
    there = [name for name in at if name.startswith("with-")]
    assert chart.says(titles.PLACES)
    return chart.numbers == [str(len(there)), str(len(at))]


def _audit(chart: Published, _drawing: Drawing, at: Places) -> bool:
    pairs, agreeing, untested = (
        len([name for name in at if name.startswith(f"{each}-")])
        for each in ("printed", "shared", "untested")
    )
    assert chart.says(titles.AUDIT)
    return chart.numbers == [str(pairs), str(pairs + untested), str(agreeing)]


def _change(chart: Published, _drawing: Drawing, at: Places) -> bool:
    measures = [name.removeprefix("now-") for name in at if name.startswith("now-")]
    rose = [at[f"now-{key}"] > at[f"before-{key}"] for key in measures]
    assert chart.says(titles.CHANGE)
    said = [chart.times(titles.ROSE), chart.times(titles.FELL)]
    return said == [sum(rose), len(rose) - sum(rose)]


def _years(chart: Published, _drawing: Drawing, at: Places) -> bool:
    targets = {_year(name): place for name, place in at.items() if name.startswith("target-")}
    reports = {_year(name): place for name, place in at.items() if name.startswith("reported-")}
    both = targets.keys() & reports.keys()
    reached = [year for year in both if reports[year] >= targets[year]]
    assert chart.says(titles.YEARS)
    return chart.numbers == [str(len(both)), str(len(reached))]


def _year(name: str) -> str:
    found = re.search(r"figure-(\d{4})", name)
    assert found is not None, name
    return found[1]


def _course(chart: Published, _drawing: Drawing, at: Places) -> bool:
    undated = chart.says(titles.UNDATED)
    assert undated or chart.says(titles.DATED)
    dated = [name for name in at if name.startswith("step-")]
    return at["covered"] < at["published"] and undated == (not dated and "undated" in at)


@dataclass(frozen=True)
class Kind:
    """A kind of chart: the mark that no other has, and what title and table must agree with."""

    mark: str
    states: Callable[[Published, Drawing, Places], bool]
    amiss: Callable[[Published, Drawing, Places], list[tuple[str, str]]] = _unwritten


KINDS = (
    Kind("spread", _target),
    Kind("with", _places, _uncounted),
    Kind("printed", _audit),
    Kind("now", _change),
    Kind("reported", _years),
    Kind("covered", _course),
)
GLANCE = Kind("", _glance)


def kind_of(at: Places) -> Kind:
    """Return the kind of the chart with these marks; what is promised at a glance has any."""
    first = {name.partition("-")[0] for name in at}
    return next((each for each in KINDS if each.mark in first), GLANCE)
