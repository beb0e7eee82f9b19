"""Work done in a fresh child of a fork server: one piece a child, its result sent back in bytes."""

from __future__ import annotations

import multiprocessing
import os
import threading
import traceback
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, Generic, TypeVar

from minsheng.errors import RunFailure

CHILD = "minsheng-run"
PRELOAD = "minsheng.run.preload"
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


def forks() -> bool:
    """Tell whether this machine can fork from a server."""
    return "forkserver" in multiprocessing.get_all_start_methods()


def run_in_child(work: Callable[..., Result], *arguments: Any) -> Result:
    """Do one piece of work in a fresh child; raises `RunFailure` where it dies or raises."""
    ((_, result),) = in_children(work, [("", arguments)], jobs=1)
    if isinstance(result, Died | Raised):
        raise RunFailure(result.text if isinstance(result, Raised) else str(result))
    return result


def in_children(
    work: Callable[..., Result], tasks: Sequence[tuple[Key, tuple[Any, ...]]], *, jobs: int
) -> Iterator[tuple[Key, Result | Died | Raised]]:
    """Do each task in a child of its own, `jobs` at a time; yield keys with results as they end.

    Ends every child that still runs when the caller stops asking or is interrupted.
    """
    pending, running = list(reversed(tasks)), dict[Connection, _Running[Key]]()
    try:
        while pending or running:
            while pending and len(running) < jobs:
                key, arguments = pending.pop()
                started = _start(work, arguments)
                running[started[0]] = _Running(key, started[1])
            for ready in wait(list(running)):
                assert isinstance(ready, Connection)
                ended = running.pop(ready)
                yield ended.key, _result(ready, ended.process)
    finally:
        for connection, left in running.items():
            left.process.kill()
            left.process.join()
            connection.close()


@dataclass(frozen=True)
class _Running(Generic[Key]):
    key: Key
    process: BaseProcess


def _start(work: Callable[..., Any], arguments: tuple[Any, ...]) -> tuple[Connection, BaseProcess]:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([PRELOAD])
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(sender, work, arguments), name=CHILD)
    process.start()
    sender.close()
    return receiver, process


def _work(sender: Connection, work: Callable[..., Any], arguments: tuple[Any, ...]) -> None:
    threading.Thread(target=_end_with_the_caller, daemon=True).start()
    try:
        result = work(*arguments)
    except Exception as error:
        result = Raised(f"{type(error).__name__}: {error}", traceback.format_exc())
    sender.send(result)
    sender.close()


def _end_with_the_caller() -> None:
    """Nobody waits for the result of a caller that is gone, and a run without end would stay."""
    caller = multiprocessing.parent_process()
    if caller is not None:
        wait([caller.sentinel])
        os._exit(1)


def _result(receiver: Connection, process: BaseProcess) -> Any:
    try:
        result = receiver.recv()
    except EOFError:
        process.join()
        result = Died(process.exitcode)
    receiver.close()
    process.join()
    return result
