"""What the longer commands do: run with progress, and serve the built site."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from minsheng import paths
from minsheng.cli.built import record_built, where_it_is
from minsheng.cli.scheduler import cluster_at
from minsheng.coverage import require_coverage
from minsheng.data import load_book
from minsheng.digests import Inputs
from minsheng.errors import Fault, UsageFault
from minsheng.language import LANGUAGES
from minsheng.run import (
    Cache,
    Due,
    Engine,
    Execution,
    Executor,
    Pruned,
    Run,
    copy_for_hand_builds,
    due_runs,
    parameters_of,
    plan,
    require_notebooks,
    run_all,
)
from minsheng.run.lock import only_build


def planned(year: int | None, chapter: str | None, lang: str | None) -> list[Run]:
    """Return the runs asked for, all of what is not named.

    Raises `UsageFault` for unknown ones, and `InputFault` where notebooks and catalogue differ.
    """
    years = [] if year is None else [year]
    languages = LANGUAGES if lang is None else [lang]
    require_notebooks(load_book())
    return plan(load_book(), years, languages, [] if chapter is None else [chapter])


def check_asked(
    year: int | None, chapter: str | None, lang: str | None, pairs: Sequence[str]
) -> None:
    """Raise `UsageFault` for an unknown run or parameter, before anything is locked or begun."""
    given = dict(_pair(text) for text in pairs)
    for run in planned(year, chapter, lang):
        parameters_of(run, given)


def run_with_progress(
    year: int | None,
    chapter: str | None,
    lang: str | None,
    pairs: Sequence[str],
    how: Executor,
    inputs: Inputs,
) -> None:
    """Bring notebooks up to date and show the name of the chapter at work."""
    given = dict(_pair(text) for text in pairs)
    runs = planned(year, chapter, lang)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True)) as progress:
        bar = progress.add_task("notebooks", total=len(runs))

        def ended(run: Run) -> None:
            progress.update(bar, description=run.name, advance=1)

        executed = run_all(runs, given, ended, how, inputs)
        progress.update(bar, description="notebooks", completed=len(runs))
    typer.echo(f"{len(runs)} notebooks: {len(executed)} run, the others as they were", err=True)
    copy_for_hand_builds(load_book())


def build_book(how: Executor, inputs: Inputs) -> None:
    """Bring the notebooks up to date and publish the site; raises `RunFailure` where one fails."""
    from minsheng.site.apart import parts_maker
    from minsheng.site.publish import publish, repair

    with only_build(), parts_maker() as make:
        repair()
        run_with_progress(None, None, None, [], how, inputs)
        typer.echo("Building the site …", err=True)
        site = publish(LANGUAGES, partial(require_coverage, load_book()), make)
        changed = inputs.changed()
        if changed:
            names = ", ".join(changed)
            typer.echo(f"Changed while the book was built: {names}. Build it again.", err=True)
        else:
            record_built(inputs.digests, site)
        typer.echo(where_it_is())
        repair()


def reasons(year: int | None, chapter: str | None, lang: str | None) -> Iterator[Due]:
    """Yield for every run asked for whether it is due, and why."""
    inputs = Inputs.take()
    return due_runs(planned(year, chapter, lang), {}, inputs, Cache.of_checkout())


def prune_cache() -> Pruned:
    """Remove the results that no run of the book, as it stands now, would take up again.

    With them go the pictures that are on no page of the site.
    """
    from minsheng.site.pictures import Pictures

    found = reasons(None, None, None)
    pruned = Cache.of_checkout().prune({each.fingerprint.value for each in found})
    sizes = Pictures.of_checkout().prune(paths.SITE)
    return replace(pruned, files=pruned.files + len(sizes), size=pruned.size + sum(sizes))


def execution(
    engine: str | None,
    jobs: int | None,
    seconds: float | None = None,
    scheduler: str | None = None,
) -> Executor:
    """Return what executes runs; raises `UsageFault` where an option cannot be."""
    if engine is not None and engine not in tuple(Engine):
        rule = "There is no such engine."
        raise UsageFault([Fault("option --engine", rule, "use warm or kernel", value=engine)])
    default = Execution()
    chosen = Engine(engine or default.engine)
    if scheduler is None:
        return Execution(chosen, jobs or default.jobs, seconds or default.seconds)
    if jobs is not None:
        rule = "How many runs of a cluster go side by side is up to its workers."
        remedy = "leave --jobs out, or start more workers"
        raise UsageFault([Fault("option --jobs", rule, remedy, value=str(jobs))])
    return cluster_at(scheduler, chosen, seconds or default.seconds)


def _pair(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals or not name:
        rule = "A parameter is written name=value."
        raise UsageFault([Fault("option -p", rule, "write it like -p lang=en", value=text)])
    return name, value


def serve_site(port: int) -> None:
    """Serve the built site on this machine until Ctrl-C; raises `UsageFault` without one."""
    if not (paths.SITE / "index.html").exists():
        rule = "There is no built site yet."
        raise UsageFault([Fault(paths.relative(paths.SITE), rule, "build it with: make book")])
    handler = partial(SimpleHTTPRequestHandler, directory=str(paths.SITE))
    with ThreadingHTTPServer(("127.0.0.1", port), handler) as server:
        typer.echo(f"http://127.0.0.1:{port}/ (Ctrl-C ends it)")
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            typer.echo("")
