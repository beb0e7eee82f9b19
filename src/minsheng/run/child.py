"""Work done in a fresh child of a fork server: one piece a child, its result sent back in bytes.

Every child of the server leads a process group of its own, which ends with it: nothing that it
started stays, and a Ctrl-C in the terminal reaches the caller alone, who ends the children.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import traceback
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, Generic, TypeVar

import psutil

from minsheng.errors import RunFailure
from minsheng.warming import start_server

CHILD = "minsheng-run"
Key = TypeVar("Key")
Result = TypeVar("Result")


@dataclass(frozen=True)
class Died:
    """A child that ended without a result: killed, out of memory, or by its own hand."""

    exit_code: int | None

    def __str__(self) -> str:
        ended = self.exit_code or 0
        how = f"signal {-ended}" if ended < 0 else f"exit status {ended}"
        return f"its process ended without a result ({how})"


@dataclass(frozen=True)
class Raised:
    """A child whose work raised: the last line of the traceback, and all of it."""

    summary: str
    text: str

    def __str__(self) -> str:
        return self.summary


@dataclass(frozen=True)
class Overdue:
    """A child that was ended because it had not done its work in time."""

    seconds: float

    def __str__(self) -> str:
        return f"it had not ended after {self.seconds:g} seconds and was stopped"


@dataclass(frozen=True)
class LeftRunning:
    """A child that did its work and left other processes running, which have been ended."""

    commands: tuple[str, ...]

    def __str__(self) -> str:
        return f"it left a process running: {', '.join(self.commands)}"


Lost = Died | Raised | Overdue | LeftRunning


def run_in_child(work: Callable[..., Result], *arguments: Any) -> Result:
    """Do one piece of work in a fresh child; raises `RunFailure` where there is no result."""
    ((_, result),) = in_children(work, [("", arguments)], jobs=1)
    return _expected(result)


def _expected(result: Result | Lost) -> Result:
    if isinstance(result, Lost):
        raise RunFailure(result.text if isinstance(result, Raised) else str(result))
    return result


def in_children(
    work: Callable[..., Result],
    tasks: Sequence[tuple[Key, tuple[Any, ...]]],
    *,
    jobs: int,
    seconds: float | None = None,
    own: bool = False,
) -> Iterator[tuple[Key, Result | Lost]]:
    """Do each task in a child of its own, `jobs` at a time; yield keys with results as they end.

    Ends every child that takes longer than some seconds of wall-clock time, and all that still run
    when the caller stops asking or is interrupted. Children are forked from the server, or from the
    caller where they are to be its `own`: it is a child itself, and has imported what they need.
    """
    pending, running = list(reversed(tasks)), dict[Connection, _Running[Key]]()

    def fill() -> None:
        while pending and len(running) < jobs:
            key, arguments = pending.pop()
            started = _Running(key, *_start(work, arguments, own), seconds)
            running[started.connection] = started

    if not own:
        start_server()
    try:
        fill()
        while running:
            for ready in wait(list(running)):
                assert isinstance(ready, Connection)
                result = running[ready].result()
                ended = running.pop(ready)
                try:
                    # The next begins before this one is gone, and is seen to by the caller.
                    fill()
                finally:
                    ended.end()
                yield ended.key, result
    finally:
        for left in running.values():
            left.end()


@contextmanager
def begun_in_child(work: Callable[..., Result], *arguments: Any) -> Iterator[Callable[[], Result]]:
    """Begin a piece of work in a fresh child; yield what waits for its result.

    That raises `RunFailure` where there is none. The child ends with the block at the latest; as
    long as the server imports, nobody waits for it to start.
    """
    start_server()
    with ThreadPoolExecutor(1) as starter:
        started = starter.submit(lambda: _Running("", *_start(work, arguments, False), None))
        try:
            yield lambda: _expected(started.result().result())
        finally:
            started.result().end()


class _Running(Generic[Key]):
    """A child at work; it is ended when its time is over."""

    def __init__(
        self, key: Key, connection: Connection, process: BaseProcess, seconds: float | None
    ) -> None:
        self.key, self.connection, self._process = key, connection, process
        self._overdue: Overdue | None = None
        self._timer = threading.Timer(seconds or 0, self._stop, [seconds])
        self._timer.daemon = True
        if seconds is not None:
            self._timer.start()

    def result(self) -> Any:
        """Return what the child has sent, or why it sent nothing."""
        try:
            return self.connection.recv()
        except EOFError:
            self._process.join()
            return self._overdue or Died(self._process.exitcode)

    def end(self) -> None:
        """End the child, and whatever it started and did not end itself."""
        self._timer.cancel()
        self._kill()
        self._process.join()
        self.connection.close()

    def _stop(self, seconds: float) -> None:
        self._overdue = Overdue(seconds)
        self._kill()

    def _kill(self) -> None:
        assert self._process.pid is not None
        with suppress(ProcessLookupError, PermissionError):  # gone already, as it should be
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.kill()


def _start(
    work: Callable[..., Any], arguments: tuple[Any, ...], own: bool
) -> tuple[Connection, BaseProcess]:
    fork, server = multiprocessing.get_context("fork"), multiprocessing.get_context("forkserver")
    context = fork if own else server
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(sender, work, arguments, own), name=CHILD)
    process.start()
    sender.close()
    return receiver, process


def _work(
    sender: Connection, work: Callable[..., Any], arguments: tuple[Any, ...], own: bool
) -> None:
    if not own:  # it stays in the group of its caller, and ends with that
        os.setsid()
    # A Ctrl-C that came before is the caller's: to ignore it for a moment takes it from the queue.
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    signal.signal(signal.SIGINT, before)
    threading.Thread(target=_end_with_the_caller, daemon=True).start()
    try:
        result = work(*arguments)
    except Exception as error:
        result = Raised(f"{type(error).__name__}: {error}", traceback.format_exc())
    sender.send(_left_running() or result)
    sender.close()


def _left_running() -> LeftRunning | None:
    """End the processes that the work started and that still run; return what they are."""
    try:
        # The system knows at once whether there are any; to find them, all of its are looked at.
        os.waitpid(-1, os.WNOHANG)
    except ChildProcessError:
        return None
    commands = []
    for each in psutil.Process().children(recursive=True):
        with suppress(psutil.NoSuchProcess):  # it ended by itself in the meantime
            if each.status() != psutil.STATUS_ZOMBIE:
                commands.append(" ".join(each.cmdline()))
                each.kill()
    return LeftRunning(tuple(sorted(commands))) if commands else None


def _end_with_the_caller() -> None:
    """Nobody waits for the result of a caller that is gone, and a run without end would stay."""
    caller = multiprocessing.parent_process()
    if caller is not None:
        wait([caller.sentinel])
        os.killpg(0, signal.SIGKILL)
