"""One year's evaluation: its figures, promises and texts, and the view of it a chapter may read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from minsheng.data.decision import Rules
from minsheng.data.entries import Catalogue, ChapterEntry, Measure
from minsheng.data.model import (
    Bilingual,
    EditionEntry,
    Figure,
    Policy,
    Promise,
    Recommendation,
    Source,
    SupervisionAct,
    Vote,
)
from minsheng.data.vocabulary import EditionStatus, Requirement, Role
from minsheng.errors import Fault, UsageFault


@dataclass(frozen=True)
class Edition:
    """Everything published of one year, frozen.

    `votes` holds those on its own promises and those elsewhere, told apart by their `edition`;
    `context` holds the figures of other regions and of years without an edition, `others` those of
    the other editions; both by id. `latest_evaluation` is the latest edition with an evaluation.
    """

    entry: EditionEntry
    figures: Mapping[str, Figure]
    promises: tuple[Promise, ...]
    sources: Mapping[str, Source]
    policies: tuple[Policy, ...]
    recommendations: tuple[Recommendation, ...]
    supervision: tuple[SupervisionAct, ...]
    catalogue: Catalogue
    rules: Rules
    votes: tuple[Vote, ...]
    context: Mapping[str, Figure] = field(default_factory=dict)
    others: Mapping[str, Figure] = field(default_factory=dict)
    latest_evaluation: EditionEntry | None = None

    @property
    def year(self) -> int:
        """The year of the promises."""
        return self.entry.year

    def chapters(self) -> tuple[str, ...]:
        """Return the chapters that exist here, in the order of the catalogue.

        A chapter needs at least one figure or promise of its own; one that requires an evaluation
        needs an opinion, an act of supervision or a recommendation as well, and one that requires
        a percentage a figure that its source worked out from others.
        """
        return self._chapters

    @cached_property
    def _chapters(self) -> tuple[str, ...]:
        entries = self.catalogue.chapters.values()
        return tuple(entry.key for entry in entries if self._holds(entry))

    def _holds(self, entry: ChapterEntry) -> bool:
        met = {
            Requirement.FIGURES: True,
            Requirement.EVALUATION: bool(
                self.entry.opinion or self.supervision or self.recommendations
            ),
            Requirement.PERCENTAGE: self._holds_percentage,
        }
        return met[entry.requires] and not self.measures.isdisjoint(entry.reads)

    @cached_property
    def _holds_percentage(self) -> bool:
        return any(each.role.is_derived for each in self.figures.values())

    @cached_property
    def measures(self) -> frozenset[str]:
        """The measures that have a figure or a promise in this edition."""
        figures = {figure.measure for figure in self.figures.values()}
        return frozenset(figures | {promise.measure for promise in self.promises})

    def is_filled(self, promise: Promise) -> bool:
        """Tell whether a promise is an umbrella and a target under it has been published."""
        covers = self.catalogue.measures[promise.measure].covers
        return any(each.measure in covers for each in self.promises)

    def is_open(self, promise: Promise) -> bool:
        """Tell whether a promise is an umbrella under which no target has been published yet."""
        covers = self.catalogue.measures[promise.measure].covers
        return bool(covers) and not self.is_filled(promise)

    @property
    def judged(self) -> tuple[Promise, ...]:
        """The promises to judge: an umbrella only as long as no target stands in its place."""
        return tuple(each for each in self.promises if not self.is_filled(each))

    @property
    def own_votes(self) -> tuple[Vote, ...]:
        """The votes on this edition's promises; the others are votes elsewhere."""
        return tuple(each for each in self.votes if each.edition == self.year)

    def reporter(self, measure: str) -> str:
        """Return the agency behind the figures on a measure; empty where no source names it.

        An evaluation names the responsible bodies once for all; other sources with the promise.
        """
        promise = next((each for each in self.promises if each.measure == measure), None)
        if promise is not None:
            return promise.agency
        evaluated = self.entry.status is EditionStatus.EVALUATED
        return self.catalogue.measures[measure].agency if evaluated else ""

    def figure(self, figure_id: str) -> Figure:
        """Return a figure of this edition, of another or of the context; raises `KeyError`."""
        for held in (self.figures, self.context, self.others):
            if figure_id in held:
                return held[figure_id]
        raise KeyError(figure_id)

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

    def whole(self) -> View:
        """Return a view of every measure, for what is about the edition and not about a chapter."""
        none = Bilingual("", "")
        return View(self, ChapterEntry("", "", none, none, tuple(self.catalogue.measures)))


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

    def context(
        self,
        measure: str,
        role: Role = Role.ACTUAL,
        *,
        region: str | None = None,
        period: str | None = None,
    ) -> tuple[Figure, ...]:
        """Return context figures of a declared measure in a role, oldest period first.

        `region` is a GB/T 2260 code and `period` a written period (`2021-01/2021-10`); without
        them figures of every region and period are returned. Raises `UsageFault` as `find` does.
        """
        found = [
            figure
            for figure in self._among(self.edition.context, measure, role)
            if region in (None, figure.region) and period in (None, figure.period_text)
        ]
        self.record(found)
        return tuple(found)

    def beyond(self, measure: str, region: str) -> tuple[Figure, ...]:
        """Return the reports of a region outside this edition, oldest period first, unrecorded.

        A caller that uses some of them records those. Raises `UsageFault` as `find` does.
        """
        held = {**self.edition.context, **self.edition.others}
        found = self._among(held, measure, Role.ACTUAL)
        return tuple(figure for figure in found if figure.region == region)

    def _among(self, held: Mapping[str, Figure], measure: str, role: Role) -> list[Figure]:
        self.measure(measure)
        every = (each for each in held.values() if (each.measure, each.role) == (measure, role))
        return sorted(every, key=lambda each: each.ending)

    def record(self, figures: Iterable[Figure]) -> None:
        """Record figures that a judgement over the whole edition has read.

        Raises `UsageFault` for a figure of a measure that the chapter does not declare.
        """
        for figure in figures:
            self.measure(figure.measure)
            self._read[figure.figure_id] = None

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
