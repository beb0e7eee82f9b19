"""`minsheng new`: begin a chapter."""

from typing import Annotated

import typer

from minsheng.cli.commands import app


@app.command()
def new(
    key: Annotated[str, typer.Argument(help="Its key, like gig_markets.")],
    title: Annotated[str, typer.Option(prompt=True, help="Its title, in English.")],
    title_zh: Annotated[str, typer.Option(prompt=True, help="Its title, in Chinese.")],
    question: Annotated[str, typer.Option(prompt=True, help="Its question, in English.")],
    question_zh: Annotated[str, typer.Option(prompt=True, help="Its question, in Chinese.")],
    part: Annotated[str, typer.Option(help="The part of the book it belongs to.")] = "work",
    reads: Annotated[
        list[str] | None, typer.Option(help="A measure it reads; again for each further one.")
    ] = None,
) -> None:
    """Begin a chapter: a notebook that runs, its catalogue entry and its test.

    It reads the measures named, or those that the catalogue assigns to it.

    What is not given is asked for.

    Example: minsheng new founders --reads startup_founders --reads startup_loans
    """
    from minsheng import paths
    from minsheng.data import Bilingual
    from minsheng.run.lock import only_build
    from minsheng.scaffold import Wanted, scaffold
    from minsheng.site.toc import write_toc

    wanted = Wanted(
        key, part, Bilingual(title, title_zh), Bilingual(question, question_zh), tuple(reads or ())
    )
    with only_build():
        made = scaffold(wanted)
        written = [*map(paths.relative, made.files), write_toc()]
    for name in written:
        typer.echo(f"wrote {name}")
    typer.echo(f"Its page: _build/html/en/{made.year}/{key}.html, after: make book")
