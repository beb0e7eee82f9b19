"""`minsheng diff` prints both sides as text or JSON, and its exit status says what was asked."""

import json
import shutil
from pathlib import Path

import pytest

from cli.test_commands import minsheng
from minsheng import paths
from minsheng.errors import Exit


def test_two_editions_as_text() -> None:
    done = minsheng("diff", "2021", "2023")
    assert done.returncode == Exit.OK
    assert done.stdout.startswith("2021 -> 2023\n")
    assert "method: 0 changed" in done.stdout
    assert "not computed, because the two do not cover the same months" in done.stdout


def test_two_editions_as_json() -> None:
    done = minsheng("diff", "2021", "2023", "--format", "json", "--exit-code")
    assert done.returncode == Exit.DIFFERENT
    tree = json.loads(done.stdout)
    assert (tree["before"], tree["after"]) == ("2021", "2023")
    refused = {each["later"]: each["refused"] for each in tree["compared"]}
    assert refused["2023.urban_new_jobs.actual"] == "months"
    assert refused["2023.labour_demand.actual"] == "not_declared"
    assert {each["nature"] for each in tree["changes"]} == {"data"}


def test_an_earlier_state_of_the_data(tmp_path: Path) -> None:
    folder = shutil.copytree(paths.DATA, tmp_path / "data")
    done = minsheng("diff", "2023", "--before", str(folder), "--exit-code")
    assert done.returncode == Exit.OK
    rules = Path(folder) / "rules.yml"
    text = rules.read_text(encoding="utf-8")
    rules.write_text(text.replace("at_least_pct: 100", "at_least_pct: 90", 1), encoding="utf-8")
    done = minsheng("diff", "2023", "--before", str(folder), "--exit-code", "--lang", "zh")
    assert done.returncode == Exit.DIFFERENT
    assert "data: 0 changed" in done.stdout
    assert "method: 1 changed" in done.stdout


@pytest.mark.parametrize("words", [("2023",), ("2021", "2023", "--before", "."), ("2021", "1999")])
def test_what_has_no_two_sides_is_refused(words: tuple[str, ...]) -> None:
    done = minsheng("diff", *words)
    assert done.returncode == Exit.UNKNOWN
    assert "Remedy:" in done.stderr
