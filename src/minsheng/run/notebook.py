"""Execute one notebook through papermill: its text, or where and why it failed.

Imported where notebooks run, which is a child of the fork server or a kernel's process, and not
where runs are planned: papermill and what it brings take a second.
"""

import importlib
import os
import re
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

import nbformat
import papermill
from papermill.exceptions import PapermillExecutionError

from minsheng.files import write_whole
from minsheng.leftovers import temporary_folder
from minsheng.run.begun import Begun
from minsheng.run.ended import Ended, Failure
from minsheng.run.engine import Engine
from minsheng.run.normalise import normalise, without_empty_sections
from minsheng.run.parameters import Value

_COLOURS = re.compile(r"\x1b\[[0-9;]*m")


def timed(
    source: Path,
    parameters: Mapping[str, Value],
    name: str,
    engine: Engine,
    whole: bool,
    folder: Path | None = None,
) -> Ended:
    """Execute a notebook and say what it cost, children included.

    Processor time and no clock: it is the same on a busy machine, and after the clock was set back.
    """
    before = os.times()
    result = executed(source, parameters, name, engine, whole, folder)
    return Ended(result, sum(os.times()[:4]) - sum(before[:4]))


def execute(
    source: Path, target: Path, parameters: Mapping[str, Value], name: str
) -> Failure | None:
    """Execute one notebook in an ordinary kernel into `target`; return why where it fails."""
    text = executed(source, parameters, name, Engine.KERNEL)
    if isinstance(text, Failure):
        return text
    write_whole(target, text)
    return None


def executed(
    source: Path,
    parameters: Mapping[str, Value],
    name: str,
    engine: Engine,
    whole: bool = True,
    folder: Path | None = None,
) -> str | Failure:
    """Return a notebook executed and normalised, as JSON text, or where and why it failed.

    Unless it is to stay `whole`, sections without output are dropped. It runs in `folder`, which is
    made and stays, or in one of its own that goes with it.
    """
    if folder is None:
        with temporary_folder() as own:
            return executed(source, parameters, name, engine, whole, own / "run")
    folder.mkdir()
    # Its first import may announce that it builds a cache, which would enter a notebook.
    importlib.import_module("matplotlib.font_manager")
    try:
        with closing(Begun(folder)) as begun:
            notebook = papermill.execute_notebook(
                str(source),
                None,
                dict(parameters),
                cwd=str(folder),
                progress_bar=False,
                request_save_on_cell_execute=False,
                autosave_cell_every=0,
                kernel_name="python3",
                engine_name=engine.papermill,
                **engine.options(folder, begun),
            )
    except PapermillExecutionError as error:
        return Failure(name, error.exec_count or error.cell_index, _last_line(error))
    printed = _printed(notebook)
    if printed is not None:
        return Failure(name, *printed)
    return normalise(notebook if whole else without_empty_sections(notebook))


def _last_line(error: PapermillExecutionError) -> str:
    value = _COLOURS.sub("", str(error.evalue)).strip()
    return f"{error.ename}: {value}" if value else str(error.ename)


def _printed(notebook: nbformat.NotebookNode) -> tuple[int, str] | None:
    """Return the first cell that printed something: its words would enter the page."""
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            if output.output_type == "stream":
                return cell.execution_count, f"it printed to {output.name}: {output.text[:200]!r}"
    return None
