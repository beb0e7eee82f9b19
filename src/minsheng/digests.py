"""Digests of files and folders, and of everything that a build is made from.

Light on purpose: whether there is anything to do is asked before a heavy library is imported.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from os import scandir, stat
from pathlib import Path
from typing import Self

from minsheng import paths
from minsheng.packages import versions

# Where the files stand that shape a page beside the library, from the project's root.
SHAPING = (
    *("requirements.txt", "requirements.in", "_config.yml", "_toc.yml", "CHANGELOG.md"),
    *("data", "book", "locale", "notebooks"),
)
LIBRARY = "src/minsheng"
_PASSED_OVER = re.compile(r"/(\.|__pycache__/|[0-9]{4}/)|\.mo$|^book/[^/]+\.ipynb$")
_NOT_LOOKED_INTO = (PermissionError, FileNotFoundError, NotADirectoryError)
# What tells at a glance that a file was written: inode, size and times.
Stamp = tuple[int, ...]
Stamps = Mapping[str, Stamp]
_LOCKED = re.compile(r"^([a-z0-9][a-z0-9._-]*)==", re.MULTILINE)


def digest(body: bytes) -> str:
    """Return the SHA-256 digest of some bytes, in hexadecimal."""
    return hashlib.sha256(body).hexdigest()


def file_digest(path: Path) -> str:
    """Return the digest of a file."""
    return _digest_at(str(path))


def _digest_at(path: str) -> str:
    # A path of its own and a buffer for each of many files would take as long again.
    with open(path, "rb", buffering=0) as file:  # noqa: PTH123
        return digest(file.read())


def own_files(place: Path) -> list[Path]:
    """Return a file, or the files of a folder that belong to the project, in order of their names.

    Hidden files, compiled ones and the copies of executed notebooks in `book/` are passed over.
    """
    return [Path(path) for path in _own(place)]


def _own(place: Path) -> list[str]:
    if place.is_file():
        return [str(place)]
    found = (name for name in files_below(place) if not _PASSED_OVER.search(f"{place.name}/{name}"))
    return [f"{place}/{name}" for name in sorted(found)]


def files_below(folder: Path) -> Iterator[str]:
    """Yield every file below a folder, by its path from there with forward slashes.

    What may not be looked into holds none. It takes a third of the time that `rglob` does.
    """
    waiting = [(str(folder), "")]
    while waiting:
        place, prefix = waiting.pop()
        with suppress(*_NOT_LOOKED_INTO), scandir(place) as found:
            for each in found:
                if each.is_dir(follow_symlinks=False):
                    waiting.append((each.path, f"{prefix}{each.name}/"))
                elif each.is_file(follow_symlinks=False) or Path(each.path).is_file():
                    yield f"{prefix}{each.name}"


def joint_digest(digests: Mapping[str, str]) -> str:
    """Return the digest of the list that `sha256sum` prints for files by name, names in order.

    Text in the order of its characters is UTF-8 in the order of its bytes.
    """
    return digest("".join(f"{digests[name]}  {name}\n" for name in sorted(digests)).encode())


def folder_digests(folder: Path) -> dict[str, str]:
    """Return the digest of every file below a folder, by its path from there."""
    return {name: _digest_at(f"{folder}/{name}") for name in files_below(folder)}


def input_digests() -> dict[str, str]:
    """Return the digest of every file that shapes a page, by its path from the project's root.

    The library counts where it is at work, which may be outside of the root.
    """
    found = {
        f"{place}{path.removeprefix(str(whole))}": _digest_at(path)
        for place, whole in ((place, paths.ROOT / place) for place in SHAPING)
        for path in _own(whole)
    }
    return found | library_digests()


def library_digests() -> dict[str, str]:
    """Return the digest of every file of the library, by its path in the project."""
    return {
        f"{LIBRARY}/{path.removeprefix(f'{paths.LIBRARY}/')}": value
        for path, value in _digests_by_path(tuple(_stamped(_own(paths.LIBRARY)))).items()
    }


@lru_cache(maxsize=1)
def _digests_by_path(stamped: tuple[tuple[str, Stamp], ...]) -> dict[str, str]:
    """Return the digests of files; one build asks six times for the library, which is the same."""
    return {path: _digest_at(path) for path, _ in stamped}


def locked_versions() -> dict[str, str]:
    """Return the version at work of every package that the lock names; empty where one is not."""
    lock = (paths.ROOT / "requirements.txt").read_text(encoding="utf-8")
    return versions(_LOCKED.findall(lock))


@dataclass(frozen=True)
class Inputs:
    """Everything that shapes a page, as it was when a build began."""

    digests: Mapping[str, str]
    stamps: Stamps

    @classmethod
    def take(cls) -> Self:
        """Take them as they stand."""
        before = stamps()
        return cls(input_digests(), before)

    def changed(self) -> list[str]:
        """Return the names of the files that are no longer the same, at little cost."""
        if stamps() == self.stamps:
            return []
        now = input_digests()
        return sorted(
            name for name in {*now, *self.digests} if now.get(name) != self.digests.get(name)
        )


def stamps() -> Stamps:
    """Return the stamps of all inputs and of the library, by path."""
    places = [*(paths.ROOT / place for place in SHAPING), paths.LIBRARY]
    return dict(_stamped(path for place in places for path in _own(place)))


def _stamped(files: Iterable[str]) -> Iterator[tuple[str, Stamp]]:
    for path in files:
        with suppress(FileNotFoundError):  # an editor has put another in its place just now
            found = stat(path)  # noqa: PTH116  # a path of its own for each takes half the time
            yield path, (found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns)
