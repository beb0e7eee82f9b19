"""Part (e): what a first visit to each page weighs over the wire."""

from __future__ import annotations

from statistics import median

from bench.measure import table
from bench.project import Copy, copied
from browser.weight import weights
from minsheng.language import LANGUAGES

KIB = 1024


def measure(repeats: int) -> str:
    """Build the book and return the weights of its pages, language by language."""
    del repeats  # a weight is the same every time
    with copied() as copy:
        copy.minsheng("book")
        return report(copy)


def report(copy: Copy) -> str:
    """Return the table of the weights of a built site, and what it is."""
    rows = [row(lang, weights(copy.built / "html", lang)) for lang in LANGUAGES]
    heads = ("", "pages", "lightest, KiB", "median", "heaviest", "the heaviest page")
    said = (
        "Everything that a page loads on a first visit, compressed by gzip: the page, sheets, "
        "scripts, fonts."
    )
    return f"{said}\n\n{table(heads, rows)}"


def row(lang: str, found: dict[str, int]) -> tuple[str, ...]:
    """Return what stands in the table of one language."""
    sizes = sorted(found.values())
    shown = [f"{size / KIB:.0f}" for size in (sizes[0], median(sizes), sizes[-1])]
    return (lang, str(len(found)), *shown, max(found, key=lambda page: found[page]))
