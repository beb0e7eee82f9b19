"""What one process worked out and the next takes up: sealed, and under a key of all it rests on.

Nothing is handed out that is not whole, or that was kept under another key.
"""

from pathlib import Path

from minsheng.digests import digest
from minsheng.files import write_whole


def keep(place: Path, key: str, body: str) -> None:
    """Keep one line of text under a key; raises `OutputFault` where it cannot be written."""
    write_whole(place, f"{digest(body.encode())}\n{key}\n{body}")


def kept(place: Path, key: str) -> str | None:
    """Return what was kept under this key, and is whole; `None` where there is none."""
    try:
        seal, made_of, body = place.read_text(encoding="utf-8").split("\n")
    except (OSError, ValueError):
        return None
    return body if seal == digest(body.encode()) and made_of == key else None
