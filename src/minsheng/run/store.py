"""Keep executed notebooks: sources with their outputs, English copies for builds by hand."""

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
    """Lay the English notebooks into `book/`, each where its page is, and no other there.

    One that is there already as it should be is left alone.
    """
    wanted = {
        paths.BOOK / f"{run.page}.ipynb": run.target
        for run in plan(book, languages=["en"])
        if run.target.exists()
    }
    folders = (paths.BOOK, *(paths.BOOK / str(year) for year in book.editions()))
    for copy in (path for folder in folders for path in folder.glob("*.ipynb")):
        if copy not in wanted:
            copy.unlink()
    for copy, executed in wanted.items():
        text = executed.read_bytes()
        if not copy.exists() or copy.read_bytes() != text:
            write_whole(copy, text)
