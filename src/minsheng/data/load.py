"""Load everything under `data/`, check it whole, and hand out frozen editions.

This package is the only reader of `data/`. All faults of all files come in one message.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TypeVar

import pandas as pd

from minsheng import paths
from minsheng.data import contract, rows
from minsheng.data.catalogue import read_catalogue
from minsheng.data.contract import Table
from minsheng.data.deciding import read_rules
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
from minsheng.data.reading import read_table
from minsheng.data.references import reference_faults
from minsheng.data.relations import relation_faults
from minsheng.data.rules import (
    discrepancy_faults,
    edition_faults,
    figure_faults,
    growth_faults,
    vote_faults,
)
from minsheng.data.umbrella import with_covered
from minsheng.data.vocabulary import EditionStatus
from minsheng.errors import Fault, InputFault, UsageFault

Made = TypeVar("Made")
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
        return _by_id(self.every_figure)

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
        figures = _by_id(own)
        return Edition(
            entry=entry,
            figures=figures,
            promises=with_covered(_of(self.promises, year), own, self.catalogue),
            sources=self.source_by_id,
            policies=_of(self.policies, year),
            recommendations=_of(self.recommendations, year),
            supervision=_of(self.supervision, year),
            catalogue=self.catalogue,
            context=_by_id(self.context),
            others=_by_id(each for each in self.figures if each.figure_id not in figures),
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
        return tuple(each for each in self.figures if Path(each.file).name == f"{year}.csv")


@lru_cache(maxsize=1)
def load_book() -> Book:
    """Load and check `data/` once a process; raises `InputFault` with every fault found."""
    return read_book(paths.DATA)


def read_book(folder: Path) -> Book:
    """Load and check a data folder; raises `InputFault` with every fault found."""
    catalogue = read_catalogue(folder / "catalogue.yml")
    rules = read_rules(folder / "rules.yml")
    frames = _frames(folder)
    faults: list[Fault] = [*reference_faults(frames, catalogue, rules)]
    figures = _placed(frames, contract.FIGURES, rows.figure, faults)
    book = Book(
        catalogue=catalogue,
        sources=_made(frames, contract.SOURCES, rows.source),
        entries=_made(frames, contract.EDITIONS, rows.edition),
        promises=_made(frames, contract.PROMISES, rows.promise),
        figures=figures,
        context=_placed(frames, contract.CONTEXT, rows.figure, faults),
        policies=_made(frames, contract.POLICIES, rows.policy),
        recommendations=_made(frames, contract.RECOMMENDATIONS, rows.recommendation),
        supervision=_made(frames, contract.SUPERVISION, rows.supervision_act),
        discrepancies=_placed(frames, contract.DISCREPANCIES, rows.discrepancy, faults),
        numerals=_made(frames, contract.NUMERALS, rows.numeral),
        excuses=_made(frames, contract.EXCUSED, rows.excuse),
        rules=rules,
        votes=_placed(frames, contract.VOTES, rows.vote, faults),
    )
    faults += _rule_faults(book)
    if faults:
        raise InputFault(faults)
    return book


def _frames(folder: Path) -> dict[str, tuple[Table, pd.DataFrame]]:
    """Read every file of every table, by its name; raises with the faults of all of them."""
    frames: dict[str, tuple[Table, pd.DataFrame]] = {}
    faults: list[Fault] = []
    for table in contract.TABLES:
        files = sorted(folder.glob(table.files))
        if not files:
            rule = f"The table {table.key} has no file."
            faults.append(Fault(f"data/{table.files}", rule, "restore it"))
        for path in files:
            try:
                frames[paths.relative(path)] = (table, read_table(table, path))
            except InputFault as fault:
                faults += fault.faults
    if faults:
        raise InputFault(faults)
    return frames


def _placed(
    frames: dict[str, tuple[Table, pd.DataFrame]],
    table: Table,
    make: Callable[[str, int, rows.Cells], Made],
    faults: list[Fault],
) -> tuple[Made, ...]:
    """Make the objects that remember their row; a row whose period is none adds to `faults`."""
    made = []
    for name, (each, frame) in frames.items():
        for line, cells in rows.numbered(frame) if each is table else ():
            try:
                made.append(make(name, line, cells))
            except ValueError as error:
                rule = f"The period is none: {error}."
                faults.append(Fault(name, rule, "correct it", line, "period", cells["period"]))
    return tuple(made)


def _made(
    frames: dict[str, tuple[Table, pd.DataFrame]],
    table: Table,
    make: Callable[[rows.Cells], Made],
) -> tuple[Made, ...]:
    found = (frame for each, frame in frames.values() if each is table)
    return tuple(make(cells) for frame in found for _, cells in rows.numbered(frame))


def _rule_faults(book: Book) -> Iterator[Fault]:
    yield from relation_faults(book.catalogue)
    yield from figure_faults(book.every_figure, book.catalogue)
    yield from growth_faults(book.every_figure, book.catalogue)
    yield from vote_faults(book.votes)
    yield from discrepancy_faults(book.discrepancies, book.figure_by_id)
    for year in book.editions():
        promises = _of(book.promises, year)
        yield from edition_faults(book.figures_of(year), promises, book.catalogue)


def _by_id(figures: Iterable[Figure]) -> dict[str, Figure]:
    return {figure.figure_id: figure for figure in figures}


def _of(items: Iterable[Dated], year: int) -> tuple[Dated, ...]:
    return tuple(each for each in items if each.edition == year)
