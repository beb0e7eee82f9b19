"""Which packages are installed, in which versions, as their own notes tell.

`importlib.metadata` reads every note to its end, as if it were a letter, which takes ten times as
long: a build asks for a hundred of them.
"""

import re
import sys
from collections.abc import Iterable
from contextlib import suppress
from os import scandir
from pathlib import Path

_NOTES = re.compile(r"(?P<name>[^-]+)-.*\.(?:dist|egg)-info")
_VERSION = re.compile(r"^Version:[ \t]*(\S+)", re.MULTILINE)
_PARTED = re.compile(r"[-_.]+")


def versions(names: Iterable[str]) -> dict[str, str]:
    """Return the version at work of each package; empty where one is not installed."""
    folders = _folders()
    notes = {name: folders.get(_plain(name)) for name in names}
    return {name: "" if folder is None else _version(folder) for name, folder in notes.items()}


def _folders() -> dict[str, Path]:
    """Return the folder with the notes on every package, the one that an import would find."""
    found = {}
    for place in reversed(sys.path):
        with suppress(OSError):  # it is gone, or an archive, in which nothing of ours is installed
            for name in sorted(each.name for each in scandir(place or ".")):
                notes = _NOTES.fullmatch(name)
                if notes:
                    found[_plain(notes["name"])] = Path(place, name)
    return found


def _plain(name: str) -> str:
    return _PARTED.sub("-", name).lower()


def _version(folder: Path) -> str:
    for name in ("METADATA", "PKG-INFO"):
        with suppress(OSError):
            head = (folder / name).read_text(encoding="utf-8").partition("\n\n")[0]
            found = _VERSION.search(head)
            return found[1] if found else ""
    return ""
