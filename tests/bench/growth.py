"""Part (c): what a run and a page cost in a book of 60, 600 and 3,000 of them."""

from __future__ import annotations

import shutil
import sys
from dataclasses import dataclass

from bench.cities import lay_cities
from bench.execution import CONFIG
from bench.measure import PROGRAMS, Series, emptied, run, seconds, shown, table
from bench.project import Copy, copied
from minsheng.language import LANGUAGES

SIZES = (60, 600, 3000)
AGAINST = 600


@dataclass(frozen=True)
class Grown:
    """What was measured of a book of one size: seconds and MiB, of the runs and of the site.

    `drawn` is how many pictures of charts the site drew for it; `theirs` is empty where it was not
    compared.
    """

    size: int
    running: float
    running_peak: float
    site: Series
    building_peak: float
    drawn: int
    theirs: Series

    @property
    def building(self) -> float:
        """The seconds of the site."""
        return self.site.median


def measure(repeats: int, sizes: tuple[int, ...] = SIZES, against: int = AGAINST) -> str:
    """Measure every size once, and so often the site that is compared."""
    found = [grown(size, repeats if size == against else 0) for size in sizes]
    parts = (SAID, costs(found), *rates(found), *map(duel, found))
    return "\n\n".join(filter(None, parts))


SAID = (
    "Made-up cities, each of ten chapters in both languages; each size is measured once, because "
    "its runs and pages repeat each other, but for the site that is compared. The chapters of a "
    "city differ in their titles alone: what a build works out once for several pages, the picture "
    "of a chart above all, counts for more here than where every chapter differs. Peak memory is "
    "that of the command itself, without its children."
)


def grown(size: int, duels: int) -> Grown:
    """Build a book of so many runs; its site again and again in turn with jupyter-book."""
    site, theirs = (
        Series("**minsheng book**, the site alone"),
        Series("`jupyter-book build`, plain"),
    )
    with copied() as copy:
        lay_cities(copy, size // len(LANGUAGES))
        running, running_peak = own(copy, "run")
        before = copy.state()
        for _ in range(max(1, duels)):
            copy.back_to(before)
            building, building_peak = own(copy, "book")
            site.add(building)
            if duels:
                theirs.add(by_jupyter_book(copy))
        drawn = len([*copy.root.glob("_build/pictures/*/*.png")])
    return Grown(size, running, running_peak, site, building_peak, drawn, theirs)


def own(copy: Copy, *words: str) -> tuple[float, float]:
    """Run our command; return its seconds and the peak of its memory."""
    peak = copy.root / "peak"
    command = [sys.executable, "-m", "bench.parent", str(peak), *words]
    took = seconds(lambda: run(command, copy.root))
    return took, float(peak.read_text(encoding="utf-8"))


def by_jupyter_book(copy: Copy) -> float:
    """Return the seconds of plain `jupyter-book build` for the same pages, both languages."""
    took = 0.0
    for lang in LANGUAGES:
        folder = emptied(copy.root / "by-hand") / lang
        shutil.copytree(copy.built / "src" / lang, folder)
        (folder / "_config.yml").write_text(CONFIG.format(mode="off"), encoding="utf-8")
        words = ["build", str(folder), "--path-output", str(folder.parent / "out"), "-q"]
        took += seconds(lambda words=words: run([str(PROGRAMS / "jupyter-book"), *words]))
    return took


def costs(found: list[Grown]) -> str:
    """Return the table of all sizes."""
    heads = ("runs and pages", "runs, s", "s/run", "peak MiB", "site, s", "s/page", "peak MiB")
    rows = [
        (
            f"{each.size:,}",
            shown(each.running),
            shown(each.running / each.size),
            f"{each.running_peak:.0f}",
            shown(each.building),
            shown(each.building / each.size),
            f"{each.building_peak:.0f}",
        )
        for each in found
    ]
    return table(heads, rows)


def rates(found: list[Grown]) -> list[str]:
    """Say how the cost of one, start included, and of one more, grew from the least to the most."""
    if len(found) < 2:
        return []
    least, most = found[0], found[-1]
    run_rate = most.running / most.size / (least.running / least.size)
    page_rate = most.building / most.size / (least.building / least.size)
    memory = max(most.running_peak - least.running_peak, most.building_peak - least.building_peak)
    said = (
        f"From {least.size:,} to {most.size:,} the cost of a run, start included, grows "
        f"{run_rate:.2f} times, of a page {page_rate:.2f} times, peak memory by {memory:.0f} MiB."
    )
    return [said, *further(found)]


def further(found: list[Grown]) -> list[str]:
    """Say what one more run and page cost between sizes, where the start no longer counts."""
    if len(found) < 3:
        return []
    steps = [
        (
            f"{before.size:,} to {after.size:,}",
            shown((after.running - before.running) / (after.size - before.size)),
            shown((after.building - before.building) / (after.size - before.size)),
        )
        for before, after in zip(found, found[1:], strict=False)
    ]
    return [table(("each further", "s/run", "s/page"), steps)]


def duel(each: Grown) -> str:
    """Say how a size compares with jupyter-book, where that was measured."""
    if not each.theirs.samples:
        return ""
    heads = (f"the pages of {each.size:,} runs", "repeats", "median s", "min", "max")
    rows = [
        (
            series.name,
            str(len(series.samples)),
            *(shown(value) for value in (series.median, min(series.each), max(series.each))),
        )
        for series in (each.site, each.theirs)
    ]
    said = (
        f"Both languages. Ours is everything that the site needs, {each.drawn} pictures included, "
        f"which jupyter-book does not draw; it takes {each.theirs.times(each.site)} times as long."
    )
    return f"{table(heads, rows)}\n\n{said}"
