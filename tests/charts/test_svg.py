"""A chart is inline SVG with real text, theme colours and the same bytes on every run."""

import os
import re
import subprocess
import sys

import pytest
from matplotlib import pyplot as plt

from minsheng.charts import MissingGlyph, completion_chart, house_style, inline_svg
from minsheng.data import load_book
from minsheng.language import Language
from minsheng.verdict import assess


def draw() -> str:
    done = assess(load_book().edition(2023).view("overview"), "urban_new_jobs").promised.completion
    assert done is not None
    return completion_chart(Language("en"), done, name="new urban jobs", title="Reached").svg


def test_words_are_text_and_colours_follow_the_theme() -> None:
    svg = draw()
    assert "target for the year: 200,000 persons</text>" in svg
    assert "reached, January to October 2023: 219,900 persons</text>" in svg
    assert "even spread: 166,667 persons</text>" in svg
    assert "var(--chart-target" in svg
    assert "currentColor" in svg
    assert "<metadata" not in svg
    assert "<style" not in svg
    assert "Minsheng Sans" not in svg


def test_it_is_named_and_described() -> None:
    svg = draw()
    assert 'role="img"' in svg
    assert "<title" in svg
    assert "reached 219,900 persons in January to October 2023" in svg


def test_ids_carry_the_chart_and_are_unique() -> None:
    found = re.findall(r'\bid="([^"]+)"', draw())
    assert len(found) == len(set(found))
    assert all(each.startswith("chart-2023-urban_new_jobs-actual") for each in found)


def test_coordinates_are_rounded() -> None:
    marks = re.sub(r">[^<]*<", "><", draw())
    assert not re.search(r"\d\.\d{3,}", marks)


@pytest.mark.parametrize(("seed", "zone"), [("1", "UTC"), ("77", "Asia/Shanghai")])
def test_the_same_bytes_elsewhere(seed: str, zone: str) -> None:
    code = (
        "from minsheng.charts import completion_chart\n"
        "from minsheng.data import load_book\n"
        "from minsheng.language import Language\n"
        "from minsheng.verdict import assess\n"
        "view = load_book().edition(2023).view('overview')\n"
        "done = assess(view, 'urban_new_jobs').promised.completion\n"
        "chart = completion_chart(Language('en'), done, name='new urban jobs', title='Reached')\n"
        "print(chart.svg, end='')\n"
    )
    env = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C.UTF-8"}
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=True)
    assert done.stdout == draw()


def test_a_missing_glyph_is_an_error() -> None:
    with house_style():
        figure, axes = plt.subplots()
        axes.text(0, 0, "\N{THAI CHARACTER KO KAI}")
        with pytest.raises(MissingGlyph, match="no glyph for \N{THAI CHARACTER KO KAI}"):
            inline_svg(figure, key="k", title="t", description="d")
        plt.close(figure)


def test_the_house_style_ends_with_its_block() -> None:
    before = dict(plt.rcParams)
    with house_style():
        assert plt.rcParams["svg.fonttype"] == "none"
    assert dict(plt.rcParams) == before
