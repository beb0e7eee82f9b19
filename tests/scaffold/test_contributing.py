"""The seven steps of CONTRIBUTING, followed to the letter in a copy, end in a page."""

import csv
import io
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from minsheng import paths
from minsheng.coverage import figures_shown
from minsheng.data import load_book, read_book
from minsheng.quantity import in_full

TEXT = (paths.ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
SECTION = TEXT.partition("## Add an indicator in seven steps\n")[2].partition("\n## ")[0]
STEPS = re.split(r"^\*\*(?=\d\. )", SECTION, flags=re.M)[1:]
KEY = "employer_services"


def block(step: int, language: str) -> str:
    found = re.search(rf"^```{language}\n(.*?)^```$", STEPS[step - 1], re.M | re.S)
    assert found, f"step {step} has no block of {language}"
    return found[1]


def minsheng(root: Path, words: str) -> str:
    command = [sys.executable, "-m", "minsheng", *shlex.split(words)[1:]]
    env = {**os.environ, "MINSHENG_ROOT": str(root)}
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def without(path: Path, pattern: str) -> None:
    """Take what the steps add out of a copy, where this checkout has followed them already."""
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(pattern, "", text, flags=re.M), encoding="utf-8")


@pytest.fixture
def scratch(tmp_path: Path) -> Path:
    shutil.copytree(paths.DATA, tmp_path / "data")
    without(tmp_path / "data/catalogue.yml", rf"^  {KEY}:\n(?:    .*\n)+")
    without(tmp_path / "data/figures/2021.csv", rf"^2021\.{KEY}\..*\n")
    followed = shutil.ignore_patterns(f"{KEY}.ipynb")
    shutil.copytree(paths.NOTEBOOKS, tmp_path / "notebooks", ignore=followed)
    return tmp_path


def test_there_are_seven_steps_each_a_command_or_an_edit() -> None:
    assert [step[:2] for step in STEPS] == [f"{place}." for place in range(1, 8)]
    assert all(step.count("```") == 2 for step in STEPS)


def test_the_number_taken_was_listed_as_no_figure() -> None:
    (numeral,) = re.findall(r"here the row `(.+?)`", STEPS[1])
    followed = any(each.measure == KEY for each in load_book().figures)
    assert followed == all(each.numeral_id != numeral for each in load_book().numerals)


def describe(scratch: Path) -> None:
    path, figures = scratch / "data/catalogue.yml", scratch / "data/figures/2021.csv"
    text = path.read_text(encoding="utf-8")
    assert text.count("\n\nrelations:\n") == 1
    entry = f"\n{block(1, 'yaml')}\nrelations:\n"
    path.write_text(text.replace("\n\nrelations:\n", entry), encoding="utf-8")
    figures.write_text(figures.read_text(encoding="utf-8") + block(2, "csv"), encoding="utf-8")


def measured(scratch: Path) -> None:
    """Follow the first two steps and give the measure an old chapter until it has its own."""
    describe(scratch)
    path = scratch / "data/catalogue.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(f"chapter: {KEY}\n", "chapter: audit\n"), encoding="utf-8")


def test_both_tables_hold_the_same_value(scratch: Path) -> None:
    measured(scratch)
    row = next(csv.reader(io.StringIO(block(3, "csv"))))
    (figure,) = (each for each in read_book(scratch / "data").figures if each.measure == KEY)
    assert figure.period is not None
    held = (figure.figure_id, in_full(figure.value), figure.unit, figure.bound, figure.period.text)
    assert row == [*held]


def test_followed_to_the_letter_they_yield_a_page(scratch: Path) -> None:
    describe(scratch)
    assert f"notebooks/{KEY}.ipynb" in minsheng(scratch, block(4, "sh"))

    notebook = scratch / "notebooks" / f"{KEY}.ipynb"
    tree = json.loads(notebook.read_text(encoding="utf-8"))
    taken_out = block(5, "python").splitlines()
    cells = [cell for cell in tree["cells"] if taken_out[0] in "".join(cell["source"])]
    assert len(cells) == 1
    lines = "".join(cells[0]["source"]).splitlines()
    assert set(taken_out) < set(lines)
    cells[0]["source"] = "\n".join(line for line in lines if line not in taken_out)
    notebook.write_text(json.dumps(tree), encoding="utf-8")

    minsheng(scratch, "minsheng store")
    assert "no fault" in minsheng(scratch, "minsheng check")
    assert figures_shown(notebook) == (f"2021.{KEY}.actual",)
    assert "48,000 entity-times" in notebook.read_text(encoding="utf-8")
    assert f"2021/{KEY}" in (scratch / "_toc.yml").read_text(encoding="utf-8")
