"""Write files whole or not at all: a reader never sees half of one, nor one without its fellows.

A draft carries the number of the process that writes it, so that two may write one file at a time.
"""

import errno
import os
from collections.abc import Mapping
from pathlib import Path

from minsheng import paths
from minsheng.errors import Fault, OutputFault


def write_whole(target: Path, text: str) -> None:
    """Write one file beside its place and move it in; raises `OutputFault` where it cannot be."""
    write_together({target: text})


def write_together(texts: Mapping[Path, str]) -> None:
    """Write several files; none is moved into its place before all of them have been written.

    Raises `OutputFault` where one cannot be written; no draft is left behind.
    """
    drafts: dict[Path, Path] = {}
    target = Path()
    try:
        for target, text in texts.items():
            target.parent.mkdir(parents=True, exist_ok=True)
            if target.is_dir():
                raise IsADirectoryError(errno.EISDIR, "a folder of that name is in the way")
            drafts[target] = draft = target.with_name(f".{target.name}.{os.getpid()}.part")
            draft.write_text(text, encoding="utf-8", newline="\n")
        for target, draft in drafts.items():
            draft.replace(target)
    except OSError as error:
        rule = f"The file cannot be written ({error.strerror})."
        remedy = "choose a folder that you may write to, or free space on the disk"
        raise OutputFault([Fault(_shown(target), rule, remedy)]) from error
    finally:
        for draft in drafts.values():
            draft.unlink(missing_ok=True)


def _shown(target: Path) -> str:
    """Return a path as its owner knows it: inside the project relative, elsewhere in full."""
    inside = target.resolve().is_relative_to(paths.ROOT)
    return paths.relative(target) if inside else str(target)
