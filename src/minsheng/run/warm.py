"""papermill's engine `warm`: notebooks run in a fresh fork of a process that has imported all.

A kernel of its own takes a notebook a second to start and to import pandas and matplotlib. A child
of a fork server has both already, runs one notebook in a kernel of its own process, and ends:
nothing leaks into the next run, and no port is taken (papermill#511).

Method: ipykernel's in-process kernel, whose shell executes cell by cell as it does in any kernel,
but without the requests and replies around each. What it would send to a client is kept, and passes
through nbclient's own handling of messages, so that a notebook looks as if an ordinary kernel had
run it.
"""

from __future__ import annotations

import builtins
import getpass
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from multiprocessing import current_process
from pathlib import Path
from typing import Any

from ipykernel.inprocess.ipkernel import InProcessInteractiveShell, InProcessKernel
from ipykernel.inprocess.socket import DummySocket
from ipykernel.iostream import IOPubThread, OutStream
from IPython.core.interactiveshell import ExecutionResult, InteractiveShell
from jupyter_client.session import Session
from jupyter_core.utils import run_sync
from nbclient import NotebookClient
from nbclient.exceptions import CellTimeoutError
from nbformat import NotebookNode, from_dict, validate
from papermill.engines import Engine
from traitlets.config import Config

from minsheng.own_folder import keep_to
from minsheng.run.child import CHILD, run_in_child

# A history would be kept in a database, which every run would open anew.
_SWIFT = Config({"HistoryManager": {"enabled": False}})
_ready: list[InProcessKernel] = []


class WarmEngine(Engine):  # type: ignore[misc]  # papermill is published without types
    """Execute a notebook in a fresh child of the fork server, or here where this is one."""

    @classmethod
    def execute_managed_notebook(
        cls,
        nb_man: Any,
        kernel_name: str,  # noqa: ARG003  # the kernel is this process, whatever it is called
        *,
        execution_timeout: float | None = None,
        on_cell_execute: Callable[..., None] | None = None,
        folder: Path | None = None,
        **kwargs: Any,  # noqa: ARG003  # what papermill passes to other engines
    ) -> None:
        """Run the cells of a managed notebook, and report each to its manager.

        Where a folder is given, the notebook may write below it and nowhere else.
        """
        given = (nb_man.nb, execution_timeout, on_cell_execute, folder)
        if current_process().name == CHILD:
            # Whoever runs a notebook in a child of ours asks for no times: the cells have theirs.
            failed = execute_cells(*given)[1]
            if failed is not None:
                nb_man.cell_exception(nb_man.nb.cells[failed], failed)
            return
        executed, failed = run_in_child(execute_cells, *given)
        for place, cell in enumerate(executed.cells):
            recorded = nb_man.nb.cells[place]
            recorded.update(cell)
            nb_man.cell_start(recorded, place)
            if place == failed:
                nb_man.cell_exception(recorded, place)
            nb_man.cell_complete(recorded, place)
            if place == failed:
                break


def execute_cells(
    notebook: NotebookNode,
    timeout: float | None = None,
    begins: Callable[..., None] | None = None,
    folder: Path | None = None,
) -> tuple[NotebookNode, int | None]:
    """Run every cell of a notebook in this process until one fails; lay their outputs into it.

    Return the notebook, and the place of the cell that failed. `timeout` is in seconds a cell; a
    cell that exceeds it raises `CellTimeoutError`. `begins` is called before each cell. Where a
    folder is given, the process writes nowhere else from now on.
    """
    if folder is not None:
        keep_to(str(folder))
    failed = run_sync(_run_cells)(notebook, timeout, begins)
    validate(notebook)
    return notebook, failed


async def _run_cells(
    notebook: NotebookNode, timeout: float | None, begins: Callable[..., None] | None
) -> int | None:
    """Run cell by cell, in a loop of events as a kernel has one; return the place of a failure."""
    kernel, outputs = _kernel(), _Outputs(notebook, record_timing=False)
    outputs.reset_execution_trackers()
    with redirect_stdout(kernel.stdout), redirect_stderr(kernel.stderr):
        for place, cell in enumerate(notebook.cells):
            if cell.cell_type == "code" and cell.source.strip():
                if begins is not None:
                    begins(cell=cell, cell_index=place)
                with _no_longer_than(timeout, cell):
                    result = await _executed(kernel.shell, cell.source)
                kernel.stdout.flush()
                kernel.stderr.flush()
                outputs.lay(kernel.session.taken(), cell, place)
                cell.execution_count = result.execution_count
                if not result.success or any(o.output_type == "error" for o in cell.outputs):
                    return place
    return None


async def _executed(shell: InteractiveShell, source: str) -> ExecutionResult:
    """Execute a cell the way IPython asks of whoever has a loop of events running."""
    try:
        code, refused = shell.transform_cell(source), None
    except Exception:  # whatever a transformation raises is shown as the error of the cell
        code, refused = source, sys.exc_info()
    try:
        result = await shell.run_cell_async(
            source, store_history=True, transformed_cell=code, preprocessing_exc_tuple=refused
        )
    finally:
        shell.events.trigger("post_execute")
    shell.events.trigger("post_run_cell", result)
    return result


class _Outputs(NotebookClient):
    """nbclient's handling of the messages that a kernel has sent."""

    def lay(self, messages: list[dict[str, Any]], cell: NotebookNode, place: int) -> None:
        """Lay what a cell has sent into it."""
        cell.outputs, self.clear_before_next_output = [], False
        for message in messages:
            self.process_message(message, cell, place)

    def output(
        self, outs: list[NotebookNode], msg: dict[str, Any], display_id: str | None, cell_index: int
    ) -> NotebookNode | None:
        """Add an output to those of its cell as nbclient does, but without a look at its form.

        One look at the whole notebook, when all is done, takes a tenth of the time.
        """
        if self.output_hook_stack[msg["parent_header"].get("msg_id")]:
            return super().output(outs, msg, display_id, cell_index)
        if self.clear_before_next_output:
            outs.clear()
            self.clear_display_id_mapping(cell_index)
            self.clear_before_next_output = False
        if display_id:
            places = self._display_id_map.setdefault(display_id, {})
            places.setdefault(cell_index, []).append(len(outs))
        content = {name: value for name, value in msg["content"].items() if name != "transient"}
        outs.append(from_dict({"output_type": msg["msg_type"], **content}))
        return outs[-1]


class _Kept(Session):
    """The messages of a kernel, kept in the process where others would send them to a client."""

    def __init__(self) -> None:
        super().__init__()
        self._messages: list[dict[str, Any]] = []

    def send(  # type: ignore[override]  # what else is given says where a message goes, and how
        self,
        _stream: object,
        msg_or_type: dict[str, Any] | str,
        content: dict[str, Any] | None = None,
        parent: dict[str, Any] | None = None,
        buffers: list[bytes] | None = None,
        **_: Any,
    ) -> dict[str, Any]:
        """Keep a message in the form in which a client would read it."""
        if isinstance(msg_or_type, str):
            msg_or_type = self.msg(msg_or_type, content, parent)
        read = self.unpack(self.pack(msg_or_type["content"]))
        self._messages.append({**msg_or_type, "content": read, "buffers": buffers or []})
        return msg_or_type

    def taken(self) -> list[dict[str, Any]]:
        """Return what was kept since the last time."""
        messages, self._messages = self._messages, []
        return messages


def make_ready() -> None:
    """Start the kernel that every process forked from this one finds ready to run one notebook."""
    _ready.append(_started())


def _started() -> InProcessKernel:
    InProcessInteractiveShell.clear_instance()
    session = _Kept()
    # A thread that is never started: what would wait for it is done at once by whoever asks.
    thread = IOPubThread(DummySocket(), session=session)
    return InProcessKernel(config=_SWIFT, session=session, iopub_thread=thread)


class _Printed(OutStream):
    """What a cell prints, kept until it is flushed: no thread is there to do that in a while."""

    def _schedule_flush(self) -> None:
        """Leave it to whoever ran the cell."""


def _kernel() -> Any:
    """Return the kernel that is ready, or a new one where none was made so."""
    kernel: Any = _ready.pop() if _ready else _started()
    for name in ("stdout", "stderr"):
        stream: Any = _Printed
        setattr(kernel, name, stream(kernel.session, kernel.iopub_thread, name, watchfd=False))
    builtins.input, getpass.getpass = kernel.raw_input, kernel.getpass  # which refuse
    kernel.set_parent([], kernel.session.msg("execute_request"))
    # What multiprocessing took for the main module of this process came later than the kernel.
    sys.modules["__main__"] = kernel.shell.user_module
    return kernel


@contextmanager
def _no_longer_than(seconds: float | None, cell: NotebookNode) -> Iterator[None]:
    """Interrupt the block after some seconds of wall-clock time, where there is a limit."""
    if seconds is None:
        yield
        return

    def stop(*_: object) -> None:
        raise CellTimeoutError.error_from_timeout_and_cell(
            "The cell took too long.", int(seconds), cell
        )

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
