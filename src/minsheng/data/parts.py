"""What each file of the data was read as, so that only those that changed are read anew.

What a file holds by itself, every cell and every entry in its form, is checked when it is read, and
rests on nothing but the file and the library. What spans files is checked every time.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from minsheng.digests import file_digest

Made = TypeVar("Made")
Known = Mapping[tuple[str, str] | None, Any]


class Parts:
    """What was made of files when they were last read, and of those that were asked for now."""

    def __init__(self, before: Known | None = None) -> None:
        self._before: Known = before or {}
        self.held: dict[tuple[str, str] | None, Any] = {}

    def of(self, path: Path, read: Callable[[Path], Made]) -> Made:
        """Return what `read` makes of a file, or made of the same bytes before.

        A file with a fault is never known: it raises whatever `read` does.
        """
        key = _key(path)
        made: Made = self._before[key] if key in self._before else read(path)
        if key is not None and key == _key(path):  # else it may have been read as it was before
            self.held[key] = made
        return made


def _key(path: Path) -> tuple[str, str] | None:
    """Return where a file is, and its digest; `None` where it cannot be read."""
    try:
        return str(path), file_digest(path)
    except OSError:
        return None
