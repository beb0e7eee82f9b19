"""A copy of the published tables with single cells changed, rows dropped or rows added."""

import csv
import shutil
from dataclasses import dataclass, field
from pathlib import Path

Row = dict[str, str]


@dataclass(frozen=True)
class Change:
    """What to change in one table: cells as `{(id, column): value}`, ids to drop, rows to add."""

    file: str
    cells: dict[tuple[str, str], str] = field(default_factory=dict)
    dropped: tuple[str, ...] = ()
    added: tuple[Row, ...] = ()


def changed(data: Path, folder: Path, *changes: Change) -> Path:
    """Return a copy of the data folder `data` below `folder`, with the changes made."""
    copy = folder / "data"
    shutil.copytree(data, copy)
    for change in changes:
        _rewrite(copy / change.file, change)
    return copy


def _rewrite(path: Path, change: Change) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        rows, columns = list(reader), list(reader.fieldnames or [])
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(_apply(rows, columns[0], change))


def _apply(rows: list[Row], id_column: str, change: Change) -> list[Row]:
    by_id = {row[id_column]: row for row in rows}
    for key in change.dropped:
        del by_id[key]
    for (key, column), value in change.cells.items():
        if by_id[key][column] == value:
            raise ValueError(f"{key}: {column} is {value} already")
        by_id[key][column] = value
    return [*by_id.values(), *change.added]
