"""Write files whole or not at all: a reader never sees half of one, nor one without its fellows.

A draft carries the number of the process that writes it, so that two may write one file at a time.
"""

import errno
import filecmp
import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from minsheng import paths
from minsheng.errors import Fault, OutputFault

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_NOT_WRITABLE = frozenset({errno.EROFS, errno.EACCES, errno.EPERM, errno.EIO})


def write_whole(target: Path, text: str | bytes) -> None:
    """Write one file beside its place and move it in; raises `OutputFault` where it cannot be."""
    write_together({target: text})


def write_together(texts: Mapping[Path, str | bytes]) -> None:
    """Write several files; none is moved into its place before all of them have been written.

    Text becomes UTF-8. Raises `OutputFault` where one cannot be written; no draft is left behind.
    """
    drafts: dict[Path, Path] = {}
    target = Path()
    try:
        for target, text in texts.items():
            target.parent.mkdir(parents=True, exist_ok=True)
            if target.is_dir():
                raise IsADirectoryError(errno.EISDIR, "a folder of that name is in the way")
            drafts[target] = draft = target.with_name(f".{target.name}.{os.getpid()}.part")
            draft.write_bytes(text.encode() if isinstance(text, str) else text)
        for target, draft in drafts.items():
            draft.replace(target)
    except OSError as error:
        raise _fault(target, error.strerror) from error
    finally:
        for draft in drafts.values():
            draft.unlink(missing_ok=True)


def are_same(one: Path, other: Path) -> bool:
    """Tell whether two files hold the same."""
    return one.samefile(other) or filecmp.cmp(one, other, shallow=False)


def lay_same(source: Path, target: Path) -> None:
    """Lay a file at another place too: as the same file, or as a copy where files have one place.

    Nobody may write into either then, but only replace it. Raises `FileExistsError` where there is
    another already.
    """
    try:
        os.link(source, target)
    except FileExistsError:
        raise
    except OSError:
        shutil.copyfile(source, target)


def output_fault(error: OSError) -> OutputFault:
    """Return a failure of the disk or of permissions as what a person is told of it.

    Raises any other error again, as it came.
    """
    if isinstance(error, shutil.Error):  # of many files, each with its place and its reason
        ((__, place, reason), *_) = error.args[0]
        return _fault(Path(place), str(reason))
    if error.errno not in _FULL | _NOT_WRITABLE:
        raise error
    return _fault(Path(error.filename or paths.BUILD), error.strerror)


def _fault(target: Path, reason: str | None) -> OutputFault:
    rule = f"The file cannot be written ({reason})."
    remedy = "choose a folder that you may write to, or free space on the disk"
    return OutputFault([Fault(_shown(target), rule, remedy)])


def _shown(target: Path) -> str:
    """Return a path as its owner knows it: inside the project relative, elsewhere in full."""
    inside = target.resolve().is_relative_to(paths.ROOT)
    return paths.relative(target) if inside else str(target)
