"""`minsheng audit` and `minsheng compare`: tests of what is printed, and what may be compared."""

from typing import TYPE_CHECKING, Annotated

import typer

from minsheng.cli.commands import Year, app

if TYPE_CHECKING:
    from minsheng.audit import Audit
    from minsheng.data import Book, Figure


@app.command("audit")
def audit_editions(year: Year = None) -> None:
    """Test every printed percentage against the figures beside it.

    Without --year also those of other regions and of years without an edition.

    Example: minsheng audit --year 2023
    """
    from minsheng.audit import audit, audit_context
    from minsheng.data import load_book

    book = load_book()
    for each in book.editions() if year is None else (year,):
        edition = book.edition(each)
        if "audit" in edition.chapters():
            _print(book, str(each), audit(edition.view("audit")))
        else:
            typer.echo(f"{each}: no percentage is printed that was worked out from other figures.")
    if year is None:
        _print(book, "Other years and places", audit_context(book))


def _print(book: "Book", title: str, found: "Audit") -> None:
    from minsheng.commentary import audit as sentences
    from minsheng.commentary import joined
    from minsheng.language import Language

    english = Language("en")
    typer.echo(f"{title}: {joined(english, sentences.tally(english, found)).plain}")
    for line in found.lines:
        said = joined(english, sentences.line(english, book.catalogue, line))
        typer.echo(f"  {line.printed.figure_id}: {line.outcome}. {said.plain}")
    for relation in found.relations:
        typer.echo(f"  relation {relation.relation.key}: {relation.finding}")


FigureId = Annotated[str, typer.Argument(help="A figure's id, like 2023.urban_new_jobs.actual.")]


@app.command()
def compare(first: FigureId, second: FigureId) -> None:
    """Compute what two figures give together, or name the condition that forbids it.

    Example: minsheng compare 2021.urban_new_jobs.actual 2020.urban_new_jobs.actual
    """
    from minsheng.chapters.compared import compared
    from minsheng.data import load_book
    from minsheng.language import Language

    book = load_book()
    figures = [_figure(book, figure_id) for figure_id in (first, second)]
    typer.echo(compared(Language("en"), book.catalogue, figures[0], figures[1]).plain)


def _figure(book: "Book", figure_id: str) -> "Figure":
    from minsheng.errors import Fault, UsageFault

    if figure_id in book.figure_by_id:
        return book.figure_by_id[figure_id]
    remedy = "list the ids with: minsheng figures"
    raise UsageFault([Fault("argument", "The book has no such figure.", remedy, value=figure_id)])
