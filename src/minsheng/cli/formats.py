"""Figures printed as a table, CSV or JSON, each with its exact value in base units."""

import csv
import io
import json
from collections.abc import Sequence
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from minsheng.data import Figure


class Format(StrEnum):
    """The formats that people ask for."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


COLUMNS = (
    "figure_id",
    "printed",
    "scale",
    "value",
    "unit",
    "bound",
    "kind",
    "role",
    "period",
    "period_basis",
    "source",
    "locator",
)


def render(figures: Sequence["Figure"], form: Format) -> str:
    """Return the figures as text in the format asked for, ending in a newline."""
    rows = [_cells(figure) for figure in figures]
    if form is Format.JSON:
        return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"
    if form is Format.CSV:
        return _csv(rows)
    return _table(rows)


def _cells(figure: "Figure") -> dict[str, str]:
    value = Decimal(figure.printed) * figure.scale
    cells = {name: str(getattr(figure, name)) for name in COLUMNS}
    return {**cells, "period": figure.period_text, "value": f"{value.normalize():f}"}


def _csv(rows: Sequence[dict[str, str]]) -> str:
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return buffer.getvalue()


def _table(rows: Sequence[dict[str, str]]) -> str:
    shown = ("figure_id", "value", "unit", "bound", "period", "locator")
    lines = [dict(zip(shown, shown, strict=True)), *rows]
    widths = {name: max(len(line[name]) for line in lines) for name in shown}
    joined = ("  ".join(line[name].ljust(widths[name]) for name in shown) for line in lines)
    return "".join(f"{line.rstrip()}\n" for line in joined)
