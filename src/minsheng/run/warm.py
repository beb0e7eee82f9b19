"""papermill's engine `warm`: notebooks run in a fresh fork of a process that has imported all.

A kernel of its own takes a notebook a second to start and to import pandas and matplotlib. A child
of a fork server has both already, runs one notebook in an in-process kernel, and ends: nothing
leaks into the next run, and no port is taken (papermill#511).

Method: ipykernel's in-process kernel; outputs pass through nbclient's own message handling, so that
a notebook looks as if an ordinary kernel had run it.
"""

from __future__ import annotations

import queue
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing import current_process
from pathlib import Path
from typing import Any

from ipykernel.inprocess.blocking import BlockingInProcessKernelClient
from ipykernel.inprocess.ipkernel import InProcessInteractiveShell
from ipykernel.inprocess.manager import InProcessKernelManager
from ipykernel.iostream import OutStream
from nbclient import NotebookClient
from nbclient.exceptions import CellTimeoutError
from nbformat import NotebookNode
from papermill.engines import Engine
from traitlets.config import Config

from minsheng.own_folder import keep_to
from minsheng.run.child import CHILD, run_in_child

# A history would be kept in a database, which every run would open anew. The pause before a reply
# lets messages overtake that other processes send; here there is none. A session that was begun
# before a fork would send nothing behind it.
_SWIFT = Config(
    {
        "HistoryManager": {"enabled": False},
        "InProcessKernel": {"_execute_sleep": 0.0},
        "Session": {"check_pid": False},
    }
)
_ready: list[InProcessKernelManager] = []


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
            executed = execute_cells(*given)
        else:
            executed = run_in_child(execute_cells, *given)
        for place, cell in enumerate(executed.cells):
            nb_man.cell_start(nb_man.nb.cells[place], place)
            nb_man.nb.cells[place].update(cell)
            failed = any(each.output_type == "error" for each in cell.get("outputs", []))
            if failed:
                nb_man.cell_exception(nb_man.nb.cells[place], place)
                break
            nb_man.cell_complete(nb_man.nb.cells[place], place)


def execute_cells(
    notebook: NotebookNode,
    timeout: float | None = None,
    begins: Callable[..., None] | None = None,
    folder: Path | None = None,
) -> NotebookNode:
    """Run every cell of a notebook in this process until one fails; return it with its outputs.

    `timeout` is in seconds a cell; a cell that exceeds it raises `CellTimeoutError`. `begins` is
    called before each cell. Where a folder is given, the process writes nowhere else from now on.
    """
    if folder is not None:
        keep_to(str(folder))
    client = _InProcess(notebook, record_timing=False)
    client.reset_execution_trackers()
    with _kernel() as kernel:
        for place, cell in enumerate(notebook.cells):
            if cell.cell_type == "code" and cell.source.strip():
                if begins is not None:
                    begins(cell=cell, cell_index=place)
                with _no_longer_than(timeout, cell):
                    client.run(kernel, cell, place)
                if any(each.output_type == "error" for each in cell.outputs):
                    break
    return notebook


class _InProcess(NotebookClient):
    """nbclient's handling of messages, over a kernel in the same process."""

    def run(self, kernel: BlockingInProcessKernelClient, cell: NotebookNode, place: int) -> None:
        """Run one cell and lay its outputs and its count into it."""
        cell.outputs = []
        self.clear_before_next_output = False
        kernel.execute(cell.source, store_history=True, stop_on_error=True)
        # The kernel is idle before it has flushed what was printed.
        inside: Any = kernel.kernel
        inside.stdout.flush()
        inside.stderr.flush()
        for message in _published(kernel):
            self.process_message(message, cell, place)
        reply = kernel.get_shell_msg(timeout=60)
        cell.execution_count = reply["content"].get("execution_count")


def _published(kernel: BlockingInProcessKernelClient) -> Iterator[dict[str, Any]]:
    while True:
        try:
            message = kernel.get_iopub_msg(block=False)
        except queue.Empty:
            return
        if message["msg_type"] != "status":
            yield message


def make_ready() -> None:
    """Start the kernel that every process forked from this one finds ready to run one notebook."""
    _ready.append(_started())


def _started() -> InProcessKernelManager:
    InProcessInteractiveShell.clear_instance()
    manager = InProcessKernelManager(config=_SWIFT)
    manager.start_kernel()
    kernel: Any = manager.kernel
    # Without its thread the kernel sends what is shown at once, in the thread that shows it.
    kernel.iopub_thread.stop()
    for name in ("stdout", "stderr"):
        stream: Any = _Printed
        setattr(kernel, name, stream(kernel.session, kernel.iopub_thread, name, watchfd=False))
    return manager


class _Printed(OutStream):
    """What a cell prints, kept until it is flushed: no thread is there to do that in a while."""

    def _schedule_flush(self) -> None:
        """Leave it to whoever ran the cell."""


@contextmanager
def _kernel() -> Iterator[BlockingInProcessKernelClient]:
    manager = _ready.pop() if _ready else _started()
    kernel: Any = manager.kernel
    # What multiprocessing took for the main module of this process came later than the kernel.
    sys.modules["__main__"] = kernel.shell.user_module
    client = manager.client()
    client.start_channels()
    client.allow_stdin = False
    try:
        yield client
    finally:
        client.stop_channels()
        manager.shutdown_kernel()


@contextmanager
def _no_longer_than(seconds: float | None, cell: NotebookNode) -> Iterator[None]:
    """Interrupt the block after some seconds of wall-clock time."""

    def stop(*_: object) -> None:
        raise CellTimeoutError.error_from_timeout_and_cell(
            "The cell took too long.", int(seconds or 0), cell
        )

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds or 0)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
