"""A cluster on this machine as on others: a scheduler, and workers that have nothing of the book.

Each worker has a folder, a home and a Python of its own. Its Python knows the packages of the lock
and not the checkout, which is installed here by a link that another environment does not follow.
"""

import json
import os
import subprocess
import sys
import sysconfig
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from distributed import Client

PACKAGES = sysconfig.get_path("purelib")
PATIENCE = 120


@dataclass
class Machines:
    """A scheduler and its workers, each a process that can be killed."""

    folder: Path
    address: str
    scheduler: subprocess.Popen[bytes]
    workers: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)

    def start(self, name: str, python: Path) -> None:
        """Start a worker; it need not have joined when this returns."""
        folder = self.place(name)
        folder.mkdir()
        (folder / "temporary").mkdir()
        options = ["--nthreads", "1", "--no-nanny", "--no-dashboard", "--host", "127.0.0.1"]
        self.workers[name] = started(
            [python, "-m", "distributed.cli.dask_worker", self.address, "--name", name, *options],
            folder,
        )

    def place(self, name: str) -> Path:
        """Return the folder in which a worker lives."""
        return self.folder / name

    def kill(self, name: str) -> None:
        """Kill a worker without a word to anybody."""
        process = self.workers.pop(name)
        process.kill()
        process.wait()

    def addresses(self) -> list[str]:
        """Return the addresses of the workers that are there."""
        with Client(self.address, set_as_default=False) as client:
            return [*client.scheduler_info()["workers"]]

    def await_worker(self, name: str, *, gone: bool = False) -> None:
        """Wait until a worker is there, or is gone."""

        def is_there() -> bool:
            workers = client.scheduler_info()["workers"].values()
            return name in {each["name"] for each in workers}

        with Client(self.address, set_as_default=False) as client:
            await_that(lambda: is_there() is not gone, f"worker {name}")


@contextmanager
def machines(folder: Path) -> Iterator[Machines]:
    """Start a scheduler that listens on this machine only; end it and its workers afterwards."""
    note = folder / "scheduler.json"
    options = ["--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", note]
    scheduler = started([sys.executable, "-m", "distributed.cli.dask_scheduler", *options], folder)
    made = Machines(folder, "", scheduler)
    try:
        await_that(lambda: is_whole(note), "the scheduler")
        made.address = json.loads(note.read_text(encoding="utf-8"))["address"]
        yield made
    finally:
        for process in (*made.workers.values(), scheduler):
            process.kill()
            process.wait()


def is_whole(note: Path) -> bool:
    return note.exists() and note.read_text(encoding="utf-8").endswith("}")


def started(command: list[object], folder: Path) -> subprocess.Popen[bytes]:
    """Start a process in a folder that is its working folder, its home and its temporary one."""
    temporary = folder / "temporary"
    temporary.mkdir(exist_ok=True)
    env = {"PATH": os.environ["PATH"], "HOME": str(folder), "TMPDIR": str(temporary)}
    with (folder / "log").open("wb") as log:
        return subprocess.Popen(
            [str(each) for each in command], cwd=folder, env=env, stdout=log, stderr=log
        )


def environment(folder: Path, *before: Path, **versions: str) -> Path:
    """Make a Python that knows the packages installed here, some of them in other versions.

    What lies in the folders named `before` is found first.
    """
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder)], check=True)
    (packages,) = folder.glob("lib/python*/site-packages")
    (packages / "packages.pth").write_text(
        "".join(f"{place}\n" for place in (*before, PACKAGES)), encoding="utf-8"
    )
    for name, number in versions.items():
        told = packages / f"{name}-{number}.dist-info" / "METADATA"
        told.parent.mkdir()
        told.write_text(f"Name: {name}\nVersion: {number}\n", encoding="utf-8")
    return folder / "bin" / "python"


def await_that(holds: Callable[[], object], what: str) -> None:
    """Wait until something holds, for two minutes at most."""
    deadline = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < deadline, f"waited in vain for {what}"
        time.sleep(0.05)
