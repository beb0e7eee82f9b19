"""A project of one's own to break, with a published site that no fault may touch."""

import hashlib
import io
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

import pytest

from minsheng import cli, paths
from minsheng.data import load_book

PARTS = ("data", "notebooks", "book", "locale")
FILES = ("_config.yml", "_toc.yml", "CHANGELOG.md", "CITATION.cff", "requirements.txt")
FILES += ("requirements.in",)
BUILT = {"EXECUTED": "notebooks", "STAGED": "src", "SITE": "html", "CACHE": "cache"}
# The last good site: its bytes, and what a reader would miss.
PUBLISHED = {"index.html": "the last good site", "en/2023/overview.html": "a page of it"}


@dataclass(frozen=True)
class Ending:
    """How a command ended: its exit status and all it said."""

    status: int
    said: str


@dataclass(frozen=True)
class Project:
    """A copy of what the book is made of, in a folder of its own."""

    root: Path

    def path(self, name: str) -> Path:
        return self.root / name

    def read(self, name: str) -> str:
        return self.path(name).read_text(encoding="utf-8")

    def write(self, name: str, text: str) -> None:
        self.path(name).write_text(text, encoding="utf-8")

    def replace(self, name: str, old: str, new: str) -> None:
        """Replace the first of a text in a file; it must be there."""
        before = self.read(name)
        assert old in before, f"{name} does not hold {old!r}: plant the fault elsewhere"
        self.write(name, before.replace(old, new, 1))

    def append(self, name: str, text: str) -> None:
        self.write(name, self.read(name) + text)

    def command(self, *words: str) -> Ending:
        """Run `minsheng` in this process, as the console script would."""
        said, argv = io.StringIO(), sys.argv
        load_book.cache_clear()
        sys.argv = ["minsheng", *words]
        try:
            with redirect_stdout(said), redirect_stderr(said):
                cli.main()
        except SystemExit as ended:
            return Ending(int(ended.code or 0), said.getvalue())
        finally:
            sys.argv = argv
            load_book.cache_clear()
        return Ending(0, said.getvalue())

    def site(self) -> dict[str, str]:
        """Return the digest of every published file by its name."""
        return digests(self.path("_build/html"))


def digests(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of every file below a folder, by its name inside it."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def copied(root: Path) -> Project:
    """Return a copy of the project in an empty folder, with a published site."""
    unwanted = shutil.ignore_patterns("__pycache__", "*.mo", "[0-9][0-9][0-9][0-9]")
    for part in PARTS:
        shutil.copytree(paths.ROOT / part, root / part, ignore=unwanted)
    for file in FILES:
        shutil.copyfile(paths.ROOT / file, root / file)
    for name, text in PUBLISHED.items():
        page = root / "_build" / "html" / name
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(text, encoding="utf-8")
    return Project(root)


@contextmanager
def standing_in(root: Path, make: Callable[[Path], Project] = copied) -> Iterator[Project]:
    """Let everything in this process take a copy in `root` for the project."""
    project = make(root)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(paths, "ROOT", project.root.resolve())
        for name in ("DATA", "NOTEBOOKS", "BOOK", "LOCALE"):
            patch.setattr(paths, name, project.path(name.lower()))
        patch.setattr(paths, "CATALOGUES", project.path("locale/zh_CN/LC_MESSAGES"))
        patch.setattr(paths, "BUILD", project.path("_build"))
        for name, folder in BUILT.items():
            patch.setattr(paths, name, project.path(f"_build/{folder}"))
        yield project
