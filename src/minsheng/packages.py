"""Which packages are installed, in which versions, as their own notes tell.

`importlib.metadata.version` reads the notes on a package to their end, as if they were a letter,
which takes most of its time: a build asks for a hundred of them. Here only their head is read, and
read again only where a folder that packages are installed in has been written.
"""

import re
import sys
from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

_VERSION = re.compile(r"^Version:[ \t]*(\S+)", re.MULTILINE)


def versions(names: Iterable[str]) -> dict[str, str]:
    """Return the version at work of each package; empty where one is not installed."""
    folders = tuple(_folders())
    return {name: _version(name, folders) for name in names}


def _folders() -> Iterator[tuple[str, int]]:
    """Yield where packages are looked for, each with when its entries last came or went."""
    for place in sys.path:
        try:
            yield place, Path(place).stat().st_mtime_ns
        except OSError:
            yield place, 0


@lru_cache(maxsize=1024)
def _version(name: str, _folders: tuple[tuple[str, int], ...]) -> str:
    try:
        notes = _notes(distribution(name))
    except PackageNotFoundError:
        return ""
    found = _VERSION.search(notes.partition("\n\n")[0])
    return found[1] if found else ""


def _notes(package: Distribution) -> str:
    return package.read_text("METADATA") or package.read_text("PKG-INFO") or ""
