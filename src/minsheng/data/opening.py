"""Hand out the book: as it was kept when it was last read and checked, or read anew.

To read and check everything takes half a second, and as long again to import what that takes. What
came out is kept for every process that asks afterwards, sealed by a digest of its own and under one
of all that it was made of: the files, the library, the versions at work.
"""

import pickle
import sys
from base64 import b64decode, b64encode
from functools import lru_cache
from pathlib import Path

from minsheng import paths, sealed
from minsheng.data.book import Book
from minsheng.digests import folder_digests, joint_digest, library_digests
from minsheng.packages import versions

_READERS = ("numpy", "pandas", "pandera", "pydantic", "pyyaml")


@lru_cache(maxsize=1)
def load_book() -> Book:
    """Hand out `data/`, checked, once a process; raises `InputFault` with every fault found."""
    return _kept(_key()) or read_book(paths.DATA)


def read_book(folder: Path) -> Book:
    """Read and check a data folder; raises `InputFault` with every fault found."""
    from minsheng.data.load import read

    return read(folder)


def keep_book() -> None:
    """Read and check `data/` for this process and for all that ask after it, unless that is done.

    Raises `InputFault` with every fault found, and `OutputFault` where the book cannot be kept.
    """
    key = _key()
    if key and _kept(key) is None:
        body = b64encode(pickle.dumps(read_book(paths.DATA))).decode()
        if key == _key():  # else it may have been read from what is there no longer
            sealed.keep(_place(), key, body)


def _kept(key: str) -> Book | None:
    """Return the book that was kept under this key, and is whole; `None` where there is none."""
    body = sealed.kept(_place(), key)
    if body is None:
        return None
    book: Book = pickle.loads(b64decode(body))
    return book


def _key() -> str:
    """Return one digest of all that the book is made of: files, library, versions at work.

    Rows name their file as seen from the project, so where the folder is counts too.

    It is empty, and the key of nothing, where a file cannot be read: whoever reads it says so.
    """
    try:
        files = {**folder_digests(paths.DATA), **library_digests()}
    except OSError:
        return ""
    place = {"folder": str(paths.DATA.resolve()), "python": sys.version}
    return joint_digest({**files, **versions(_READERS), **place})


def _place() -> Path:
    return paths.BUILD / "read" / "book"
