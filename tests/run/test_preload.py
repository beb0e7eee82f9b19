"""The fork server has imported what a run needs, so that no run imports it anew."""

import subprocess
import sys
from pathlib import Path

from minsheng.data import load_book
from minsheng.run import plan
from minsheng.run.child import in_children
from minsheng.run.engine import Engine
from minsheng.run.execute import surroundings
from minsheng.run.notebook import timed

# What ipykernel and the debugger of tracebacks ask for in each run, at little cost.
LEFT = {"bdb", "psutil", "resource"}

# What only a run needs, or only the pages.
HEAVY = ("papermill", "IPython", "matplotlib", "sphinx", "jupyter_book", "fontTools", "nbformat")


def test_to_plan_runs_imports_nothing_that_runs_them() -> None:
    code = f"import sys, minsheng.cli.work; print(*sys.modules.keys() & set({HEAVY!r}))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


def imported(source: Path, parameters: dict[str, int | str], folder: Path) -> set[str]:
    """Run a notebook here, in a child, and return the packages that it had to import."""
    before = set(sys.modules)
    timed(source, parameters, source.stem, Engine.WARM, False, folder)
    return {name.partition(".")[0] for name in set(sys.modules) - before}


def test_a_run_imports_next_to_nothing(tmp_path: Path) -> None:
    chosen = ("audit", "overview")
    runs = [run for run in plan(load_book(), [2023], ["zh"]) if run.chapter in chosen]
    tasks = [(run, (run.source, run.own, tmp_path / run.chapter)) for run in runs]
    with surroundings():
        for name, found in in_children(imported, tasks, jobs=2):
            assert isinstance(found, set), found
            assert found <= LEFT, name
