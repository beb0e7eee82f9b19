"""Which packages are installed, in which versions, as their own notes tell.

`importlib.metadata.version` reads the notes on a package to their end, as if they were a letter,
which takes most of its time: a build asks for a hundred of them. Here only their head is read, and
read again only where a folder that packages are installed in has been written.
"""

import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import lru_cache
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

_NOTES = (".dist-info", ".egg-info", ".egg")
_VERSION = re.compile(r"^Version:[ \t]*(\S+)", re.MULTILINE)


def versions(names: Iterable[str]) -> dict[str, str]:
    """Return the version at work of each package; empty where one is not installed."""
    folders = tuple(_folders())
    return {name: _version(name, folders) for name in names}


def _folders() -> Iterator[tuple[str, int]]:
    """Yield where packages are installed, each with when its entries last came or went.

    Other places where modules are looked for come with how a process was started.
    """
    for place in sys.path:
        with suppress(OSError):
            written = Path(place).stat().st_mtime_ns
            if _holds_notes(place, written):
                yield place, written


@lru_cache(maxsize=64)
def _holds_notes(place: str, _written: int) -> bool:
    """Tell whether a folder holds notes on packages, or is an archive, which may hold some."""
    return not Path(place).is_dir() or any(each.suffix in _NOTES for each in Path(place).iterdir())


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
