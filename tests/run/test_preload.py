"""The fork server has imported what a run needs, so that no run imports it anew."""

import sys
from pathlib import Path

from minsheng.data import load_book
from minsheng.run import plan
from minsheng.run.child import in_children
from minsheng.run.execute import Engine, surroundings, timed

# What ipykernel and the debugger of tracebacks ask for in each run, at little cost.
LEFT = {"bdb", "psutil", "resource"}


def imported(source: Path, parameters: dict[str, int | str]) -> set[str]:
    """Run a notebook here, in a child, and return the packages that it had to import."""
    before = set(sys.modules)
    timed(source, parameters, source.stem, Engine.WARM, whole=False)
    return {name.partition(".")[0] for name in set(sys.modules) - before}


def test_a_run_imports_next_to_nothing() -> None:
    chosen = ("audit", "overview")
    runs = [run for run in plan(load_book(), [2023], ["zh"]) if run.chapter in chosen]
    with surroundings():
        for name, found in in_children(imported, [(r, (r.source, r.own)) for r in runs], jobs=2):
            assert isinstance(found, set), found
            assert found <= LEFT, name
