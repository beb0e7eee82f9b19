"""`minsheng coverage`: which chapter uses each published figure, and which audit line tests it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import typer

from minsheng.cli.commands import Year, app

if TYPE_CHECKING:
    from minsheng.coverage import Covered, SourceCoverage


@app.command()
def coverage(year: Year = None) -> None:
    """Say for every number of the sources what uses it, what tests it, or why nothing does.

    Fails where a figure is neither used nor tested nor listed with a reason.

    Example: minsheng coverage --year 2023
    """
    from minsheng.coverage import coverage_faults, editions_coverage
    from minsheng.data import load_book
    from minsheng.errors import InputFault

    found = editions_coverage(load_book(), [] if year is None else [year])
    for source in found:
        for line in _lines(source):
            typer.echo(line)
    faults = coverage_faults(found)
    if faults:
        raise InputFault(faults)


def _lines(source: "SourceCoverage") -> Iterator[str]:
    whole, held = len(source.figures), len(source.accounted)
    others = f"; {source.other_printings} more of numbers that are no figures"
    yield (
        f"{source.source.source_id}: {held} of {whole} figures, {_printings(source.printings)}"
        f"{others if source.numerals else ''}"
    )
    for each in source.figures:
        yield f"  {each.figure.figure_id}: {_accounts(each)}"
    for numeral in source.numerals:
        yield f"  {numeral.printed} ({numeral.locator}): {numeral.kind}, {numeral.reason.en}"


def _printings(count: int) -> str:
    return "1 printing" if count == 1 else f"{count} printings"


def _accounts(covered: "Covered") -> str:
    accounts = []
    if covered.chapters:
        accounts.append(f"used by {', '.join(covered.chapters)}")
    if covered.lines:
        accounts.append(f"tested by {', '.join(covered.lines)}")
    if covered.reason is not None:
        accounts.append(covered.reason.en)
    return "; ".join(accounts) or "nothing uses it"
