"""The subcommands. Heavy libraries are imported where they are needed, so that help is quick."""

from contextlib import AbstractContextManager, nullcontext
from typing import Annotated

import typer

from minsheng.cli.formats import Format

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help=(
        "Evaluate, year by year, how far Ningbo kept its livelihood promises on employment.\n\n"
        "Exit status: 0 fine; 1 something differs (diff --exit-code); 2 the command line itself is "
        "wrong; 64 an unknown year, chapter, language or parameter; 65 a fault in the data; 69 a "
        "cluster cannot do the runs; 70 a notebook or the site failed; 73 a file could not be "
        "written; 75 another build is running; 130 stopped with Ctrl-C."
    ),
)

cache_app = typer.Typer(no_args_is_help=True, help="The kept results of earlier runs.")
app.add_typer(cache_app, name="cache")

Year = Annotated[int | None, typer.Option(help="One edition, like 2023; all without it.")]
Chapter = Annotated[str | None, typer.Option(help="One chapter, like urban_new_jobs.")]
Lang = Annotated[str | None, typer.Option(help="One language, en or zh; both without it.")]
Parameters = Annotated[
    list[str] | None, typer.Option("-p", "--parameter", help="A notebook's parameter: name=value.")
]
EngineName = Annotated[
    str | None, typer.Option("--engine", help="warm (a fork of a warm process) or kernel.")
]
Seconds = Annotated[
    float | None, typer.Option("--timeout", min=1, help="Seconds a run may take; 600 without it.")
]
Scheduler = Annotated[
    str | None,
    typer.Option(help="A dask scheduler to send the runs to, like tcp://10.0.0.5:8786."),
]
Jobs = Annotated[int | None, typer.Option(min=1, help="Runs side by side; all cores without it.")]


@app.command()
def check() -> None:
    """Check all published data against the contract, and the notebooks against the catalogue.

    Example: minsheng check
    """
    from minsheng.data import load_book
    from minsheng.run.notebooks import require_notebooks

    book = load_book()
    require_notebooks(book)
    editions = ", ".join(map(str, book.editions()))
    typer.echo(
        f"data: {len(book.figures)} figures, {len(book.context)} of context, "
        f"{len(book.promises)} promises, "
        f"{len(book.catalogue.measures)} measures, {len(book.sources)} sources, "
        f"editions {editions}: no fault"
    )


@app.command()
def figures(
    year: Year = None,
    measure: Annotated[str | None, typer.Option(help="One measure, like labour_demand.")] = None,
    role: Annotated[str | None, typer.Option(help="One role, like target or actual.")] = None,
    form: Annotated[Format, typer.Option("--format", help="How to print them.")] = Format.TABLE,
) -> None:
    """Print published figures, filtered.

    Example: minsheng figures --year 2023 --format csv
    """
    from minsheng.cli.formats import render
    from minsheng.data import load_book

    book = load_book()
    found = book.every_figure if year is None else tuple(book.edition(year).figures.values())
    chosen = [
        each
        for each in found
        if (measure is None or each.measure == measure) and (role is None or each.role == role)
    ]
    typer.echo(render(chosen, form), nl=False)


@app.command("plan")
def plan_runs(
    year: Year = None,
    chapter: Chapter = None,
    lang: Lang = None,
    why: Annotated[bool, typer.Option("--why", help="Say whether each is due, and why.")] = False,
) -> None:
    """Print the runs of the book; with --why, which of them are due now and what changed.

    Example: minsheng plan --year 2023 --why
    """
    from minsheng.cli.work import planned, reasons

    for each in reasons(year, chapter, lang) if why else planned(year, chapter, lang):
        typer.echo(str(each))


@app.command("run")
def run_notebooks(
    year: Year = None,
    chapter: Chapter = None,
    lang: Lang = None,
    parameter: Parameters = None,
    dry_run: Annotated[bool, typer.Option(help="Only print the runs.")] = False,
    engine: EngineName = None,
    jobs: Jobs = None,
    timeout: Seconds = None,
    scheduler: Scheduler = None,
) -> None:
    """Run the notebooks of one or all editions, those that are due.

    Example: minsheng run --year 2023 --chapter urban_new_jobs
    """
    from minsheng.cli.ahead import begin_ahead
    from minsheng.digests import Inputs
    from minsheng.garbage import unswept
    from minsheng.warming import PRELOADED, nothing_is_kept, start_ahead

    if dry_run:
        plan_runs(year, chapter, lang)
        return
    inputs = Inputs.take()
    with unswept():
        if scheduler is None and nothing_is_kept():
            start_ahead(PRELOADED)
        begin_ahead()
        from minsheng.cli.work import check_asked, execution, run_with_progress
        from minsheng.run.lock import only_build

    how = execution(engine, jobs, timeout, scheduler)
    check_asked(year, chapter, lang, parameter or [])
    with only_build():
        run_with_progress(year, chapter, lang, parameter or [], how, inputs)


@app.command()
def book(
    context: typer.Context,
    engine: EngineName = None,
    jobs: Jobs = None,
    timeout: Seconds = None,
    scheduler: Scheduler = None,
    alone: Annotated[  # noqa: ARG001  # only a build without an option leaves one
        bool, typer.Option("--alone", help="Leave no process that stands by for the next build.")
    ] = False,
    when_told: Annotated[bool, typer.Option("--when-told", hidden=True)] = False,
) -> None:
    """Run every notebook that is due and build the site into _build/html; do nothing twice.

    Example: minsheng book
    """
    from minsheng.cli.asked import Asked
    from minsheng.cli.built import where_it_is

    if when_told:
        from minsheng.cli.primed import wait_primed

        wait_primed()
    asked = context.obj
    if not isinstance(asked, Asked):
        asked = Asked.take()
        asked.begin()
    if asked.is_built:
        typer.echo("Nothing has changed since the book was built.", err=True)
        typer.echo(where_it_is())
    else:
        from minsheng.cli.ahead import begin_ahead
        from minsheng.garbage import unswept

        with unswept():
            begin_ahead()
            from minsheng.cli.work import build_book, execution

        with _one_stands_by() if context.obj is asked else nullcontext():
            build_book(execution(engine, jobs, timeout, scheduler), asked.inputs)


def _one_stands_by() -> AbstractContextManager[None]:
    """Leave a process that stands by for the next build, where one may and can."""
    from minsheng.cli.handover import is_alone
    from minsheng.warming import forks

    if is_alone() or not forks():
        return nullcontext()
    from minsheng.cli.standby import standby_left

    return standby_left()


@app.command()
def watch(engine: EngineName = None, jobs: Jobs = None, timeout: Seconds = None) -> None:
    """Build the book, and again whenever something that it is made from changes, until Ctrl-C.

    Example: minsheng watch
    """
    from minsheng.cli.watch import watch_inputs

    watch_inputs({"--engine": engine, "--jobs": jobs, "--timeout": timeout})


@cache_app.command()
def gc() -> None:
    """Remove every kept result that the book, as it stands now, has no use for.

    Example: minsheng cache gc
    """
    from minsheng.cli.work import prune_cache
    from minsheng.run.lock import only_build

    with only_build():
        pruned = prune_cache()
    typer.echo(f"removed {pruned.files} files ({pruned.size} bytes); {pruned.kept} results stay")


@app.command()
def store() -> None:
    """Run the notebook sources with their defaults and store their outputs in them.

    Example: minsheng store
    """
    from minsheng.run import store as store_all

    typer.echo(f"stored: {', '.join(store_all())}")


@app.command()
def contract() -> None:
    """Write data/datapackage.json from the contract.

    Example: minsheng contract
    """
    from minsheng.exchange.datapackage import write_datapackage

    typer.echo(f"wrote {write_datapackage()}")


@app.command()
def toc() -> None:
    """Write _toc.yml from the catalogue.

    Example: minsheng toc
    """
    from minsheng.site.toc import write_toc

    typer.echo(f"wrote {write_toc()}")


@app.command()
def translations(
    check_only: Annotated[
        bool, typer.Option("--check", help="Change nothing; name faults.")
    ] = False,
) -> None:
    """Bring the Chinese catalogues in locale/ up to the English sources.

    Example: minsheng translations
    """
    from minsheng.translation import check_catalogues, update_catalogues

    if check_only:
        counts = check_catalogues()
        typer.echo(f"translations: {sum(counts.values())} strings, all of them in Chinese")
        return
    for domain, missing in update_catalogues().items():
        typer.echo(f"{domain}.po: {missing} strings without a translation")


@app.command()
def serve(port: Annotated[int, typer.Option(help="Port on this machine.")] = 8000) -> None:
    """Show the built site on this machine until Ctrl-C.

    Example: minsheng serve --port 8000
    """
    from minsheng.cli.work import serve_site

    serve_site(port)
