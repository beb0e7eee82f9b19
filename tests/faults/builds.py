"""Builds of the smallest project in processes of their own, with something happening to them."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import minsheng
from faults.processes import left_in
from faults.project import Ending, Project, digests
from faults.small import NOTEBOOK, small, text

PAGE = "book/methods.md"
TESTS = Path(__file__).parents[1]
LIBRARY = Path(minsheng.__file__).parents[1]
# Nobody waits longer for a build of six pages, however busy the machine.
PATIENCE = 400


@dataclass(frozen=True)
class Checkout:
    """A small project on disk, which commands are run on from outside."""

    project: Project

    @property
    def root(self) -> Path:
        return self.project.root

    @property
    def scratch(self) -> Path:
        """The folder for its temporary files, beside it."""
        return self.root.with_name(f"{self.root.name}.tmp")

    def start(
        self,
        *command: str,
        surroundings: Mapping[str, str | None] | None = None,
        first: Callable[[], None] | None = None,
    ) -> subprocess.Popen[str]:
        """Start a Python program on this project; `first` is done in its process before it."""
        changed = {"MINSHENG_ROOT": str(self.root), "TMPDIR": str(self.scratch)}
        changed |= surroundings or {}
        changed["PYTHONPATH"] = f"{TESTS}{os.pathsep}{LIBRARY}"
        known = {**os.environ, **changed}
        return subprocess.Popen(
            [sys.executable, *command],
            env={name: value for name, value in known.items() if value is not None},
            cwd=self.root,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            preexec_fn=first,
            start_new_session=True,
        )

    def minsheng(self, *words: str, **how: object) -> Ending:
        """Run `minsheng` and return how it ended, when nothing of it runs any more."""
        return self.end(self.start("-m", "minsheng", *words, **how))  # type: ignore[arg-type]

    def until(self, moment: str, happens: str, *words: str, **how: object) -> Ending:
        """Run `minsheng` up to a moment, where something happens to it; it must come there."""
        started = self.start("-m", "faults.moment", moment, happens, *words, **how)  # type: ignore[arg-type]
        ending = self.end(started)
        assert f"at the moment: {moment}" in ending.said, ending.said
        return ending

    def end(self, process: subprocess.Popen[str]) -> Ending:
        said, _ = process.communicate(timeout=PATIENCE)
        assert not left_in(self.root), "something of it still runs"
        return Ending(process.returncode, said)

    def digest(self) -> str:
        ending = self.minsheng("digest")
        assert ending.status == 0, ending.said
        return ending.said

    def site(self) -> dict[str, str]:
        return digests(self.root / "_build" / "html")

    def left(self) -> set[Path]:
        """Return what lies about that no build needs: drafts, and folders for temporary files."""
        return {*self.scratch.iterdir(), *self.root.rglob("*.part")}

    def change(self, line: str) -> None:
        """Say something else on a page and in a chapter."""
        self.project.write(PAGE, f"# Methods\n\n{line}\n")
        self.project.write(NOTEBOOK, text("overview", f"year, lang, {line!r}"))


def checkout(root: Path, line: str) -> Checkout:
    """Return a small project that says something, and nothing built yet."""
    root.mkdir()
    made = Checkout(small(root))
    made.scratch.mkdir()
    made.change(line)
    return made


def ignore_interrupts() -> None:
    """Do what a shell does for a job in the background."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
