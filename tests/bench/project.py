"""A copy of the project to build in, so that the checkout's own build stays as it is."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.measure import PROGRAMS, put_away, run, scratch
from minsheng import paths
from minsheng.digests import files_below

PARTS = ("data", "notebooks", "book", "locale")
FILES = (
    *("_config.yml", "_toc.yml", "CHANGELOG.md", "CITATION.cff"),
    *("requirements.in", "requirements.txt"),
)
UNWANTED = shutil.ignore_patterns("__pycache__", "*.mo", "[0-9][0-9][0-9][0-9]")


@dataclass(frozen=True)
class Copy:
    """What the book is made of, in a folder of its own."""

    root: Path

    @property
    def built(self) -> Path:
        """Where builds leave what they make."""
        return self.root / "_build"

    def minsheng(self, *words: str, alone: bool = True) -> str:
        """Run the command on this copy and return what it said."""
        return run([str(PROGRAMS / "minsheng"), *words], self.root, self.root, alone=alone)

    def python(self, module: str, *words: str) -> str:
        """Run a module with this copy as the project."""
        return run([sys.executable, "-m", module, *words], self.root)

    def state(self) -> set[str]:
        """Return the names of all files that builds have left so far."""
        return set(files_below(self.built))

    def back_to(self, state: set[str]) -> None:
        """Remove what builds have left since."""
        folders = {name.partition("/")[0] for name in state}
        for folder in [each for each in self.built.iterdir() if each.name not in folders]:
            put_away(folder)
        for name in self.state() - state:
            (self.built / name).unlink()

    def forget(self) -> None:
        """Remove everything that was ever built."""
        put_away(self.built)


@contextmanager
def copied() -> Iterator[Copy]:
    """Copy the project into a folder of its own, which goes when the bench ends."""
    with scratch() as folder:
        root = Path(folder).resolve() / "book"
        for part in PARTS:
            shutil.copytree(paths.ROOT / part, root / part, ignore=UNWANTED)
        for file in FILES:
            shutil.copyfile(paths.ROOT / file, root / file)
        yield Copy(root)
