"""Keep executed notebooks: sources with their outputs, English copies for builds by hand."""

import shutil

from minsheng import paths
from minsheng.data import Book
from minsheng.errors import RunFailure
from minsheng.files import write_whole
from minsheng.run.execute import execute, surroundings
from minsheng.run.parameters import declared_parameters
from minsheng.run.plan import plan


def store() -> list[str]:
    """Run every source with its defaults and store its outputs in it; return their names.

    Raises `RunFailure` where one fails; that one stays as it was.
    """
    stored, failures = [], []
    with surroundings():
        for source in sorted(paths.NOTEBOOKS.glob("*.ipynb")):
            declared_parameters(source)
            failure = execute(source, source, {}, source.stem)
            if failure is None:
                stored.append(source.stem)
            else:
                failures.append(f"  {failure}")
    if failures:
        raise RunFailure("\n".join([f"{len(failures)} notebooks failed:", *failures]))
    return stored


def copy_for_hand_builds(book: Book) -> None:
    """Lay the English notebooks of every edition into `book/<year>/`, and nothing else there."""
    for year in book.editions():
        runs = [run for run in plan(book, [year], ["en"]) if run.target.exists()]
        folder = paths.BOOK / str(year)
        shutil.rmtree(folder, ignore_errors=True)
        for run in runs:
            write_whole(folder / run.target.name, run.target.read_text(encoding="utf-8"))
