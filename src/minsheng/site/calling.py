"""Jupyter Book, called by its own command line and out of reach of the caller's surroundings.

A process that was forked to make pages calls it where it is; it has most of what it imports. Any
other process starts one for it.
"""

import os
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from multiprocessing import current_process
from pathlib import Path
from typing import IO

from minsheng.run.child import CHILD
from minsheng.site.unrun import import_without_runner
from minsheng.warming import SURROUNDINGS

# A build that outlived the process that asked for it would write among the files of the next one.
_JUPYTER_BOOK = """
import os, threading
def end_with_the_caller():
    os.read(0, 1)
    os._exit(1)
threading.Thread(target=end_with_the_caller, daemon=True).start()
from jupyter_book.cli.main import main
main()
"""


def jupyter_book(source: Path, output: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Run Jupyter Book on a staged folder; it ends with us.

    Pages that are in the output folder already are made anew only where they need it.
    """
    arguments = ["build", str(source), "--path-output", str(output), "-q", *options]
    # Not where temporary files go by default: to find out where that is, Python writes one there,
    # which stays when this process is killed meanwhile.
    beside = source.parent
    with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace", dir=beside) as said:
        status = (_status_here if _is_made_for_it() else _status_elsewhere)(arguments, said)
        said.seek(0)
        return subprocess.CompletedProcess(arguments, status, said.read(), "")


def _is_made_for_it() -> bool:
    """Tell whether this is a fresh child, of a server that began in the surroundings of pages."""
    fits = all(os.environ.get(name) == value for name, value in SURROUNDINGS.items())
    return fits and current_process().name == CHILD


def _status_here(arguments: Sequence[str], said: IO[str]) -> int:
    import_without_runner()
    from jupyter_book.cli.main import main

    with _written_to(said):
        try:
            main(list(arguments))
        except SystemExit as ended:
            return ended.code if isinstance(ended.code, int) else int(ended.code is not None)
        except Exception:
            # As it would end a process of its own: the caller picks the cause from what is said.
            traceback.print_exc()
            return 1
    return 0


@contextmanager
def _written_to(said: IO[str]) -> Iterator[None]:
    """Let everything that this process prints, by whatever way, go to a file."""
    places = (sys.stdout, sys.stderr)
    numbers = [place.fileno() for place in places]
    kept = [os.dup(number) for number in numbers]
    try:
        for place, number in zip(places, numbers, strict=True):
            place.flush()
            os.dup2(said.fileno(), number)
        yield
    finally:
        for place, number, before in zip(places, numbers, kept, strict=True):
            place.flush()
            os.dup2(before, number)
            os.close(before)


def _status_elsewhere(arguments: Sequence[str], said: IO[str]) -> int:
    command = [sys.executable, "-c", _JUPYTER_BOOK, *arguments]
    surroundings = {**os.environ, **SURROUNDINGS}
    # Nobody writes to the pipe: it ends when this process does, however that may be.
    with subprocess.Popen(
        command, env=surroundings, stdin=subprocess.PIPE, stdout=said, stderr=said
    ) as process:
        try:
            return process.wait()
        except BaseException:
            process.kill()
            raise
