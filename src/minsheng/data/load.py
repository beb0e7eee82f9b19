"""Load everything under `data/`, check it whole, and hand out frozen editions.

This package is the only reader of `data/`. All faults of all files come in one message.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

import pandas as pd

from minsheng import paths
from minsheng.data import contract, rows
from minsheng.data.catalogue import read_catalogue
from minsheng.data.contract import Table
from minsheng.data.edition import Edition
from minsheng.data.model import (
    Catalogue,
    EditionEntry,
    Figure,
    Policy,
    Promise,
    Recommendation,
    Source,
    SupervisionAct,
)
from minsheng.data.reading import read_table
from minsheng.data.references import reference_faults
from minsheng.data.rules import edition_faults, figure_faults
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
    policies: tuple[Policy, ...]
    recommendations: tuple[Recommendation, ...]
    supervision: tuple[SupervisionAct, ...]

    def editions(self) -> tuple[int, ...]:
        """Return the years with an edition, ascending."""
        return tuple(sorted(entry.year for entry in self.entries))

    def edition(self, year: int) -> Edition:
        """Return one edition; raises `UsageFault` for a year without one."""
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
        return Edition(
            entry=entry,
            figures={each.figure_id: each for each in self.figures_of(year)},
            promises=_of(self.promises, year),
            sources={each.source_id: each for each in self.sources},
            policies=_of(self.policies, year),
            recommendations=_of(self.recommendations, year),
            supervision=_of(self.supervision, year),
            catalogue=self.catalogue,
        )

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
    frames = _frames(folder)
    faults = [*reference_faults(frames, catalogue)]
    figures, broken = _figures(frames)
    book = Book(
        catalogue=catalogue,
        sources=_made(frames, contract.SOURCES, rows.source),
        entries=_made(frames, contract.EDITIONS, rows.edition),
        promises=_made(frames, contract.PROMISES, rows.promise),
        figures=figures,
        policies=_made(frames, contract.POLICIES, rows.policy),
        recommendations=_made(frames, contract.RECOMMENDATIONS, rows.recommendation),
        supervision=_made(frames, contract.SUPERVISION, rows.supervision_act),
    )
    faults += [*broken, *_rule_faults(book)]
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


def _figures(
    frames: dict[str, tuple[Table, pd.DataFrame]],
) -> tuple[tuple[Figure, ...], list[Fault]]:
    made, faults = [], []
    for name, (table, frame) in frames.items():
        if table is not contract.FIGURES:
            continue
        for line, cells in rows.numbered(frame):
            try:
                made.append(rows.figure(name, line, cells))
            except ValueError as error:
                rule = f"The period is none: {error}."
                faults.append(Fault(name, rule, "correct it", line, "period", cells["period"]))
    return tuple(made), faults


def _made(
    frames: dict[str, tuple[Table, pd.DataFrame]],
    table: Table,
    make: Callable[[rows.Cells], Made],
) -> tuple[Made, ...]:
    found = (frame for each, frame in frames.values() if each is table)
    return tuple(make(cells) for frame in found for _, cells in rows.numbered(frame))


def _rule_faults(book: Book) -> Iterator[Fault]:
    yield from figure_faults(book.figures, book.catalogue)
    for year in book.editions():
        promises = _of(book.promises, year)
        yield from edition_faults(book.figures_of(year), promises, book.catalogue)


def _of(items: Iterable[Dated], year: int) -> tuple[Dated, ...]:
    return tuple(each for each in items if each.edition == year)
