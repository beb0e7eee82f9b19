"""The seven steps of CONTRIBUTING, followed to the letter in a copy, end in a page."""

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


@pytest.fixture
def scratch(tmp_path: Path) -> Path:
    shutil.copytree(paths.DATA, tmp_path / "data")
    (tmp_path / "notebooks").mkdir()
    return tmp_path


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_there_are_seven_steps_each_a_command_or_an_edit() -> None:
    assert [step[:2] for step in STEPS] == [f"{place}." for place in range(1, 8)]
    assert all(step.count("```") == 2 for step in STEPS)


def test_followed_to_the_letter_they_yield_a_page(scratch: Path) -> None:
    edit(scratch / "data/catalogue.yml", "\n\nrelations:\n", f"\n{block(1, 'yaml')}\nrelations:\n")
    figures = scratch / "data/figures/2021.csv"
    figures.write_text(figures.read_text(encoding="utf-8") + block(2, "csv"), encoding="utf-8")
    (numeral,) = re.findall(r"here the row `(.+?)`", STEPS[1])
    numerals = scratch / "data/numerals.csv"
    rows = numerals.read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [row for row in rows if not row.startswith(f"{numeral},")]
    assert len(kept) == len(rows) - 1
    numerals.write_text("".join(kept), encoding="utf-8")
    assert f"notebooks/{KEY}.ipynb" in minsheng(scratch, block(3, "sh"))

    notebook = scratch / "notebooks" / f"{KEY}.ipynb"
    tree = json.loads(notebook.read_text(encoding="utf-8"))
    taken_out = block(4, "python").splitlines()
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
