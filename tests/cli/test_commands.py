"""The command prints what it promises, and every fault ends in its own exit status."""

import csv
import io
import json
import subprocess
import sys

import pytest

from minsheng.cli.formats import Format, render
from minsheng.data import load_book
from minsheng.errors import Exit


def minsheng(*words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "minsheng", *words]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_check_prints_one_line() -> None:
    done = minsheng("check")
    assert done.returncode == Exit.OK
    assert done.stdout.count("\n") == 1
    book = load_book()
    assert f"{len(book.figures)} figures, {len(book.context)} of context" in done.stdout


def test_figures_as_csv() -> None:
    rows = list(
        csv.DictReader(io.StringIO(minsheng("figures", "--year", "2023", "--format", "csv").stdout))
    )
    assert len(rows) == 57
    assert {row["figure_id"]: row["value"] for row in rows}[
        "2023.unemployment_benefits.actual"
    ] == ("1400000000")


def test_figures_filtered_in_every_format() -> None:
    edition = load_book().edition(2023)
    demand = [f for f in edition.figures.values() if f.measure == "labour_demand"]
    assert [each["value"] for each in json.loads(render(demand, Format.JSON))] == ["604500", "4.22"]
    assert render(demand, Format.TABLE).count("\n") == 3
    printed = minsheng("figures", "--year", "2023", "--measure", "labour_demand").stdout
    assert printed == render(demand, Format.TABLE)


def test_without_a_year_the_context_is_printed_too() -> None:
    printed = minsheng("figures", "--measure", "resident_population", "--format", "csv").stdout
    assert [row["figure_id"] for row in csv.DictReader(io.StringIO(printed))] == [
        each.figure_id for each in load_book().context if each.measure == "resident_population"
    ]


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (("figures", "--year", "1999"), Exit.UNKNOWN, "no such edition"),
        (("run", "--year", "1999"), Exit.UNKNOWN, "use one of"),
        (("run", "--chapter", "nothing"), Exit.UNKNOWN, "no such chapter"),
        (("run", "-p", "lagn=en"), Exit.UNKNOWN, "did you mean lang"),
        (("run", "-p", "year=soon"), Exit.UNKNOWN, "of type int"),
        (("run", "-p", "year=1999"), Exit.UNKNOWN, "choose with --year and --lang"),
        (("run", "-p", "lang=zh"), Exit.UNKNOWN, "stored under its own lang"),
        (("run", "-p", "year"), Exit.UNKNOWN, "name=value"),
        (("nothing",), Exit.COMMAND_LINE, "No such command"),
    ],
)
def test_faults(words: tuple[str, ...], status: Exit, said: str) -> None:
    done = minsheng(*words)
    assert done.returncode == status
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_the_plan_is_printed() -> None:
    assert "2023/urban_new_jobs (en)" in minsheng("plan", "--year", "2023").stdout.splitlines()
    assert minsheng("run", "--dry-run").stdout == minsheng("plan").stdout


@pytest.mark.parametrize(
    "command",
    ["check", "figures", "plan", "run", "book", "store", "serve", "export", "coverage", "new"],
)
def test_help_gives_an_example(command: str) -> None:
    assert f"Example: minsheng {command}" in minsheng(command, "--help").stdout
