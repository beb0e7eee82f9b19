"""The meter itself: every figure of every source, held against what uses it and what tests it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from minsheng.data import Bilingual, Book, Figure, Numeral, Source
from minsheng.errors import Fault

Names = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Covered:
    """One published figure: the chapters that use it, the audit lines that test it, or why none.

    A chapter is named `<year>/<chapter>`, a page that is about no edition by its own name, an audit
    line by the id of the figure that it tests.
    """

    figure: Figure
    chapters: tuple[str, ...]
    lines: tuple[str, ...]
    reason: Bilingual | None

    @property
    def in_use(self) -> bool:
        """Whether a chapter uses the figure or a line of the audit tests it."""
        return bool(self.chapters or self.lines)

    @property
    def accounted(self) -> bool:
        """Whether the figure is used, tested or listed with a reason."""
        return self.in_use or self.reason is not None


@dataclass(frozen=True)
class SourceCoverage:
    """One source: its figures, and the numbers that it prints and that are no figures."""

    source: Source
    figures: tuple[Covered, ...]
    numerals: tuple[Numeral, ...]

    @property
    def accounted(self) -> tuple[Covered, ...]:
        """The figures that are used, tested or listed with a reason."""
        return tuple(each for each in self.figures if each.accounted)

    @property
    def printings(self) -> int:
        """How often the source prints its figures."""
        return sum(_places(each.figure.locator) for each in self.figures)

    @property
    def other_printings(self) -> int:
        """How often the source prints numbers that are no figures."""
        return sum(_places(each.locator) for each in self.numerals)


def cover(
    book: Book, figures: Iterable[Figure], uses: Names, tests: Names
) -> tuple[SourceCoverage, ...]:
    """Return the coverage of every source of `figures`, in the order of the table of sources."""
    held = tuple(figures)
    reasons = {each.figure_id: each.reason for each in book.excuses}
    return tuple(
        SourceCoverage(
            source,
            tuple(
                Covered(
                    each,
                    uses.get(each.figure_id, ()),
                    tests.get(each.figure_id, ()),
                    reasons.get(each.figure_id),
                )
                for each in held
                if each.source == source.source_id
            ),
            tuple(each for each in book.numerals if each.source == source.source_id),
        )
        for source in book.sources
        if any(each.source == source.source_id for each in held)
    )


def coverage_faults(coverage: Iterable[SourceCoverage]) -> list[Fault]:
    """Return a fault for every figure left over, and for every reason that no longer holds."""
    figures = [each for source in coverage for each in source.figures]
    left = [_left_over(each.figure) for each in figures if not each.accounted]
    return left + [_needless(each.figure) for each in figures if each.reason and each.in_use]


def _left_over(figure: Figure) -> Fault:
    rule = "No chapter uses this figure, no audit line tests it, and no reason is listed."
    remedy = "use it in a chapter, or give the reason in data/excused.csv"
    return Fault(figure.file, rule, remedy, figure.row, "figure_id", figure.figure_id)


def _needless(figure: Figure) -> Fault:
    rule = "A chapter uses this figure, or an audit line tests it: the reason no longer holds."
    return Fault("data/excused.csv", rule, "delete its row", None, "figure_id", figure.figure_id)


def _places(locator: str) -> int:
    return len(locator.split(";"))
