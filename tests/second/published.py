"""The side of the library: what the book publishes of an edition, and of years without one.

Only this module and the tests know the library; the second implementation does not.
"""

import json
from collections.abc import Iterable
from dataclasses import asdict, replace
from functools import cache
from pathlib import Path
from typing import Any

from minsheng import paths
from minsheng.audit import Line, audit_context
from minsheng.data import load_book, read_book
from minsheng.exchange.export import edition_json
from minsheng.exchange.values import Range
from minsheng.quantity import in_full

DATA = paths.DATA
YEARS = load_book().editions()


def export(year: int) -> dict[str, Any]:
    """Return the export of an edition: a copy, which may be altered."""
    return json.loads(_text(year))


@cache
def _text(year: int) -> str:
    return edition_json(load_book().edition(year))


def export_anew(year: int) -> dict[str, Any]:
    """Return the export of an edition, made again: the library may have changed since.

    A copy of the edition knows nothing of what was worked out from it.
    """
    made: dict[str, Any] = json.loads(edition_json(replace(load_book().edition(year))))
    return made


def exports_of(folder: Path, years: Iterable[int]) -> dict[int, dict[str, Any]]:
    """Return the exports of editions whose tables stand in another folder."""
    book = read_book(folder)
    return {year: json.loads(edition_json(book.edition(year))) for year in years}


def audit_of_other_years() -> dict[str, dict[str, Any]]:
    """Return the audit lines of other regions and years, which no edition exports."""
    return {line.printed.figure_id: _line(line) for line in audit_context(load_book()).lines}


def _line(line: Line) -> dict[str, Any]:
    found, flip = line.recomputed, line.flip
    return {
        "printed": line.printed.figure_id,
        "derivation": str(line.derivation),
        "outcome": str(line.outcome),
        "missing": line.missing and str(line.missing),
        "inputs": [each.figure_id for each in line.inputs],
        "recomputed_pct": found and asdict(Range.of(found.value_pct)),
        "naive_pct": found and in_full(found.naive_pct),
        "possible_step_pct": found and found.grid_pct and in_full(found.grid_pct),
        "force": line.force,
        "outcome_if_truncated": str(line.truncated),
        "flip": flip
        and {
            "figure": flip.figure.figure_id,
            "units": flip.units,
            "change": in_full(flip.change),
            "outcome": str(flip.outcome),
        },
    }
