"""Which processes a fault left running."""

import time
from pathlib import Path

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
