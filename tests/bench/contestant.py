"""The contestants that are one process: `python -m bench.contestant KIND TASKS FOLDER WORKERS`.

Each imports what it needs and nothing else, runs every notebook of the list, and writes the results
into the folder. `plain` is the floor: the code of the notebooks without any notebook machinery, in
forks of a process that has imported everything; what would be shown is kept all the same.
"""

import json
import multiprocessing
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

from bench import tasks
from bench.tasks import Task


def papermill_one(folder: Path, task: Task) -> None:
    """Run one notebook by papermill in an ordinary kernel, with as little ado as it offers."""
    import papermill
    from traitlets.config import Config

    target = task.target(folder)
    ipc = {"transport": "ipc", "ip": str(folder / f"{task.name}-kernel")}  # papermill#511
    papermill.execute_notebook(
        task.source,
        str(target),
        task.parameters,
        progress_bar=False,
        request_save_on_cell_execute=False,
        autosave_cell_every=0,
        kernel_name="python3",
        config=Config({"KernelManager": ipc}),
    )


def loop(folder: Path, given: Sequence[Task], workers: int) -> None:
    """Run one after the other."""
    del workers
    for task in given:
        papermill_one(folder, task)


def pool(folder: Path, given: Sequence[Task], workers: int) -> None:
    """Run as many side by side as there are workers, each with its own papermill."""
    with ProcessPoolExecutor(workers) as workers_at_hand:
        list(workers_at_hand.map(partial(papermill_one, folder), given))


def plain(folder: Path, given: Sequence[Task], workers: int) -> None:
    """Run the code of the notebooks in forks of this process, which has imported everything."""
    import matplotlib.pyplot  # noqa: F401

    from minsheng import chapters  # noqa: F401
    from minsheng.data import load_book

    load_book()
    with multiprocessing.get_context("fork").Pool(workers) as forks:
        for _ in forks.imap_unordered(partial(plain_one, folder), given):
            pass


def plain_one(folder: Path, task: Task) -> None:
    """Execute the code cells of one notebook and keep what they show, cell by cell."""
    from minsheng.chapters import sheet

    notebook = json.loads(Path(task.source).read_text(encoding="utf-8"))
    names: dict[str, Any] = {"__name__": "__main__"}
    shown: list[list[dict[str, str]]] = []

    def display(bundle: dict[str, str], *, raw: bool) -> None:
        del raw
        shown[-1].append(bundle)

    sheet.display = display
    for cell in notebook["cells"]:
        if cell["cell_type"] != "code":
            continue
        shown.append([])
        exec(compile("".join(cell["source"]), task.source, "exec"), names)
        if "parameters" in cell["metadata"].get("tags", []):
            names.update(task.parameters)
    task.target(folder).write_text(json.dumps(shown, ensure_ascii=False), encoding="utf-8")


KINDS: dict[str, Callable[[Path, Sequence[Task], int], None]] = {
    "loop": loop,
    "pool": pool,
    "plain": plain,
}

if __name__ == "__main__":
    KINDS[sys.argv[1]](Path(sys.argv[3]), list(tasks.read(Path(sys.argv[2]))), int(sys.argv[4]))
