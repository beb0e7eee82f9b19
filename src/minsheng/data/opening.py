"""Hand out the book: as it was kept when it was last read and checked, or read anew.

To read and check everything takes half a second, and as long again to import what that takes. What
came out is kept for every process that asks afterwards, sealed by a digest of its own and under one
of all that it was made of: the files, the library, the versions at work. Beside it lies what each
file was read as, for a later build in which other files changed.
"""

import pickle
import sys
from functools import lru_cache
from pathlib import Path
from typing import Any

from minsheng import paths, sealed
from minsheng.data.book import Book
from minsheng.data.parts import Parts
from minsheng.digests import folder_digests, joint_digest, library_digests
from minsheng.packages import versions

_KEPT_UNDER = "kept_under"
_READERS = ("numpy", "pandas", "pandera", "pydantic", "pyyaml")


@lru_cache(maxsize=1)
def load_book() -> Book:
    """Hand out `data/`, checked, once a process; raises `InputFault` with every fault found."""
    key = _key()
    book = _kept(key)
    if book is None:
        return read_book(paths.DATA)
    vars(book)[_KEPT_UNDER] = key
    return book


def kept_under(book: Book) -> str:
    """Return a digest of all that a book is made of; empty for one that was read by this process.

    What is worked out from a book can be kept under it: files may have changed since it was read.
    """
    key: str = vars(book).get(_KEPT_UNDER, "")
    return key


def read_book(folder: Path, parts: Parts | None = None) -> Book:
    """Read and check a data folder; raises `InputFault` with every fault found.

    Files that are among the parts, byte for byte, are not read again.
    """
    from minsheng.data.load import read

    return read(folder, parts or Parts())


def keep_book() -> None:
    """Read and check `data/` for this process and for all that ask after it, unless that is done.

    Raises `InputFault` with every fault found, and `OutputFault` where the book cannot be kept.
    """
    key = _key()
    if key and _kept(key) is None:
        readers = read_by()
        parts = Parts(_unpacked(sealed.kept(_place("parts"), readers)))
        book = read_book(paths.DATA, parts)
        if key == _key():  # else it may have been read from what is there no longer
            sealed.keep(_place("parts"), readers, pickle.dumps(parts.held))
            sealed.keep(_place("book"), key, pickle.dumps(book))


def _kept(key: str) -> Book | None:
    """Return the book that was kept under this key, and is whole; `None` where there is none."""
    book: Book | None = _unpacked(sealed.kept(_place("book"), key))
    return book


def _unpacked(body: bytes | None) -> Any:
    return None if body is None else pickle.loads(body)


def _key() -> str:
    """Return one digest of all that the book is made of: files, and what reads them.

    It is empty, and the key of nothing, where a file cannot be read: whoever reads it says so.
    """
    try:
        return joint_digest({**folder_digests(paths.DATA), **_readers()})
    except OSError:
        return ""


def read_by() -> str:
    """Return one digest of what reads the data, and works with them."""
    return joint_digest(_readers())


def _readers() -> dict[str, str]:
    """Return what reads the data: the digests of the library, the versions at work.

    Rows name their file as seen from the project, so where the folder is counts too.
    """
    place = {"folder": str(paths.DATA.resolve()), "python": sys.version}
    return {**library_digests(), **versions(_READERS), **place}


def _place(name: str) -> Path:
    return paths.BUILD / "read" / name
