"""Every chapter of the catalogue has its notebook, and every notebook its chapter."""

from collections.abc import Iterator

from minsheng import paths
from minsheng.data import Book
from minsheng.errors import Fault, InputFault
from minsheng.run.plan import ACROSS

_CATALOGUE = "data/catalogue.yml"


def require_notebooks(book: Book) -> None:
    """Raise `InputFault` with every chapter without a notebook and every notebook without one."""
    faults = [*_faults(book)]
    if faults:
        raise InputFault(faults)


def _faults(book: Book) -> Iterator[Fault]:
    chapters = {*book.catalogue.chapters, *ACROSS}
    notebooks = {path.stem for path in paths.NOTEBOOKS.glob("*.ipynb")}
    for key in sorted(chapters - notebooks):
        rule = "The chapter has no notebook."
        remedy = f"restore notebooks/{key}.ipynb, or take the chapter out of the catalogue"
        yield Fault(_CATALOGUE, rule, remedy, None, "chapters", key)
    for key in sorted(notebooks - chapters):
        rule = "The catalogue has no chapter of this name."
        remedy = f"enter it among the chapters of {_CATALOGUE}, or move the notebook elsewhere"
        yield Fault(f"notebooks/{key}.ipynb", rule, remedy)
