"""One build of a checkout at a time; a second one is refused at once and told who holds it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from filelock import FileLock, Timeout

from minsheng import paths
from minsheng.errors import Busy
from minsheng.leftovers import clear_leftovers


@contextmanager
def only_build() -> Iterator[None]:
    """Hold the lock of this checkout; raises `Busy` where another process does.

    What killed processes left behind is removed first.
    """
    paths.BUILD.mkdir(exist_ok=True)
    holder = paths.BUILD / ".holder"
    lock = FileLock(paths.BUILD / ".lock")
    try:
        lock.acquire(timeout=0)
    except Timeout as error:
        who = holder.read_text(encoding="utf-8") if holder.exists() else "another process"
        raise Busy(
            f"Another build of this checkout is running ({who}). Remedy: wait until it has ended."
        ) from error
    try:
        holder.write_text(f"process {os.getpid()}", encoding="utf-8")
        clear_leftovers()
        yield
    finally:
        lock.release()
