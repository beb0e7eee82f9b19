"""What a worker of a cluster is given: the book in a bundle, and a process that executes runs.

Sent by value, because a worker has the packages of the lock and nothing of this project. So nothing
here may import `minsheng`, and the worker's own process never does: each of its threads has a
process beside it, in which the library of the bundle stands before any other.
"""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import zipfile
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import IO, Any

from distributed import Worker, WorkerPlugin, get_worker

ROOT = "MINSHENG_ROOT"
# The fork server and the process that asks it import side by side.
BEGIN = (
    "from minsheng.warming import start_ahead; start_ahead(); "
    "from minsheng.run.host import main; main()"
)
# Where Jupyter, IPython and matplotlib write unless the worker was told otherwise: a home may be
# read-only.
HOMES = {
    "JUPYTER_CONFIG_DIR": "jupyter/config",
    "JUPYTER_DATA_DIR": "jupyter/data",
    "JUPYTER_RUNTIME_DIR": "jupyter/runtime",
    "IPYTHONDIR": "ipython",
    "MPLCONFIGDIR": "matplotlib",
}


def execute(plugin: str, request: bytes) -> bytes:
    """Execute one run where this is called, on a worker; bytes in, bytes out."""
    book: Any = get_worker().plugins[plugin]
    return bytes(book.answer(request))


def differences(wanted: Mapping[str, str], found: Mapping[str, str | None]) -> list[str]:
    """Return what differs between two sets of packages, in words, by name.

    A package whose version is wanted as an empty text may be missing, or there in any version.
    """
    return [
        f"{name} {found.get(name) or 'is missing'} (here {number})"
        for name, number in sorted(wanted.items())
        if number and found.get(name) != number
    ]


class Bundled(WorkerPlugin):
    """The book on a worker: unpacked on first use, and gone when the client is."""

    def __init__(self, bundle: bytes, wanted: Mapping[str, str]) -> None:
        self._bundle, self._wanted = bundle, dict(wanted)

    def setup(self, worker: Worker) -> None:
        """Make ready for a worker, at no cost: it may never be given a run."""
        self._worker = worker
        self._lock = threading.Lock()
        self._own = threading.local()
        self._processes: list[subprocess.Popen[bytes]] = []
        self._folder: Path | None = None

    def teardown(self, worker: Worker) -> None:  # noqa: ARG002  # as dask calls it
        """End the processes, with whatever they are at, and remove the book."""
        for process in self._processes:
            process.kill()
            process.wait()
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)

    def answer(self, request: bytes) -> bytes:
        """Execute one run in the process of this thread; raises `RuntimeError` where that ends.

        A worker with other packages than the client refuses every run: it may have come late.
        """
        found = {name: _version(name) for name in self._wanted}
        found["Python"] = ".".join(map(str, sys.version_info[:2]))
        refused = differences(self._wanted, found)
        if refused:
            told = {"worker": str(self._worker.name), "address": self._worker.address}
            return json.dumps({"refused": {**told, "differences": refused}}).encode()
        process = self._process()
        try:
            _pipe(process.stdin).write(request + b"\n")
            _pipe(process.stdin).flush()
        except BrokenPipeError:
            process.wait()
        line: bytes = _pipe(process.stdout).readline()
        if not line.endswith(b"\n"):
            raise RuntimeError(f"the process of the runs ended (exit status {process.wait()})")
        return line

    def _process(self) -> subprocess.Popen[bytes]:
        """Return the process of this thread, a new one where there is none or it has ended."""
        process: subprocess.Popen[bytes] | None = getattr(self._own, "process", None)
        if process is None or process.poll() is not None:
            with self._lock:
                process = self._own.process = _started(self._root(), self._home())
                self._processes.append(process)
        return process

    def _home(self) -> Path:
        """Return a folder that outlasts this book: a font cache takes long to make."""
        return Path(self._worker.local_directory) / "minsheng-home"

    def _root(self) -> Path:
        """Return where the book is unpacked on this worker."""
        if self._folder is None:
            above = self._worker.local_directory
            self._folder = Path(tempfile.mkdtemp(prefix="minsheng-", dir=above))
            with zipfile.ZipFile(io.BytesIO(self._bundle)) as archive:
                archive.extractall(self._folder)
        return self._folder


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def _started(root: Path, home: Path) -> subprocess.Popen[bytes]:
    library = os.pathsep.join(filter(None, [str(root / "src"), os.environ.get("PYTHONPATH")]))
    own = {name: str(home / place) for name, place in HOMES.items()}
    # The library is new here; compiled once, it serves the fork server and all that it forks.
    set_here = {ROOT: str(root), "PYTHONPATH": library, "PYTHONDONTWRITEBYTECODE": ""}
    home.mkdir(exist_ok=True)
    return subprocess.Popen(
        [sys.executable, "-P", "-c", BEGIN],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=root,
        env={**own, **os.environ, **set_here},
        start_new_session=True,  # a Ctrl-C is for the worker, which ends what it has started
    )


def _pipe(pipe: IO[bytes] | None) -> Any:
    assert pipe is not None
    return pipe
