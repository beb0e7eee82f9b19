"""How far a run has come, told by a file that outlives its process: where it died or hung."""

from dataclasses import dataclass
from functools import cached_property
from io import FileIO
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Begun:
    """The count of the code cells that have begun, kept in the folder of a run."""

    folder: Path

    def __call__(self, **_: Any) -> None:
        """Count one more; nbclient calls it with the cell that begins."""
        self._open.write(b"\n")

    def close(self) -> None:
        """Close the file; no more cells begin."""
        self._open.close()

    @property
    def cell(self) -> int:
        """The number of the last cell that began, as the notebook counts them; 0 before any."""
        return self._file.stat().st_size if self._file.exists() else 0

    @cached_property
    def _open(self) -> FileIO:
        """Open once for all cells: every opening is looked at by `own_folder`."""
        return FileIO(self._file, "a")

    @property
    def _file(self) -> Path:
        return self.folder / ".begun"
