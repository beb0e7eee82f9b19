"""`minsheng diff`: two editions, or two states of the data on one, with data and method apart."""

import json
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from minsheng.cli.commands import app

if TYPE_CHECKING:
    from minsheng.difference import Change, Difference
    from minsheng.language import Language


class Form(StrEnum):
    """How a difference is printed."""

    TEXT = "text"
    JSON = "json"


@app.command()
def diff(
    before: Annotated[int, typer.Argument(help="An edition, like 2021.")],
    after: Annotated[int | None, typer.Argument(help="Another edition, like 2023.")] = None,
    folder: Annotated[
        Path | None,
        typer.Option("--before", help="Instead of another edition: an earlier data folder."),
    ] = None,
    lang: Annotated[str, typer.Option(help="The language of the words, en or zh.")] = "en",
    form: Annotated[Form, typer.Option("--format", help="How to print it.")] = Form.TEXT,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="Exit with 1 where something differs.")
    ] = False,
) -> None:
    """Print what differs: promises, figures, states, sentences and rules, data and method apart.

    Exit status: 0, also where something differs; with --exit-code 1 then.

    Example: minsheng diff 2021 2023
    """
    from minsheng.errors import Exit
    from minsheng.language import Language

    found = _found(Language(lang), before, after, folder)
    lines = [_json(found)] if form is Form.JSON else _lines(found)
    # As bytes: the terminal's encoding has no say in what is printed.
    typer.echo("\n".join([*lines, ""]).encode(), nl=False)
    if exit_code and found.changes:
        raise typer.Exit(int(Exit.DIFFERENT))


def _found(lang: "Language", before: int, after: int | None, folder: Path | None) -> "Difference":
    from minsheng.data import load_book, read_book
    from minsheng.difference import between_editions, between_revisions
    from minsheng.errors import Fault, UsageFault

    if (after is None) == (folder is None):
        rule = "A difference has two sides."
        remedy = "name two editions, or one and the folder of its earlier data: --before DIR"
        raise UsageFault([Fault("arguments", rule, remedy)])
    book = load_book()
    if folder is not None:
        return between_revisions(lang, read_book(folder), book, before)
    return between_editions(lang, book.edition(before), book.edition(after or before))


def _lines(found: "Difference") -> Iterator[str]:
    from minsheng.difference import Kind, Nature

    yield f"{found.before} -> {found.after}"
    for nature in Nature:
        changes = [each for kind in Kind for each in found.of(kind, nature)]
        yield f"\n{nature}: {len(changes)} changed"
        for each in changes:
            yield f"  {each.kind} {each.key}"
            yield from _sides(each)
    if found.compared:
        yield "\nReported in both editions:"
        yield from (f"  {each.later.measure}: {each.said.plain}" for each in found.compared)


def _sides(change: "Change") -> Iterator[str]:
    for mark, side in (("-", change.before), ("+", change.after)):
        if side is not None:
            yield f"    {mark} {side.plain}"


def _json(found: "Difference") -> str:
    changes = [
        {
            "kind": each.kind,
            "nature": each.nature,
            "key": each.key,
            "before": None if each.before is None else each.before.plain,
            "after": None if each.after is None else each.after.plain,
        }
        for each in found.changes
    ]
    compared = [
        {
            "earlier": each.earlier.figure_id,
            "later": each.later.figure_id,
            "refused": each.refused,
            "said": each.said.plain,
        }
        for each in found.compared
    ]
    sides = {"before": found.before, "after": found.after}
    tree = {**sides, "changes": changes, "compared": compared}
    return json.dumps(tree, ensure_ascii=False, indent=2)
