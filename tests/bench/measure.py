"""Run commands and keep how long they took; medians, ends and ratios of what was kept."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from statistics import median

from minsheng import paths
from minsheng.cli.handover import ALONE

TESTS = Path(__file__).parents[1]
HIDDEN = Path(__file__).parent / "hidden"
PROGRAMS = Path(sys.executable).parent
# Of the environment, what a contestant may not have from whoever runs the bench.
UNWANTED = {"MPLBACKEND", *ALONE}


class Failed(Exception):
    """A contestant that did not reach its end, with the last of what it said."""


@dataclass
class Series:
    """What was measured of one contestant: seconds, each of so many runs, pages or builds."""

    name: str
    note: str = ""
    samples: list[tuple[float, float]] = field(default_factory=list)

    def add(self, seconds: float, count: float = 1) -> None:
        """Keep one repeat: how long it took, and how many of what is counted it did."""
        self.samples.append((seconds, count))

    @property
    def each(self) -> list[float]:
        """Seconds for one of what is counted, repeat by repeat."""
        return [seconds / count for seconds, count in self.samples]

    @property
    def median(self) -> float:
        """The median of `each`."""
        return median(self.each)

    @property
    def count(self) -> float:
        """How many a repeat did, of all repeats the first."""
        return self.samples[0][1]

    def times(self, other: Series) -> str:
        """Return how many times as long as `other` this took, medians over medians."""
        return f"{self.median / other.median:.2f}"


def surroundings(root: Path | None = None, *, alone: bool = True) -> dict[str, str]:
    """Return the environment of every contestant: the same caches, nothing that only tests bring.

    `root` is the project that `minsheng` takes for its own; `alone` leaves no process behind.
    """
    home = paths.BUILD / "home"
    given = {
        "PYTHONPATH": os.pathsep.join(map(str, (HIDDEN, TESTS))),
        "PATH": os.pathsep.join([str(PROGRAMS), os.environ.get("PATH", "")]),
        "MPLCONFIGDIR": os.environ.get("MPLCONFIGDIR", str(home / "matplotlib")),
        "IPYTHONDIR": os.environ.get("IPYTHONDIR", str(home / "ipython")),
        "PYTHONHASHSEED": "0",
        "PYDEVD_DISABLE_FILE_VALIDATION": "1",
    }
    kept = {name: value for name, value in os.environ.items() if name not in UNWANTED}
    if alone:
        given["MINSHENG_ALONE"] = "1"
    return {**kept, **given, **({} if root is None else {"MINSHENG_ROOT": str(root)})}


def run(
    words: Sequence[str],
    root: Path | None = None,
    folder: Path | None = None,
    *,
    alone: bool = True,
) -> str:
    """Run a command to its end and return all it said; raises `Failed` where it fails."""
    done = subprocess.run(
        list(words),
        env=surroundings(root, alone=alone),
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
    )
    if done.returncode != 0:
        raise Failed(f"{' '.join(words)[:200]}\n{done.stdout[-3000:]}")
    return done.stdout


@contextmanager
def begun(words: Sequence[str], root: Path) -> Iterator[subprocess.Popen[str]]:
    """Start a command that goes on until it is ended, which it is when the block is left."""
    with subprocess.Popen(
        list(words),
        env=surroundings(root),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as started:
        try:
            yield started
        finally:
            started.terminate()  # a job in the background is deaf to Ctrl-C


def until(started: subprocess.Popen[str], words: str) -> None:
    """Read what a command says until it says these words; raises `Failed` where it never does."""
    assert started.stdout is not None
    said = []
    for line in started.stdout:
        said.append(line)
        if words in line:
            return
    raise Failed("".join(said)[-3000:])


def seconds(work: Callable[[], object]) -> float:
    """Return how long some work takes by the wall clock."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def emptied(folder: Path) -> Path:
    """Return a folder, made anew and empty."""
    put_away(folder)
    folder.mkdir(parents=True)
    return folder


def put_away(folder: Path) -> None:
    """Remove a folder from its place, and delete it when the bench ends.

    For minutes after files were deleted, ext4 is slower at making others, most for whoever makes
    most of them.
    """
    if folder.exists():
        folder.rename(Path(tempfile.mkdtemp(dir=_scratch().name)) / folder.name)


@contextmanager
def scratch() -> Iterator[str]:
    """Make a folder that stays until the bench ends; everything that it makes stands in one."""
    yield tempfile.mkdtemp(dir=_scratch().name)


@cache
def _scratch() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="minsheng-bench-", ignore_cleanup_errors=True)


def shown(value: float) -> str:
    """Return a number with three significant digits, and no exponent."""
    digits = 0 if value >= 100 else 1 if value >= 10 else 2 if value >= 1 else 3
    return f"{value:.{digits}f}"


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a table in Markdown: the first column in words, the others numbers."""
    rule = ["---", *("--:" for _ in heads[1:])]
    return "\n".join(f"| {' | '.join(row)} |" for row in (heads, rule, *rows))


def compared(series: Sequence[Series], own: Series, unit: str, per: str) -> str:
    """Return the contestants in a table: median, ends, and how often `own` fits into each."""
    heads = ("", f"{unit} a repeat", "repeats", f"median s/{per}", "min", "max", "× ours")
    rows = [
        (
            each.name,
            f"{each.count:g}",
            str(len(each.samples)),
            shown(each.median),
            shown(min(each.each)),
            shown(max(each.each)),
            each.times(own),
        )
        for each in series
    ]
    return table(heads, rows)


def mapping(series: Sequence[Series]) -> Mapping[str, Series]:
    """Return the contestants by name."""
    return {each.name: each for each in series}
