"""One year's evaluation: its figures, promises and texts, and the view of it a chapter may read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from minsheng.data.model import (
    Catalogue,
    ChapterEntry,
    EditionEntry,
    Figure,
    Measure,
    Policy,
    Promise,
    Recommendation,
    Source,
    SupervisionAct,
)
from minsheng.data.vocabulary import Role
from minsheng.errors import Fault, UsageFault


@dataclass(frozen=True)
class Edition:
    """Everything published of one year, frozen."""

    entry: EditionEntry
    figures: Mapping[str, Figure]
    promises: tuple[Promise, ...]
    sources: Mapping[str, Source]
    policies: tuple[Policy, ...]
    recommendations: tuple[Recommendation, ...]
    supervision: tuple[SupervisionAct, ...]
    catalogue: Catalogue

    @property
    def year(self) -> int:
        """The year of the promises."""
        return self.entry.year

    def chapters(self) -> tuple[str, ...]:
        """Return the chapters that exist here: those with at least one figure or promise."""
        present = {figure.measure for figure in self.figures.values()}
        present |= {promise.measure for promise in self.promises}
        entries = self.catalogue.chapters.values()
        return tuple(entry.key for entry in entries if present.intersection(entry.reads))

    def view(self, chapter: str) -> View:
        """Return what `chapter` may read; raises `UsageFault` where it does not exist."""
        if chapter not in self.chapters():
            known = ", ".join(self.chapters())
            rule = f"The edition {self.year} has no such chapter."
            raise UsageFault(
                [
                    Fault(
                        "data/catalogue.yml", rule, f"use one of {known}", None, "chapters", chapter
                    )
                ]
            )
        return View(self, self.catalogue.chapters[chapter])


@dataclass(frozen=True)
class View:
    """The measures that a chapter's catalogue entry declares, and a record of what was read."""

    edition: Edition
    chapter: ChapterEntry
    _read: dict[str, None] = field(default_factory=dict, repr=False, compare=False)

    @property
    def read(self) -> tuple[str, ...]:
        """The ids of the figures read so far, in the order of reading."""
        return tuple(self._read)

    def find(self, measure: str, role: Role = Role.ACTUAL) -> Figure | None:
        """Return the figure of a declared measure in a role, or `None` where none is published.

        Raises `UsageFault` where the catalogue does not let the chapter read the measure.
        """
        self.measure(measure)
        for figure in self.edition.figures.values():
            if (figure.measure, figure.role) == (measure, role):
                self._read[figure.figure_id] = None
                return figure
        return None

    def figures(self) -> tuple[Figure, ...]:
        """Return every figure of the declared measures, in the order of the file."""
        found = [
            each for each in self.edition.figures.values() if each.measure in self.chapter.reads
        ]
        self._read.update(dict.fromkeys(figure.figure_id for figure in found))
        return tuple(found)

    def measure(self, key: str) -> Measure:
        """Return a declared measure; raises `UsageFault` for another."""
        if key not in self.chapter.reads:
            rule = f"The chapter {self.chapter.key} does not declare that it reads this measure."
            remedy = f"add {key} to chapters.{self.chapter.key}.reads"
            raise UsageFault([Fault("data/catalogue.yml", rule, remedy, None, "chapters", key)])
        return self.edition.catalogue.measures[key]

    def promises(self) -> tuple[Promise, ...]:
        """Return the promises about declared measures, in their order."""
        return tuple(each for each in self.edition.promises if each.measure in self.chapter.reads)

    def promise(self, measure: str) -> Promise | None:
        """Return the promise about a declared measure, or `None` where nothing was promised."""
        self.measure(measure)
        return next((each for each in self.promises() if each.measure == measure), None)

    def policies(self) -> tuple[Policy, ...]:
        """Return the policies that the catalogue assigns to this chapter."""
        return tuple(each for each in self.edition.policies if each.chapter == self.chapter.key)
