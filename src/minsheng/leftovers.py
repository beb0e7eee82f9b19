"""What a process that was killed left behind, and how the next build clears it.

That is drafts of files, which carry the number of the process that wrote them, and folders for
temporary files. Each of those is noted in the checkout by a file that its process holds locked for
as long as it lives; so a build of this or another checkout that runs now keeps its own.
"""

import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote, unquote

from filelock import FileLock, Timeout

from minsheng import paths
from minsheng.digests import files_below

# How the names of such folders begin: the second are of multiprocessing, for its sockets.
_OURS = ("minsheng-", "pymp-")
_DRAFT = re.compile(r"\..+\.(\d+)\.part")


@contextmanager
def temporary_folder() -> Iterator[Path]:
    """Make a folder for temporary files that goes at the end, or else with the next build."""
    folder = tempfile.TemporaryDirectory(prefix=_OURS[0], ignore_cleanup_errors=True)
    with noted(Path(folder.name)), folder:
        yield Path(folder.name)


@contextmanager
def noted(folder: Path) -> Iterator[None]:
    """Note a folder, so that the next build removes it where this process is killed."""
    note = _notes() / quote(str(folder), safe="")
    note.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(note, thread_local=False):
        try:
            yield
        finally:
            note.unlink(missing_ok=True)


def clear_leftovers() -> None:
    """Remove what was left by processes that are gone; for whoever holds the lock of the build."""
    for note in sorted(_notes().glob("*")):
        _clear(note)
    for folder in (paths.BUILD, paths.BOOK, paths.NOTEBOOKS, paths.DATA, paths.LOCALE):
        for name in sorted(name for name in files_below(folder) if name.endswith(".part")):
            if _is_left(folder / name):
                (folder / name).unlink(missing_ok=True)


def _notes() -> Path:
    return paths.BUILD / "scratch"


def _clear(note: Path) -> None:
    """Remove the folder of a note that nobody holds, and the note."""
    folder = Path(unquote(note.name))
    try:
        with FileLock(note, timeout=0):
            if folder.name.startswith(_OURS):
                shutil.rmtree(folder, ignore_errors=True)
            note.unlink(missing_ok=True)
    except Timeout:  # its process is alive
        return


def _is_left(draft: Path) -> bool:
    """Tell whether nobody writes a draft any more: this process, which only begins, does not."""
    found = _DRAFT.fullmatch(draft.name)
    return found is not None and not _is_at_work(int(found[1]))


def _is_at_work(number: int) -> bool:
    """Tell whether a process of this number runs that is another than this one."""
    import psutil

    return number != os.getpid() and psutil.pid_exists(number)
