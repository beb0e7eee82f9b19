"""The process that runs and pages are forked from: its surroundings, and its start ahead of need.

Light on purpose: it is started before this process has imported anything heavy, so that both import
side by side.
"""

import multiprocessing
import multiprocessing.forkserver
import multiprocessing.resource_tracker
import os
import signal
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from functools import cache
from multiprocessing.util import Finalize, get_temp_dir
from pathlib import Path

from minsheng import paths
from minsheng.errors import Fault, OutputFault
from minsheng.leftovers import noted

# What the command's own script imports, which every child does as well, and what every run does.
_RUNS = ("minsheng.unswept", "minsheng.lean", "minsheng.cli", "minsheng.run.preload")
_PAGES, _READ, _DONE = "minsheng.site.preload", "minsheng.run.readahead", "minsheng.swept"
# For runs, behind which what makes pages is imported (see `minsheng.site.apart`); and for both,
# where there is time, but what will be read is not known yet beyond the library itself.
PRELOADED = (*_RUNS, _READ, _DONE)
PRIMED = (*_RUNS, _PAGES, "minsheng.run.lookahead", _DONE)
# Nothing of the caller's surroundings may reach a notebook or a page.
SURROUNDINGS = {
    "PYTHONHASHSEED": "0",
    "SOURCE_DATE_EPOCH": "1704067200",
    "TZ": "UTC",
    "LC_ALL": "C.UTF-8",
    "LANG": "C.UTF-8",
}


def forks() -> bool:
    """Tell whether this machine can fork from a server."""
    return "forkserver" in multiprocessing.get_all_start_methods()


def run_environment() -> dict[str, str]:
    """Return the environment variables that are the same for every run."""
    home = paths.BUILD / "home"
    return {
        "MPLCONFIGDIR": os.environ.get("MPLCONFIGDIR", str(home / "matplotlib")),
        "MPLBACKEND": "agg",
        **SURROUNDINGS,
        # The debugger that comes with ipykernel would otherwise warn of what it cannot debug.
        "PYDEVD_DISABLE_FILE_VALIDATION": "1",
        # As many runs as cores go side by side; threads of their own would only wait.
        "OPENBLAS_NUM_THREADS": "1",
        "IPYTHONDIR": os.environ.get("IPYTHONDIR", str(home / "ipython")),
    }


@contextmanager
def environment(values: Mapping[str, str]) -> Iterator[None]:
    """Set environment variables for as long as the block lasts."""
    before = {name: os.environ.get(name) for name in values}
    os.environ.update(values)
    try:
        yield
    finally:
        for name, value in before.items():
            os.environ.pop(name, None)
            if value is not None:
                os.environ[name] = value


def start_server(imported: Sequence[str] = PRELOADED) -> None:
    """Start the server, unless it runs already, in the environment as it is now.

    A Ctrl-C in the terminal reaches this process alone: the server would end in a traceback while
    it imports. It ends when this process does. Raises `OutputFault` where it can listen nowhere.
    """
    _note_sockets()
    multiprocessing.get_context("forkserver").set_forkserver_preload([*imported])
    multiprocessing.resource_tracker.ensure_running()  # which would let the signal through again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        multiprocessing.forkserver.ensure_running()
    except OSError as error:
        if error.errno is not None:
            raise
        rule = "The name of the folder is too long for the socket of a build."
        remedy = "set TMPDIR to a folder with a shorter name, like /tmp"
        raise OutputFault([Fault(get_temp_dir(), rule, remedy, value=str(error))]) from error
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@cache
def _note_sockets() -> None:
    """Note the folder where the server listens, until it has gone at the end of this process."""
    note = ExitStack()
    note.enter_context(noted(Path(get_temp_dir())))
    Finalize(None, note.close, exitpriority=-200)  # the folder goes at -100


def nothing_is_kept() -> bool:
    """Tell whether no run has a result that was kept, so that the server is sure to be needed."""
    return not (paths.CACHE / "runs").is_dir()


def start_ahead(imported: Sequence[str] = PRELOADED) -> None:
    """Start the server at once, in the surroundings of runs and pages."""
    if not forks():
        return
    with environment(run_environment()):
        start_server(imported)
