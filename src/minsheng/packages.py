"""Which packages are installed, in which versions, as their own notes tell.

`importlib.metadata.version` reads the notes on a package to their end, as if they were a letter,
which takes most of its time: a build asks for a hundred of them. Here only their head is read.
"""

import re
from collections.abc import Iterable
from importlib.metadata import Distribution, PackageNotFoundError, distribution

_VERSION = re.compile(r"^Version:[ \t]*(\S+)", re.MULTILINE)


def versions(names: Iterable[str]) -> dict[str, str]:
    """Return the version at work of each package; empty where one is not installed."""
    return {name: _version(name) for name in names}


def _version(name: str) -> str:
    try:
        notes = _notes(distribution(name))
    except PackageNotFoundError:
        return ""
    found = _VERSION.search(notes.partition("\n\n")[0])
    return found[1] if found else ""


def _notes(package: Distribution) -> str:
    return package.read_text("METADATA") or package.read_text("PKG-INFO") or ""
