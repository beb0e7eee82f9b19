"""Execute runs through papermill; a result is moved into place only when its run succeeded."""

import importlib
import os
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any, Protocol, TypeVar

import nbformat
import papermill
from papermill.exceptions import PapermillExecutionError
from traitlets.config import Config

from minsheng import paths
from minsheng.files import write_whole
from minsheng.leftovers import temporary_folder
from minsheng.run.begun import Begun
from minsheng.run.child import Lost, in_children
from minsheng.run.normalise import normalise, without_empty_sections
from minsheng.run.parameters import Value
from minsheng.warming import forks, run_environment

# No notebook of the book takes a hundredth of it.
LONGEST = 600.0
_COLOURS = re.compile(r"\x1b\[[0-9;]*m")
Key = TypeVar("Key")
Task = tuple[Path, Mapping[str, Value], str]


class Engine(StrEnum):
    """What runs a notebook: an ordinary Jupyter kernel, or a fork of a warm process."""

    KERNEL = "kernel"
    WARM = "warm"

    @property
    def papermill(self) -> str | None:
        """The name by which papermill knows it."""
        return None if self is Engine.KERNEL else self.value

    def options(self, folder: Path) -> dict[str, Any]:
        """Return what papermill passes on to it.

        A kernel is reached through files of its own: two may be given one port (papermill#511).
        """
        begun = {"on_cell_execute": Begun(folder)}
        if self is Engine.WARM:
            return {**begun, "folder": folder}
        ipc = {"transport": "ipc", "ip": str(folder / "kernel")}
        guard = f"__import__('minsheng.guard').guard.keep_to({str(folder)!r})"
        first = [f"--IPKernelApp.exec_lines={guard}"]
        return {**begun, "config": Config({"KernelManager": ipc}), "extra_arguments": first}


@dataclass(frozen=True)
class Failure:
    """A run that did not reach its end: where and why; cell 0 is none of its cells."""

    run: str
    cell: int
    message: str

    def __str__(self) -> str:
        place = f", cell {self.cell}" if self.cell else ""
        return f"{self.run}{place}: {self.message}"


@dataclass(frozen=True)
class Ended:
    """How a run ended, a notebook as JSON text or why not, and its seconds of processor time."""

    result: str | Failure
    seconds: float


class Executor(Protocol):
    """What brings a set of runs to their end: the cores of this machine, or a cluster."""

    def ended(
        self, tasks: Mapping[Key, Task], *, whole: bool = True
    ) -> Iterator[tuple[Key, Ended]]:
        """Yield how every run ended, as it does; they begin in the order of `tasks`."""


@dataclass(frozen=True)
class Execution:
    """The executor of this machine: the engine, how many runs side by side, and how long each."""

    engine: Engine = field(default_factory=lambda: Engine.WARM if forks() else Engine.KERNEL)
    jobs: int = field(default_factory=lambda: os.cpu_count() or 1)
    seconds: float = LONGEST

    def ended(
        self, tasks: Mapping[Key, Task], *, whole: bool = True
    ) -> Iterator[tuple[Key, Ended]]:
        """Yield how every run ended, as it does: in children, or here where nothing forks."""
        with surroundings(), temporary_folder() as scratch:
            if not forks():
                for key, task in tasks.items():
                    yield key, timed(*task, Engine.KERNEL, whole)
                return
            folders = {key: scratch / str(number) for number, key in enumerate(tasks)}
            work = [(key, (*task, self.engine, whole, folders[key])) for key, task in tasks.items()]
            for key, result in in_children(timed, work, jobs=self.jobs, seconds=self.seconds):
                if isinstance(result, Lost):
                    where = Begun(folders[key]).cell
                    yield key, Ended(Failure(tasks[key][2], where, str(result)), 0.0)
                else:
                    yield key, result


def executed_side_by_side(
    tasks: Mapping[Key, Task], how: Executor | None = None, *, whole: bool = True
) -> Iterator[tuple[Key, str | Failure]]:
    """Yield every notebook's text as its run ends."""
    for key, ended in (how or Execution()).ended(tasks, whole=whole):
        yield key, ended.result


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
    source: Path,
    target: Path,
    parameters: Mapping[str, Value],
    name: str,
    engine: Engine | None = None,
) -> Failure | None:
    """Execute one notebook into `target`, normalised; return the failure where there is one."""
    text = executed(source, parameters, name, engine or Engine.KERNEL)
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
    try:
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
            **engine.options(folder),
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


@contextmanager
def surroundings() -> Iterator[None]:
    """Give every kernel the same surroundings, and matplotlib a warm font cache of its own."""
    wanted = run_environment()
    before = {name: os.environ.get(name) for name in wanted}
    os.environ.update(wanted)
    # Without the folder above its own, IPython warns and takes a temporary one.
    (paths.BUILD / "home").mkdir(parents=True, exist_ok=True)
    try:
        # Its first import may announce that it builds a cache, which would enter a notebook.
        importlib.import_module("matplotlib.font_manager")
        yield
    finally:
        for name, value in before.items():
            os.environ.pop(name, None)
            if value is not None:
                os.environ[name] = value
