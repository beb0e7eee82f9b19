"""A build that has imported everything before there is anything to build, and waits to be told."""

import os
import sys
from importlib import import_module

import typer

from minsheng.digests import library_digests, locked_versions
from minsheng.garbage import unswept
from minsheng.warming import PRIMED, forks, start_ahead

# What the command itself imports in the course of a build.
IMPORTED = (
    *("minsheng.cli.every", "minsheng.cli.ahead", "minsheng.cli.work"),
    *("minsheng.data.load", "minsheng.site.publish"),
)
WAITING = "Waiting for a change; Ctrl-C ends it."


def prime() -> None:
    """Import what a build does, here and in its server; return when both have."""
    start_ahead(PRIMED)
    with unswept():
        for name in IMPORTED:
            import_module(name)
    if forks():
        from minsheng.run.child import run_in_child

        run_in_child(os.getpid)  # which comes back when the server has imported all of its own


def at_work() -> object:
    """Return what tells the library and the packages as they are from every other."""
    return library_digests(), locked_versions()


def wait_primed() -> None:
    """Import what a build does; say so, and return when a line comes in.

    Ends this process where none comes any more. Where the library or a package is another by then,
    this process begins anew, for it has imported the old one.
    """
    before = at_work()
    prime()
    typer.echo(WAITING, err=True)
    if not sys.stdin.readline():
        raise typer.Exit
    if at_work() != before:
        words = ["--alone" if word == "--when-told" else word for word in sys.orig_argv]
        os.execv(sys.executable, words)
