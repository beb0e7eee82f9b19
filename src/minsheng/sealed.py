"""What one process worked out and the next takes up: sealed, and under a key of all it rests on.

Nothing is handed out that is not whole, or that was kept under another key.
"""

from pathlib import Path

from minsheng.digests import digest
from minsheng.files import write_whole


def keep(place: Path, key: str, body: bytes) -> None:
    """Keep a body under a key of one line; raises `OutputFault` where it cannot be written."""
    write_whole(place, f"{digest(body)}\n{key}\n".encode() + body)


def kept(place: Path, key: str) -> bytes | None:
    """Return what was kept under this key, and is whole; `None` where there is none."""
    try:
        seal, made_of, body = place.read_bytes().split(b"\n", 2)
    except (OSError, ValueError):
        return None
    return body if [seal, made_of] == [digest(body).encode(), key.encode()] else None
