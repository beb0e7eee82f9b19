"""Read everything under `data/` and check it whole; all faults of all files come in one message.

It takes pandas and pandera, which no other part of the library does.
"""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TypeVar

import pandas as pd

from minsheng import paths
from minsheng.data import contract, rows
from minsheng.data.book import Book, of_edition
from minsheng.data.catalogue import read_catalogue
from minsheng.data.contract import Table
from minsheng.data.deciding import read_rules
from minsheng.data.parts import Parts
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
from minsheng.errors import Fault, InputFault

Made = TypeVar("Made")


def read(folder: Path, parts: Parts) -> Book:
    """Load and check a data folder; raises `InputFault` with every fault found."""
    catalogue = parts.of(folder / "catalogue.yml", read_catalogue)
    rules = parts.of(folder / "rules.yml", read_rules)
    frames = _frames(folder, parts)
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


def _frames(folder: Path, parts: Parts) -> dict[str, tuple[Table, pd.DataFrame]]:
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
                frame = parts.of(path, partial(read_table, table))
                frames[paths.relative(path)] = (table, frame)
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
        promises = of_edition(book.promises, year)
        yield from edition_faults(book.figures_of(year), promises, book.catalogue)
