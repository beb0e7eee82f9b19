"""Part (a): the same notebooks by every tool, side by side."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from functools import cache, partial
from pathlib import Path

import nbformat
from papermill.iorw import load_notebook_node
from papermill.parameterize import parameterize_notebook

from bench import tasks
from bench.measure import PROGRAMS, Series, compared, emptied, run, scratch, seconds, shown
from bench.project import Copy, copied
from bench.tasks import Task

Contestant = Callable[[Sequence[Task], Path], float]
CORES = os.cpu_count() or 1
POOLS = (CORES, CORES + 1, 2 * CORES)
# Into how many shares the list is cut for those that take long; repeats take turns.
PARTS = {"command": 10, "loop": 25, "pool": 3, "nbconvert": 25, "book": 25}
CONFIG = "execute:\n  execute_notebooks: '{mode}'\nsphinx:\n  config:\n    language: en\n"


def command_line(given: Sequence[Task], folder: Path) -> float:
    """Run each notebook by the command `papermill`."""

    def work() -> None:
        for task in given:
            pairs = (("-p", name, str(value)) for name, value in task.parameters.items())
            words = [word for pair in pairs for word in pair]
            run([str(PROGRAMS / "papermill"), task.source, str(task.target(folder)), *words])

    return seconds(work)


def process(kind: str, workers: int = 1) -> Contestant:
    """Return a contestant that is one Python process."""

    def contest(given: Sequence[Task], folder: Path) -> float:
        listed = str(tasks.written(given, folder / "tasks.json"))
        words = [sys.executable, "-m", "bench.contestant", kind, listed, str(folder), str(workers)]
        return seconds(lambda: run(words))

    return contest


def prepared(given: Sequence[Task], folder: Path) -> list[Path]:
    """Write the notebooks with their parameters set, for tools that cannot set them."""
    made = []
    for task in given:
        source = load_notebook_node(task.source)
        for cell in source.cells:
            if cell.cell_type == "code":
                cell.outputs, cell.execution_count = [], None
        notebook = parameterize_notebook(source, task.parameters)
        nbformat.write(notebook, task.target(folder))
        made.append(task.target(folder))
    return made


def nbconvert(given: Sequence[Task], folder: Path) -> float:
    """Run each notebook by `jupyter nbconvert --execute`."""
    sources, program = prepared(given, emptied(folder / "sources")), str(PROGRAMS / "jupyter")
    words = [program, "nbconvert", "--to", "notebook", "--execute", "--output-dir", str(folder)]
    return seconds(lambda: [run([*words, str(source)]) for source in sources])


def jupyter_book(executed: Path, given: Sequence[Task], folder: Path) -> float:
    """Build a book that executes the notebooks, less the same book of executed notebooks."""
    sources = prepared(given, emptied(folder / "force"))
    done = emptied(folder / "off")
    for task in given:
        task.target(done).write_bytes(task.target(executed).read_bytes())
    took = {}
    for mode in ("force", "off"):
        lay_book(folder / mode, [path.stem for path in sources], mode)
        took[mode] = seconds(lambda mode=mode: build_book(folder / mode))
    return took["force"] - took["off"]


def lay_book(folder: Path, pages: Sequence[str], mode: str) -> None:
    """Lay a plain Jupyter Book around notebooks."""
    (folder / "index.md").write_text("# Notebooks\n", encoding="utf-8")
    (folder / "_config.yml").write_text(CONFIG.format(mode=mode), encoding="utf-8")
    chapters = "".join(f"- file: {page}\n" for page in pages)
    toc = f"format: jb-book\nroot: index\nchapters:\n{chapters}"
    (folder / "_toc.yml").write_text(toc, encoding="utf-8")


def build_book(folder: Path) -> None:
    """Build a folder by the command `jupyter-book`."""
    program = str(PROGRAMS / "jupyter-book")
    run([program, "build", str(folder), "--path-output", str(folder / "built"), "-q"])


def ours(copy: Copy) -> float:
    """Run all notebooks by `minsheng run`, nothing kept from before."""
    copy.forget()
    return seconds(lambda: copy.minsheng("run"))


@cache
def by_command(repeats: int) -> Series:
    """Measure the command `papermill` once for all parts that compare with it."""
    series = Series("papermill, the command, notebook by notebook")
    for repeat in range(repeats):
        given = tasks.share(tasks.every(), repeat, PARTS["command"])
        with scratch() as folder:
            series.add(command_line(given, Path(folder)), len(given))
    return series


def best_pool() -> int:
    """Return with how many workers a process pool of papermills is quickest here."""
    given, took = tasks.share(tasks.every(), 0, 4), {}
    for workers in POOLS:
        with scratch() as folder:
            took[workers] = process("pool", workers)(given, Path(folder))
    return min(took, key=lambda workers: took[workers])


def measure(repeats: int) -> str:
    """Measure every contestant in turn, repeat by repeat, and return the table."""
    every, workers = tasks.every(), best_pool()
    own = Series("**minsheng run**")
    floor = Series("the floor: the code alone, in warm forks")
    others = {
        "loop": Series("papermill, a loop in one process"),
        "pool": Series(f"papermill, a pool of {workers} processes (the best of {POOLS})"),
        "nbconvert": Series("jupyter nbconvert --execute, notebook by notebook"),
        "book": Series("Jupyter Book's own execution"),
    }
    with copied() as copy:
        for repeat in range(repeats):
            own.add(ours(copy), len(every))
            executed = results(copy)
            contestants: dict[str, Contestant] = {
                "loop": process("loop"),
                "pool": process("pool", workers),
                "nbconvert": nbconvert,
                "book": partial(jupyter_book, executed),
            }
            with scratch() as folder:
                floor.add(process("plain", CORES)(every, Path(folder)), len(every))
            for name, contest in contestants.items():
                given = tasks.share(every, repeat, PARTS[name])
                with scratch() as folder:
                    others[name].add(contest(given, Path(folder)), len(given))
    series = [by_command(repeats), *others.values(), own, floor]
    return "\n\n".join(
        [
            f"All {len(every)} runs of the book. Where a repeat has fewer runs, it is a share of "
            "the list, spread over it, and the next repeat takes the next share.",
            compared(series, own, "runs", "run"),
            f"`minsheng run` took {shown(own.median / floor.median)} times the floor.",
        ]
    )


def results(copy: Copy) -> Path:
    """Return a folder with all that `minsheng run` made, under the names of the runs."""
    folder = emptied(copy.root / "results")
    made = copy.built / "notebooks"
    for path in made.rglob("*.ipynb"):
        lang, *page = path.relative_to(made).with_suffix("").parts
        (folder / f"{'-'.join(page)}-{lang}.ipynb").write_bytes(path.read_bytes())
    return folder
