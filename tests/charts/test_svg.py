"""A chart is inline SVG with real text, theme colours and the same bytes on every run."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
from matplotlib import font_manager
from matplotlib import pyplot as plt
from matplotlib.axes import Axes

from minsheng import fonts
from minsheng.charts import MissingGlyph, completion_chart, house_style, inline_svg
from minsheng.charts.style import COLOUR_VARIABLES, ELAPSED
from minsheng.data import load_book
from minsheng.language import Language
from minsheng.verdict import assess


def draw() -> str:
    done = assess(load_book().edition(2023).view("overview"), "urban_new_jobs").promised.completion
    assert done is not None
    return "".join(completion_chart(Language("en"), done, title="Reached").drawings)


def test_words_are_text_and_colours_follow_the_theme() -> None:
    svg = draw()
    assert "target for the year: 200,000 persons</text>" in svg
    assert "reported, January to October 2023: 219,900 persons</text>" in svg
    assert "even spread by the cut-off: 166,667 persons</text>" in svg
    assert "var(--chart-target" in svg
    assert "currentColor" in svg
    assert "<metadata" not in svg
    assert "<style" not in svg
    assert "Minsheng Sans" not in svg


def test_it_is_named_and_described() -> None:
    svg = draw()
    assert 'role="img"' in svg
    assert ">Reached</title>" in svg
    assert ">reported, January to October 2023: 219,900 persons; target for the year: " in svg


def test_ids_carry_the_chart_and_are_unique() -> None:
    found = re.findall(r'\bid="([^"]+)"', draw())
    assert len(found) == len(set(found))
    assert all(each.startswith("chart-figure-2023-urban_new_jobs-actual") for each in found)


def test_coordinates_are_rounded() -> None:
    marks = re.sub(r">[^<]*<", "><", draw())
    assert not re.search(r"\d\.\d{3,}", marks)


@pytest.mark.parametrize(
    ("seed", "zone", "locale"), [("1", "UTC", "C.UTF-8"), ("77", "Asia/Shanghai", "POSIX")]
)
def test_the_same_bytes_elsewhere(seed: str, zone: str, locale: str, tmp_path: Path) -> None:
    code = (
        "from minsheng.charts import completion_chart\n"
        "from minsheng.data import load_book\n"
        "from minsheng.language import Language\n"
        "from minsheng.verdict import assess\n"
        "view = load_book().edition(2023).view('overview')\n"
        "done = assess(view, 'urban_new_jobs').promised.completion\n"
        "chart = completion_chart(Language('en'), done, title='Reached')\n"
        "print(''.join(chart.drawings), end='')\n"
    )
    settings = tmp_path / "matplotlibrc"
    settings.write_text("lines.linestyle: --\npatch.linewidth: 9\nsvg.id: mine\n", encoding="utf-8")
    env = {
        **os.environ,
        "PYTHONHASHSEED": seed,
        "TZ": zone,
        "LC_ALL": locale,
        "MATPLOTLIBRC": str(settings),
    }
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=True)
    assert done.stdout == draw()


def drawn(draw_on: Callable[[Axes], object], key: str = "k") -> str:
    with house_style():
        figure, axes = plt.subplots()
        draw_on(axes)
    return inline_svg(figure, key=key, title="A < B", description="d")


def test_words_stay_as_written() -> None:
    words = "0.12345 #2f6f9f 'Minsheng Sans' US$5 $6 id=\"x\" -0.001"
    found = ElementTree.fromstring(drawn(lambda axes: axes.text(0, 0, words)))
    assert words in ["".join(each.itertext()) for each in found.iter() if each.tag.endswith("text")]
    assert found[0].text == "A < B"


def test_what_matplotlib_draws_by_itself_has_colours_of_the_theme() -> None:
    def several(axes: Axes) -> None:
        axes.hist([1, 2], label="a", edgecolor=None)
        axes.plot([1, 2], label="b")
        axes.scatter([1], [2], c=ELAPSED)
        axes.grid()
        axes.legend(title="c")
        axes.set_title("d")

    svg = drawn(several)
    named = re.findall(r"var\((--[a-z-]+), (#[0-9a-f]{6})\)", svg)
    assert {(COLOUR_VARIABLES[colour], colour) for _, colour in named} == set(named)
    assert re.findall(r"(?<!, )#[0-9a-f]{6}", svg) == []


@pytest.mark.parametrize(
    "draw_on",
    [
        lambda axes: axes.text(0, 0, "就\N{THAI CHARACTER KO KAI}"),
        lambda axes: axes.set_title("\N{THAI CHARACTER KO KAI}"),
        lambda axes: axes.set_xticks([0.5], ["\N{THAI CHARACTER KO KAI}"]),
        lambda axes: axes.xaxis.set_major_formatter(lambda *_: "\N{THAI CHARACTER KO KAI}"),
        lambda axes: (axes.plot([0], label="\N{THAI CHARACTER KO KAI}"), axes.legend()),
    ],
    ids=["text", "title", "tick", "formatter", "legend"],
)
def test_a_missing_glyph_is_an_error_and_the_figure_is_closed(
    draw_on: Callable[[Axes], object],
) -> None:
    with pytest.raises(MissingGlyph, match=r"no glyph for \u0e01 \(U\+0E01\) in '.?\u0e01'"):
        drawn(draw_on)
    assert plt.get_fignums() == []


@pytest.mark.parametrize("key", ["", "1a", "a b", 'a"b', "就", "a.b"])
def test_a_key_that_makes_no_safe_id_is_refused(key: str) -> None:
    with pytest.raises(ValueError, match="key"):
        drawn(lambda axes: axes.text(0, 0, "a"), key=key)
    assert plt.get_fignums() == []


def test_the_house_style_ends_with_its_block() -> None:
    before = dict(plt.rcParams)
    with house_style():
        assert plt.rcParams["svg.fonttype"] == "none"
    assert dict(plt.rcParams) == before


def test_the_fonts_are_registered_once() -> None:
    for _ in range(3):
        with house_style():
            found = [each.fname for each in font_manager.fontManager.ttflist]
    assert [found.count(str(path)) for path in (fonts.REGULAR, fonts.BOLD)] == [1, 1]
