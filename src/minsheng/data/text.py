"""Read a data file as text, strictly: one encoding, no NUL, no more than a table may hold."""

from pathlib import Path

from minsheng import paths
from minsheng.errors import Fault, InputFault

LARGEST_FILE_BYTES = 5_000_000


def read_text(path: Path) -> str:
    """Return a file's text, UTF-8 with or without a byte order mark; raises `InputFault`."""
    name = paths.relative(path)
    raw = _read_bytes(path, name)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        rule = "The file is not UTF-8."
        raise InputFault([Fault(name, rule, "save it as UTF-8", line)]) from error
    if "\0" in text:
        line = text[: text.index("\0")].count("\n") + 1
        raise InputFault([Fault(name, "It holds a NUL character.", "save it as UTF-8 text", line)])
    return text


def _read_bytes(path: Path, name: str) -> bytes:
    try:
        size = path.stat().st_size
        if size > LARGEST_FILE_BYTES:
            rule = f"A data file holds at most {LARGEST_FILE_BYTES:,} bytes."
            remedy = "check that this is the right file"
            raise InputFault([Fault(name, rule, remedy, value=f"{size:,} bytes")])
        return path.read_bytes()
    except OSError as error:
        rule = f"The file cannot be read ({error.strerror})."
        raise InputFault([Fault(name, rule, "restore it or its permissions")]) from error
