"""Measure and write docs/benchmarks.md: `make bench`, or some parts on the terminal only.

`python -m bench.record [PART…]`. With parts named, what was measured is printed and the page is
left as it is: all ratios of the page come from one run.
"""

import os
import shutil
import sys
import time
from collections.abc import Callable, Sequence

from bench import building, cluster, execution, growth, weights
from bench.machine import machine
from minsheng import paths
from minsheng.run.execute import surroundings

PAGE = paths.ROOT / "docs" / "benchmarks.md"
REPEATS = int(os.environ.get("REPEATS", "5"))
PARTS: dict[str, tuple[str, Callable[[int], str]]] = {
    "execution": ("Running the notebooks", execution.measure),
    "building": ("Building the book", building.measure),
    "growth": ("Growing", growth.measure),
    "cluster": ("On a cluster", cluster.measure),
    "weights": ("What a page weighs", weights.measure),
}
HEAD = """# Benchmarks

Written by `make bench`: every ratio below was measured in one run, on one machine, with nothing \
else at work. Seconds are of the wall clock; medians of the repeats, with the least and the most. \
Every contestant is a command or process of its own, its start and its imports counted, with \
compiled modules and a warm font cache; packages that only tests bring in are hidden from all. \
Notebooks come out the same from each (`tests/bench`)."""


def sections(chosen: Sequence[str]) -> list[str]:
    """Measure the parts chosen, and print each as it ends."""
    found = []
    shutil.rmtree(paths.BUILD / "read", ignore_errors=True)  # each contestant reads the data itself
    with surroundings():
        for name in chosen:
            title, measure = PARTS[name]
            began = time.perf_counter()
            text = measure(REPEATS)
            found.append(f"## {title}\n\n{text}")
            minutes = (time.perf_counter() - began) / 60
            print(f"{found[-1]}\n\n({name}: {minutes:.1f} minutes)\n", flush=True)
    return found


def main(words: Sequence[str]) -> int:
    """Measure what is asked for; return the exit status."""
    unknown = [word for word in words if word not in PARTS]
    if unknown:
        print(f"no such part: {', '.join(unknown)}; use {', '.join(PARTS)}", file=sys.stderr)
        return 2
    found = sections(words or list(PARTS))
    if not words:
        PAGE.write_text("\n\n".join([HEAD, machine(), *found]) + "\n", encoding="utf-8")
        print(f"wrote {paths.relative(PAGE)}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
