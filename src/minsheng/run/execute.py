"""Execute runs through papermill; a result is moved into place only when its run succeeded."""

import importlib
import os
import re
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import nbformat
import papermill
from papermill.exceptions import PapermillExecutionError
from traitlets.config import Config

from minsheng import paths
from minsheng.errors import Fault, RunFailure, UsageFault
from minsheng.files import write_whole
from minsheng.run.normalise import normalise, without_empty_sections
from minsheng.run.parameters import Value, check_parameters
from minsheng.run.plan import Run

_COLOURS = re.compile(r"\x1b\[[0-9;]*m")


@dataclass(frozen=True)
class Failure:
    """A run that did not reach its end: where and why."""

    run: str
    cell: int
    message: str

    def __str__(self) -> str:
        return f"{self.run}, cell {self.cell}: {self.message}"


def run_all(
    runs: Sequence[Run],
    given: Mapping[str, Value] | None = None,
    started: Callable[[Run], None] | None = None,
) -> None:
    """Execute every run, the rest also where one fails.

    Raises `UsageFault` before anything runs where a parameter is wrong, and `RunFailure` with all
    failures at the end.
    """
    checked = {run: _parameters(run, given or {}) for run in runs}
    failures = []
    with surroundings():
        for run, parameters in checked.items():
            if started is not None:
                started(run)
            failure = execute(run.source, run.target, parameters, run.name, whole=False)
            if failure is not None:
                failures.append(failure)
    if failures:
        listed = "\n".join(f"  {failure}" for failure in failures)
        rule = "Nothing was published; the last good site is as it was."
        remedy = "Remedy: mend the cell named and run the command again."
        raise RunFailure(f"{len(failures)} of {len(runs)} runs failed:\n{listed}\n{rule} {remedy}")


def _parameters(run: Run, given: Mapping[str, Value]) -> dict[str, Value]:
    """Return a run's parameters, checked; its year and language are what it is stored under."""
    own: dict[str, Value] = {"year": run.year, "lang": run.lang}
    checked = check_parameters(run.source, {**own, **given})
    other = [name for name, value in own.items() if checked[name] != value]
    if other:
        rule = f"The run {run.name} is stored under its own {' and '.join(other)}."
        remedy = "choose with --year and --lang, or run the notebook itself with papermill"
        value = ", ".join(f"{name}={checked[name]}" for name in other)
        raise UsageFault([Fault(paths.relative(run.source), rule, remedy, value=value)])
    return checked


def execute(
    source: Path, target: Path, parameters: Mapping[str, Value], name: str, *, whole: bool = True
) -> Failure | None:
    """Execute one notebook into `target`, normalised; return the failure where there is one.

    Unless it is to stay `whole`, sections without output are dropped.
    """
    with tempfile.TemporaryDirectory(prefix="minsheng-") as folder:
        draft = Path(folder) / target.name
        try:
            papermill.execute_notebook(
                str(source),
                str(draft),
                dict(parameters),
                cwd=folder,
                progress_bar=False,
                request_save_on_cell_execute=False,
                kernel_name="python3",
                config=_kernel(Path(folder)),
            )
        except PapermillExecutionError as error:
            return Failure(name, error.exec_count or error.cell_index, _last_line(error))
        notebook = nbformat.read(draft, as_version=4)
    printed = _printed(notebook)
    if printed is not None:
        return Failure(name, *printed)
    write_whole(target, normalise(notebook if whole else without_empty_sections(notebook)))
    return None


def _kernel(folder: Path) -> Config:
    """Reach the kernel through files of its own: two may be given the same port (papermill#511)."""
    return Config({"KernelManager": {"transport": "ipc", "ip": str(folder / "kernel")}})


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
    wanted = {
        "MPLCONFIGDIR": os.environ.get("MPLCONFIGDIR", str(paths.BUILD / "home" / "matplotlib")),
        "MPLBACKEND": "agg",
        "PYTHONHASHSEED": "0",
        "IPYTHONDIR": os.environ.get("IPYTHONDIR", str(paths.BUILD / "home" / "ipython")),
    }
    before = {name: os.environ.get(name) for name in wanted}
    os.environ.update(wanted)
    try:
        # Its first import may announce that it builds a cache, which would enter a notebook.
        importlib.import_module("matplotlib.font_manager")
        yield
    finally:
        for name, value in before.items():
            os.environ.pop(name, None)
            if value is not None:
                os.environ[name] = value
