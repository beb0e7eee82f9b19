"""Part (b): the whole book, built anew, with nothing changed, and with one thing changed."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from statistics import median

from bench import execution, tasks
from bench.measure import PROGRAMS, Series, begun, emptied, run, seconds, shown, table, until
from bench.project import Copy, copied
from faults.processes import end_standby, until_it_stands_by
from minsheng.cli.primed import WAITING
from minsheng.data import load_book
from minsheng.digests import Inputs
from minsheng.language import LANGUAGES
from minsheng.run import plan
from minsheng.run.fingerprint import Fingerprints

FIGURES, PROSE = "data/figures/2023.csv", "book/methods.md"
# The figure that is changed: its row up to what is printed, and the next column.
FIGURE = re.compile(r"^(2023\.disability_fair_posts\.actual,.*?,actual,)([^,]*)(,)", re.MULTILINE)
KNOWN = "figure "  # begins the name of a figure among the pieces of a fingerprint
_RUN = re.compile(r"(\d+) notebooks: (\d+) run")


def measure(repeats: int) -> str:
    """Build in every way, repeat by repeat, and return the tables."""
    cold, none = Series("**minsheng book**, nothing kept from before"), Series("nothing changed")
    figure = Series("one figure changed, and the process at hand that the last build left")
    watched = Series("one figure changed, and `minsheng watch` at work")
    alone = Series("one figure changed, with `--alone`")
    prose = Series("one prose page changed, with `--alone`")
    theirs = Series("jupyter-book build of both languages")
    ran = 0
    with copied() as copy:
        for repeat in range(repeats):
            copy.forget()
            cold.add(seconds(lambda: copy.minsheng("book")))
            none.add(seconds(lambda: copy.minsheng("book")))
            change_figure(copy, repeat)
            said: list[str] = []
            alone.add(seconds(lambda said=said: said.append(copy.minsheng("book"))))
            ran = runs_in(said[0])
            figure.add(built_at_hand(copy, repeats + 2 * repeat))
            watched.add(seen_by_watch(copy, 3 * repeats + repeat))
            change_prose(copy, repeat)
            prose.add(seconds(lambda: copy.minsheng("book")))
            theirs.add(by_jupyter_book(copy))
    return report(repeats, (cold, none, figure, watched, alone, prose), theirs, ran)


def report(repeats: int, own: tuple[Series, ...], theirs: Series, ran: int) -> str:
    """Return the tables, the competitor's whole build among them."""
    cold, _, figure, watched, alone, _ = own
    every, command = len(tasks.every()), execution.by_command(repeats)
    whole = command.median * every + theirs.median
    heads = ("", "repeats", "median s", "min", "max", "of the cold build")
    rows = [
        (
            each.name,
            str(len(each.samples)),
            *(shown(value) for value in (each.median, min(each.each), max(each.each))),
            f"{each.median / cold.median:.1%}",
        )
        for each in (*own, theirs)
    ]
    total = f"papermill, the command, for all {every} runs, then jupyter-book build of both"
    rows.append((total, "", shown(whole), "", "", f"{whole / cold.median:.1%}"))
    return "\n\n".join(
        [
            f"All {every} runs and the pages of both languages. The figure changed is one that "
            f"{ran} runs may know; only these ran. {spread(knowing())}",
            table(heads, rows),
            f"papermill and jupyter-book take {whole / cold.median:.2f} times as long as "
            f"`minsheng book`. One figure changed takes {figure.median / cold.median:.1%} of the "
            f"whole; {watched.median / cold.median:.1%} where `minsheng watch` is at work, counted "
            f"from the changed file to the finished site; and {alone.median / cold.median:.1%} "
            "where no process is at hand, ten minutes after the last build or with `--alone`.",
        ]
    )


def knowing() -> Counter[str]:
    """Return for every figure how many runs of the book may know it, in both languages."""
    fingerprints = Fingerprints(load_book(), Inputs.take())
    return Counter(
        name.removeprefix(KNOWN)
        for run in plan(load_book())
        for name in fingerprints.of(run, run.own).own
        if name.startswith(KNOWN)
    )


def spread(counts: Counter[str]) -> str:
    """Say how many runs may know a figure: what a change of it sets off."""
    each = sorted(counts.values())
    return (
        f"Each of the {len(each)} figures may be known to between {each[0]} and {each[-1]} runs, "
        f"half of the figures to {median(each):g} or fewer."
    )


def change_figure(copy: Copy, repeat: int) -> None:
    """Print another last digit of a figure: one that was not there before."""
    edit(copy.root / FIGURES, lambda text: FIGURE.sub(rf"\g<1>{653 + repeat}\3", text, count=1))


def built_at_hand(copy: Copy, repeat: int) -> float:
    """Return the seconds that a build takes which follows another, by what that one left."""
    change_figure(copy, repeat)
    copy.minsheng("book", alone=False)
    until_it_stands_by(copy.root)
    change_figure(copy, repeat + 1)
    took = seconds(lambda: copy.minsheng("book", alone=False))
    end_standby(copy.root)
    return took


def seen_by_watch(copy: Copy, repeat: int) -> float:
    """Return the seconds from a changed figure to the site, by a build that waited for it."""
    words = [str(PROGRAMS / "minsheng"), "watch"]
    with begun(words, copy.root) as watching:
        for _ in ("the first build", "the one that waits"):
            until(watching, WAITING)
        change_figure(copy, repeat)
        took = seconds(lambda: until(watching, "The book is at"))
        until(watching, WAITING)
    return took


def change_prose(copy: Copy, repeat: int) -> None:
    """Add a sentence to a page of prose."""
    edit(copy.root / PROSE, lambda text: f"{text}\nSentence {'again ' * (repeat + 1)}added.\n")


def edit(path: Path, change: Callable[[str], str]) -> None:
    """Change a file; it must not be the same afterwards."""
    before = path.read_text(encoding="utf-8")
    after = change(before)
    assert after != before, f"nothing was changed in {path.name}"
    path.write_text(after, encoding="utf-8")


def runs_in(said: str) -> int:
    """Return how many notebooks a build ran."""
    found = _RUN.search(said)
    assert found is not None, said
    return int(found[2])


def by_jupyter_book(copy: Copy) -> float:
    """Return the seconds that `jupyter-book build` takes for what the last build staged."""
    took = 0.0
    for lang in LANGUAGES:
        folder = emptied(copy.root / "by-hand") / lang
        shutil.copytree(copy.built / "src" / lang, folder)
        words = ["build", str(folder), "--path-output", str(folder.parent / "out"), "-q"]
        took += seconds(
            lambda words=words: run([str(PROGRAMS / "jupyter-book"), *words], copy.root)
        )
    return took
