"""Part (d): the same runs on a cluster of two workers of this machine, against two at a time."""

from __future__ import annotations

from pathlib import Path

from bench.measure import HIDDEN, Failed, Series, compared, scratch, seconds, shown
from bench.project import Copy, copied
from run.workers import Machines, environment, machines

WORKERS = ("first", "second")


def measure(repeats: int, *chosen: str) -> str:
    """Run all notebooks here and there in turn, compare what came out, and return the table.

    `chosen` are words for `minsheng run` that choose fewer.
    """
    here = Series(f"**minsheng run** --jobs {len(WORKERS)}")
    there = Series(f"minsheng run --scheduler, {len(WORKERS)} workers")
    with copied() as copy, scratch() as folder, machines(Path(folder)) as made:
        start(made, Path(folder))
        for _ in range(repeats):
            count, own = timed(copy, here, *chosen, "--jobs", str(len(WORKERS)))
            _, other = timed(copy, there, *chosen, "--scheduler", made.address)
            if own != other:
                raise Failed("a cluster brought other notebooks than this machine")
    return "\n\n".join(
        [
            f"{count} runs of the book. The workers run before, each a process with a folder "
            "and an environment of its own; counted is what every build does: to connect, to "
            "compare versions, to send the book, to start the process that runs are forked from.",
            compared([there, here], here, "runs", "run"),
            f"What comes back is the same, byte for byte. Beyond the time of `minsheng run` here, "
            f"the cluster took {shown((there.median - here.median) * count)} s in all.",
        ]
    )


def start(made: Machines, folder: Path) -> None:
    """Start the workers, from which is hidden what is hidden from every contestant."""
    python = environment(folder / "python", HIDDEN)
    for name in WORKERS:
        made.start(name, python)
    for name in WORKERS:
        made.await_worker(name)


def timed(copy: Copy, series: Series, *words: str) -> tuple[int, dict[str, bytes]]:
    """Run notebooks, nothing kept from before; return how many and what came out."""
    copy.forget()
    took = seconds(lambda: copy.minsheng("run", *words))
    made = copy.built / "notebooks"
    brought = {str(path.relative_to(made)): path.read_bytes() for path in made.rglob("*.ipynb")}
    series.add(took, len(brought))
    return len(brought), brought
