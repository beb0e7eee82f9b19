"""The book: all published data, and one frozen edition a year."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from minsheng.data.decision import Rules
from minsheng.data.edition import Edition
from minsheng.data.entries import Catalogue
from minsheng.data.model import (
    Discrepancy,
    EditionEntry,
    Excuse,
    Figure,
    Numeral,
    Policy,
    Promise,
    Recommendation,
    Source,
    SupervisionAct,
    Vote,
)
from minsheng.data.umbrella import with_covered
from minsheng.data.vocabulary import EditionStatus
from minsheng.errors import Fault, UsageFault

Dated = TypeVar("Dated", Promise, Policy, Recommendation, SupervisionAct)


@dataclass(frozen=True)
class Book:
    """All published data, checked."""

    catalogue: Catalogue
    sources: tuple[Source, ...]
    entries: tuple[EditionEntry, ...]
    promises: tuple[Promise, ...]
    figures: tuple[Figure, ...]
    context: tuple[Figure, ...]
    policies: tuple[Policy, ...]
    recommendations: tuple[Recommendation, ...]
    supervision: tuple[SupervisionAct, ...]
    discrepancies: tuple[Discrepancy, ...]
    numerals: tuple[Numeral, ...]
    excuses: tuple[Excuse, ...]
    rules: Rules
    votes: tuple[Vote, ...]

    @cached_property
    def every_figure(self) -> tuple[Figure, ...]:
        """The figures of all editions, and behind them those of the context."""
        return (*self.figures, *self.context)

    @cached_property
    def figure_by_id(self) -> dict[str, Figure]:
        """Every figure by its id."""
        return by_id(self.every_figure)

    @cached_property
    def source_by_id(self) -> dict[str, Source]:
        """Every source by its id."""
        return {each.source_id: each for each in self.sources}

    def editions(self) -> tuple[int, ...]:
        """Return the years with an edition, ascending."""
        return tuple(sorted(entry.year for entry in self.entries))

    def edition(self, year: int) -> Edition:
        """Return one edition; raises `UsageFault` for a year without one."""
        if year not in self._editions:
            self._editions[year] = self._edition(year)
        return self._editions[year]

    @cached_property
    def _editions(self) -> dict[int, Edition]:
        """The editions that were asked for: nothing in them changes."""
        return {}

    def _edition(self, year: int) -> Edition:
        entry = next((each for each in self.entries if each.year == year), None)
        if entry is None:
            known = ", ".join(map(str, self.editions()))
            remedy = f"use one of {known}, or add the year to data/editions.csv"
            raise UsageFault(
                [
                    Fault(
                        "data/editions.csv",
                        "The book has no such edition.",
                        remedy,
                        None,
                        "year",
                        str(year),
                    )
                ]
            )
        own = self.figures_of(year)
        figures = by_id(own)
        return Edition(
            entry=entry,
            figures=figures,
            promises=with_covered(of_edition(self.promises, year), own, self.catalogue),
            sources=self.source_by_id,
            policies=of_edition(self.policies, year),
            recommendations=of_edition(self.recommendations, year),
            supervision=of_edition(self.supervision, year),
            catalogue=self.catalogue,
            context=by_id(self.context),
            others=by_id(each for each in self.figures if each.figure_id not in figures),
            latest_evaluation=self.latest_evaluation(),
            rules=self.rules,
            votes=self.votes,
        )

    def latest_evaluation(self) -> EditionEntry | None:
        """Return the latest edition with an evaluation, or `None` without one."""
        evaluated = [each for each in self.entries if each.status is EditionStatus.EVALUATED]
        return max(evaluated, key=lambda entry: entry.year, default=None)

    def figures_of(self, year: int) -> tuple[Figure, ...]:
        """Return the figures in the file of one edition, in its order."""
        return tuple(each for each in self.figures if each.file.rpartition("/")[2] == f"{year}.csv")


def by_id(figures: Iterable[Figure]) -> dict[str, Figure]:
    """Return figures by their ids."""
    return {figure.figure_id: figure for figure in figures}


def of_edition(items: Iterable[Dated], year: int) -> tuple[Dated, ...]:
    """Return what belongs to the edition of a year."""
    return tuple(each for each in items if each.edition == year)
