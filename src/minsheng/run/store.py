"""Keep executed notebooks: sources with their outputs, English copies for builds by hand."""

import shutil

from minsheng import paths
from minsheng.data import Book
from minsheng.errors import RunFailure
from minsheng.files import write_whole
from minsheng.run.ended import Failure
from minsheng.run.execute import executed_side_by_side
from minsheng.run.parameters import declared_parameters
from minsheng.run.plan import plan


def store() -> list[str]:
    """Run every source with its defaults and store its outputs in it; return their names.

    Raises `RunFailure` where one fails; that one stays as it was.
    """
    sources = sorted(paths.NOTEBOOKS.glob("*.ipynb"))
    for source in sources:
        declared_parameters(source)
    failures = []
    for source, text in executed_side_by_side({each: (each, {}, each.stem) for each in sources}):
        if isinstance(text, Failure):
            failures.append(f"  {text}")
        else:
            write_whole(source, text)
    if failures:
        raise RunFailure("\n".join([f"{len(failures)} notebooks failed:", *sorted(failures)]))
    return [each.stem for each in sources]


def copy_for_hand_builds(book: Book) -> None:
    """Lay the English notebooks into `book/`, each where its page is, and no other there."""
    for year in book.editions():
        shutil.rmtree(paths.BOOK / str(year), ignore_errors=True)
    for copy in paths.BOOK.glob("*.ipynb"):
        copy.unlink()
    for run in plan(book, languages=["en"]):
        if run.target.exists():
            text = run.target.read_text(encoding="utf-8")
            write_whole(paths.BOOK / f"{run.page}.ipynb", text)
