"""Which processes a fault left running, and which is meant to."""

import time
from contextlib import suppress
from pathlib import Path
from socket import AF_UNIX, SHUT_WR, socket

import psutil

# A kernel looks once a second whether the process that started it is still there.
PATIENCE = 20.0


def left_in(folder: Path) -> list[str]:
    """Return the commands that still run in a folder, or on it, after a little while."""
    until = time.monotonic() + PATIENCE
    while (found := at_work_in(folder)) and time.monotonic() < until:
        time.sleep(0.1)
    return found


def at_work_in(folder: Path) -> list[str]:
    """Return the commands that run now in a folder, or that name it."""
    found = []
    for process in psutil.process_iter():
        try:
            words = (*process.cmdline(), process.cwd())
        except psutil.Error:  # it has ended, or it is somebody else's
            continue
        if any(str(folder) in word for word in words):
            found.append(" ".join(words))
    return found


def until_it_stands_by(folder: Path) -> None:
    """Wait for the process that stands by for the next build of a project: it hangs up on us."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        with suppress(OSError), socket(AF_UNIX) as line:
            line.connect(str(folder / "_build" / ".standby"))
            line.shutdown(SHUT_WR)
            assert not line.recv(1)
            return
        time.sleep(0.05)
    raise AssertionError("nobody stands by")


def end_standby(folder: Path) -> None:
    """End the process that stands by for a project, if one does: without its socket it goes."""
    if at_work_in(folder):
        until_it_stands_by(folder)
        (folder / "_build" / ".standby").unlink()
    assert not left_in(folder), "it stays although its socket is gone"
