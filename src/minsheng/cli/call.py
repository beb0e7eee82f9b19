"""A build that another process asks of this one, and waits for (see `minsheng.cli.handover`)."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from io import TextIOWrapper
from socket import recv_fds, socket
from typing import Self

from minsheng.cli import command, status_of
from minsheng.cli.asked import Asked
from minsheng.cli.handover import KEY_BYTES, STOP

_PATIENCE_SECONDS = 2.0


@dataclass
class Call:
    """A build that was asked for: whoever waits for its status, and where that reads and writes."""

    caller: socket
    key: bytes
    files: list[int]
    _answered: threading.Event = field(default_factory=threading.Event)

    @classmethod
    def taken(cls, line: socket) -> Self:
        """Take the next call of a line; its key is empty where the caller says nothing."""
        caller, _ = line.accept()
        caller.settimeout(_PATIENCE_SECONDS)
        try:
            key, files, _, _ = recv_fds(caller, KEY_BYTES, 3)
        except OSError:
            key, files = b"", []
        caller.settimeout(None)
        return cls(caller, key, files)

    def hang_up(self) -> None:
        """Leave the build to the caller."""
        self.caller.close()
        for file in self.files:
            os.close(file)

    def build(self) -> None:
        """Build as the caller would, and answer with the exit status."""
        sys.argv = ["minsheng", "book"]
        threading.Thread(target=self._stop_with_the_caller, daemon=True).start()
        with self._in_its_place():
            status = status_of(lambda: command(Asked.take()))
        self._answered.set()
        with suppress(OSError):  # it is gone
            self.caller.sendall(str(status).encode())

    @contextmanager
    def _in_its_place(self) -> Iterator[None]:
        """Read and write where the caller does, and nowhere when the block is left."""
        own = [os.dup(number) for number in range(len(self.files))]
        self._use(self.files)
        assert isinstance(sys.stdout, TextIOWrapper)
        sys.stdout.reconfigure(line_buffering=sys.stdout.isatty())
        try:
            yield
        finally:
            sys.stdout.flush()
            self._use(own)

    @staticmethod
    def _use(files: Sequence[int]) -> None:
        for number, file in enumerate(files):
            os.dup2(file, number)
            os.close(file)

    def _stop_with_the_caller(self) -> None:
        """Interrupt the build when the caller is interrupted, or is gone."""
        told = STOP
        while told:
            told = b""
            with suppress(OSError):
                told = self.caller.recv(len(STOP))
            if not self._answered.is_set():
                signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGINT)
