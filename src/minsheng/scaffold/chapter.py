"""Begin a chapter: notebook, catalogue entry and test, written only after the notebook has run."""

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from string import Template

import nbformat

from minsheng import chapters, paths
from minsheng.data import Book, read_book
from minsheng.data.catalogue import read_catalogue
from minsheng.errors import Fault, RunFailure, UsageFault
from minsheng.files import write_together
from minsheng.leftovers import temporary_folder
from minsheng.run.execute import surroundings
from minsheng.run.notebook import execute
from minsheng.scaffold.entry import with_entry
from minsheng.scaffold.wanted import CATALOGUE, Wanted, faults_of
from minsheng.warming import environment

TEMPLATES = Path(chapters.__file__).parent / "templates"


@dataclass(frozen=True)
class Scaffolded:
    """What was written, and the edition that the notebook's outputs are stored for."""

    year: int
    files: tuple[Path, ...]


def scaffold(wanted: Wanted) -> Scaffolded:
    """Write a chapter's notebook, with its outputs, its catalogue entry and its test.

    Nothing is written unless the notebook runs. Raises `UsageFault` for a key that is taken or
    words that do not fit, `InputFault` where the data break the contract, `RunFailure` where the
    notebook does not run.
    """
    catalogue = read_catalogue()
    faults = faults_of(wanted, catalogue)
    if faults:
        raise UsageFault(faults)
    reads = wanted.measures(catalogue)
    entry = with_entry((paths.DATA / "catalogue.yml").read_text(encoding="utf-8"), wanted, reads)
    with _trial(entry) as root:
        book = read_book(root / "data")
        year = _year(book, wanted)
        notebook = _executed(root, wanted, _words(book, wanted, reads, year))
    test = (TEMPLATES / "test_chapter.txt").read_text(encoding="utf-8")
    texts = {
        paths.DATA / "catalogue.yml": entry,
        wanted.notebook: notebook,
        wanted.test: Template(test).substitute(key=wanted.key, year=year),
    }
    write_together(texts)
    return Scaffolded(year, tuple(texts))


@contextmanager
def _trial(entry: str) -> Iterator[Path]:
    """Lay the data with the new entry aside, where a kernel finds them instead of the project's."""
    with temporary_folder() as root:
        shutil.copytree(paths.DATA, root / "data")
        (root / "data" / "catalogue.yml").write_text(entry, encoding="utf-8")
        with environment({"MINSHENG_ROOT": str(root)}):
            yield root


def _year(book: Book, wanted: Wanted) -> int:
    """Return the newest edition that has the chapter."""
    years = [year for year in book.editions() if wanted.key in book.edition(year).chapters()]
    if not years:
        rule = "No edition publishes a figure or a promise on the measures of this chapter."
        remedy = "add a row to data/figures/<year>.csv or data/promises.csv first"
        raise UsageFault([Fault(CATALOGUE, rule, remedy, None, "chapters", wanted.key)])
    return years[-1]


def _words(book: Book, wanted: Wanted, reads: Sequence[str], year: int) -> dict[str, str]:
    """Return what the template's blanks are filled with; the first promised measure leads."""
    promised = {promise.measure for promise in book.edition(year).promises}
    leading = [measure for measure in reads if measure in promised][:1]
    return {
        "key": wanted.key,
        "title": wanted.title.en,
        "question": wanted.question.en,
        "year": str(year),
        "promised": "".join(leading),
        "measures": _quoted(reads),
        "others": _quoted([measure for measure in reads if measure not in leading]),
        "caveats": _caveats(book, reads),
    }


def _caveats(book: Book, reads: Sequence[str]) -> str:
    """Return the call that says what the measures are and are not; one always says something."""
    several = [key for key in reads if book.catalogue.measures[key].caveats]
    if len(reads) > 1 and several:
        return "page.show_caveats()"
    return f'page.say_caveats("{reads[0]}")'


def _quoted(keys: Sequence[str]) -> str:
    """Return keys as the arguments of a call, one to a line where they are too long for one."""
    joined = ", ".join(f'"{key}"' for key in keys)
    if len(joined) < 70:
        return joined
    return "\n" + "".join(f'    "{key}",\n' for key in keys)


def _executed(root: Path, wanted: Wanted, words: dict[str, str]) -> str:
    """Return the notebook made from its template, with its outputs; raises `RunFailure`."""
    name = "promise" if words["promised"] else "work"
    notebook = nbformat.read(TEMPLATES / f"{name}.ipynb", as_version=4)
    notebook.cells = [
        cell for cell in notebook.cells if words["others"] or "$others" not in cell.source
    ]
    for cell in notebook.cells:
        cell.source = Template(cell.source).substitute(words)
    path = root / "notebooks" / wanted.notebook.name
    path.parent.mkdir()
    nbformat.write(notebook, path)
    with surroundings():
        failure = execute(path, path, {}, wanted.key)
    if failure is not None:
        raise RunFailure(f"The new notebook does not run, and nothing was written:\n  {failure}")
    return path.read_text(encoding="utf-8")
