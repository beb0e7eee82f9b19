"""A notebook at work writes into its own folder and nowhere else.

It is a guard against accidents, which names the cell before the site or the data are harmed, and no
wall against malice: a notebook is code, and runs with the rights of whoever runs it.
"""

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from minsheng import paths

_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
# What changes the file system, with the places of the paths among its arguments.
_CHANGES: dict[str, tuple[int, ...]] = {
    **dict.fromkeys(("os.mkdir", "os.remove", "os.rmdir", "os.truncate", "shutil.rmtree"), (0,)),
    **dict.fromkeys(("os.rename", "os.link"), (0, 1)),
    "os.symlink": (1,),
}
# Where Jupyter, IPython and matplotlib keep what is theirs.
_THEIRS = ("MPLCONFIGDIR", "IPYTHONDIR", "JUPYTER_RUNTIME_DIR")


def keep_to(folder: str) -> None:
    """Let this process, until it ends, write below a folder and nowhere else.

    A write elsewhere raises `PermissionError`.
    """
    own = (folder, *(os.environ[name] for name in _THEIRS if name in os.environ), "/dev")
    allowed = tuple(os.path.realpath(each) for each in own)
    sys.addaudithook(_hook(allowed))


def _hook(allowed: Sequence[str]) -> Callable[[str, tuple[Any, ...]], None]:
    def look(event: str, arguments: tuple[Any, ...]) -> None:
        writes = event == "open" and isinstance(arguments[2], int) and arguments[2] & _WRITING
        for place in (0,) if writes else _CHANGES.get(event, ()):
            _require_inside(arguments[place], allowed)

    return look


def _require_inside(named: Any, allowed: Sequence[str]) -> None:
    """Raise where a path leads elsewhere; what is no path is a file that is open already."""
    if not isinstance(named, str | bytes | os.PathLike):
        return
    path = Path(os.path.realpath(os.fsdecode(named)))
    inside = any(path.is_relative_to(each) for each in allowed)
    if not inside and "__pycache__" not in path.parts:
        shown = paths.relative(path) if path.is_relative_to(paths.ROOT) else path
        raise PermissionError(f"a notebook writes into its own folder only, not to {shown}")
