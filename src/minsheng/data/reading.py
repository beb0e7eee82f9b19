"""Read a CSV table strictly: one encoding, one header, whole rows, every cell by the contract.

All faults of a file are gathered before any is raised.
"""

import csv
import io
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pandas as pd
import pandera.pandas as pa
from pandera.errors import SchemaErrors

from minsheng import paths
from minsheng.data.contract import Column, Table
from minsheng.data.text import read_text
from minsheng.errors import Fault, InputFault

# What this imports would else be imported when the first table is read.
pa.DataFrameSchema.register_default_backends(pd.DataFrame)


def read_table(table: Table, path: Path) -> pd.DataFrame:
    """Return the rows of `path` as strings, indexed by their line in the file.

    Raises `InputFault` with every fault of the file.
    """
    name = paths.relative(path)
    frame = _frame(table, _records(read_text(path), name), name)
    faults = [*_cell_faults(table, frame, name)]
    if faults:
        raise InputFault(faults)
    return frame


def _records(text: str, name: str) -> list[tuple[int, list[str]]]:
    """Return every record with the number of its first line; raises on broken CSV."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    records, line = [], 1
    try:
        for record in reader:
            records.append((line, record))
            line = reader.line_num + 1
    except csv.Error as error:
        rule = f"The line is not valid CSV ({error})."
        raise InputFault([Fault(name, rule, "check its quotation marks", line)]) from error
    return [(line, record) for line, record in records if record]


def _frame(table: Table, records: list[tuple[int, list[str]]], name: str) -> pd.DataFrame:
    if not records:
        raise InputFault([Fault(name, "The file is empty.", "restore its header and rows")])
    header, rows = records[0][1], records[1:]
    faults = [*_header_faults(table, header, name)] or [*_row_faults(header, rows, name)]
    if faults:
        raise InputFault(faults)
    return pd.DataFrame(
        [record for _, record in rows],
        columns=header,
        index=pd.Index([line for line, _ in rows], dtype=int),
        dtype=str,
    )


def _header_faults(table: Table, header: list[str], name: str) -> Iterator[Fault]:
    expected = [column.name for column in table.columns]
    for missing in [column for column in expected if column not in header]:
        rule = f"The column {missing} is missing."
        yield Fault(name, rule, f"the header is {','.join(expected)}", 1, missing)
    for extra in [column for column in header if column not in expected]:
        rule = "The contract has no such column."
        yield Fault(name, rule, f"the header is {','.join(expected)}", 1, extra)
    for twice in sorted({column for column in header if header.count(column) > 1}):
        yield Fault(name, "The column stands twice.", "keep one of them", 1, twice)


def _row_faults(header: list[str], rows: list[tuple[int, list[str]]], name: str) -> Iterator[Fault]:
    for line, record in rows:
        if record == header:
            yield Fault(name, "The header stands twice.", "delete this line", line)
        elif record[0].startswith(("<<<<<<<", "=======", ">>>>>>>")):
            rule = "A merge conflict is left in the file."
            yield Fault(name, rule, "keep one side and delete the markers", line, value=record[0])
        elif len(record) != len(header):
            rule = f"A row has {len(header)} cells, this one {len(record)}."
            yield Fault(name, rule, "check its commas and quotation marks", line)


def _cell_faults(table: Table, frame: pd.DataFrame, name: str) -> Iterator[Fault]:
    # Cell by cell: to ask pandas for every column takes three times as long.
    for heading in frame.columns:
        for line, value in zip(frame.index, frame[heading], strict=True):
            for is_wrong, rule, remedy in _OF_ANY_CELL:
                if is_wrong(value):
                    yield Fault(name, rule, remedy, int(line), heading, value)
    yield from _pair_faults(frame, name)
    try:
        schema(table).validate(frame, lazy=True)
    except SchemaErrors as error:
        for case in error.failure_cases.itertuples():
            column = table.column(str(case.column))
            line = None if case.index is None else int(case.index)
            yield _case_fault(column, str(case.check), name, line, str(case.failure_case))


def _pair_faults(frame: pd.DataFrame, name: str) -> Iterator[Fault]:
    """Yield texts that stand in one language only."""
    for english in (heading for heading in frame.columns if heading.endswith("_en")):
        chinese = f"{english[:-3]}_zh"
        for line in frame.index[(frame[english] == "") != (frame[chinese] == "")]:
            empty = english if frame[english][line] == "" else chinese
            rule = "A text stands in both languages or in none."
            yield Fault(name, rule, "write it in the other language too", int(line), empty)


def _case_fault(column: Column, check: str, name: str, line: int | None, value: str) -> Fault:
    remedies = {
        "present": f"fill it in; the column holds: {column.meaning}",
        "word": f"use one of {', '.join(column.vocabulary or ())}",
        "field_uniqueness": "give one of them another key, or delete it",
    }
    remedy = remedies.get(check) or column.remedy or f"the column holds: {column.meaning}"
    return Fault(name, _RULES[check], remedy, line, column.name, value)


_RULES = {
    "present": "The cell is empty and must not be.",
    "pattern": "The cell does not have the form of its column.",
    "word": "The word is not in the vocabulary of its column.",
    "field_uniqueness": "The key stands more than once.",
}
_FORMULA = re.compile(r"[=+@]|-(?![0-9]+(?:\.[0-9]+)?$)")
_INVISIBLE = re.compile(
    r"[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)
# What no cell may be, whatever its column: how to tell, the rule, the remedy.
_OF_ANY_CELL: tuple[tuple[Callable[[str], object], str, str], ...] = (
    (
        lambda cell: cell != cell.strip(),
        "The cell begins or ends with white space.",
        "delete it",
    ),
    (
        _FORMULA.match,
        "The cell would be run as a formula by a spreadsheet.",
        "begin it with a word",
    ),
    (
        _INVISIBLE.search,
        "The cell holds a control, right-to-left or zero-width character.",
        "delete the character",
    ),
)


def schema(table: Table) -> pa.DataFrameSchema:
    """Return the pandera schema of one table, made from the contract."""
    return pa.DataFrameSchema(
        {column.name: _column_schema(table, column) for column in table.columns}
    )


def _column_schema(table: Table, column: Column) -> pa.Column:
    checks = []
    if column.required:
        checks.append(pa.Check(lambda cells: cells != "", name="present"))
    if column.pattern is not None:
        pattern = rf"(?:{column.pattern})?"
        checks.append(pa.Check(lambda cells: cells.str.fullmatch(pattern), name="pattern"))
    if column.vocabulary is not None:
        allowed = [*column.vocabulary, ""]
        checks.append(pa.Check(lambda cells: cells.isin(allowed), name="word"))
    return pa.Column(checks=checks, unique=column.name == table.primary, report_duplicates="all")
