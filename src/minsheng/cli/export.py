"""`minsheng export`: editions as JSON, to standard output or into a folder."""

from pathlib import Path
from typing import Annotated

import typer

from minsheng.cli.commands import Year, app

Folder = Annotated[
    Path | None, typer.Option(help="Write the files and their JSON Schema into this folder.")
]


@app.command()
def export(year: Year = None, output: Folder = None) -> None:
    """Print an edition as JSON: figures, promises, ratios, recovered values, refusals.

    With --output, write it with its JSON Schema; without --year, every edition.

    Example: minsheng export --year 2023 --output out
    """
    from minsheng.data import load_book
    from minsheng.exchange.export import edition_json, write_editions

    book = load_book()
    editions = [book.edition(each) for each in (book.editions() if year is None else (year,))]
    if output is not None:
        for path in write_editions(editions, output):
            typer.echo(f"wrote {path}")
    elif year is not None:
        # As bytes: the terminal's encoding has no say in what the file holds.
        typer.echo(edition_json(editions[0]).encode(), nl=False)
    else:
        known = ", ".join(map(str, book.editions()))
        raise typer.BadParameter(
            f"standard output takes one edition. Name it (one of {known}), or a folder for all: "
            "--output DIR.",
            param_hint="--year",
        )
