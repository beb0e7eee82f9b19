"""The runs of the book as every contestant takes them: source, parameters, target."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from minsheng.data import load_book
from minsheng.run import plan


@dataclass(frozen=True)
class Task:
    """One notebook to be run: where it is, with what, and the name its result is kept under."""

    source: str
    parameters: dict[str, int | str]
    name: str

    def target(self, folder: Path) -> Path:
        """Return where the result goes."""
        return folder / f"{self.name}.ipynb"


def every() -> list[Task]:
    """Return all runs of the book."""
    return [
        Task(str(run.source), dict(run.own), f"{run.page.replace('/', '-')}-{run.lang}")
        for run in plan(load_book())
    ]


def share(tasks: Sequence[Task], repeat: int, parts: int) -> list[Task]:
    """Return one of `parts` shares of the runs, spread over the list; repeats take turns."""
    return list(tasks[repeat % parts :: parts])


def written(tasks: Sequence[Task], path: Path) -> Path:
    """Write runs for a contestant that is a process of its own."""
    path.write_text(json.dumps([asdict(each) for each in tasks]), encoding="utf-8")
    return path


def read(path: Path) -> Iterator[Task]:
    """Yield the runs written to a file."""
    for each in json.loads(path.read_text(encoding="utf-8")):
        yield Task(**each)
