"""What one build worked out and the next takes up, where it would come out the same.

It lies beside the trees of the pages: in the folder of an earlier build, which is taken up only
whole, and only with the same library, packages and Python (see `resumed`).
"""

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

from minsheng.digests import digest


def kept_folder(app: Sphinx) -> Path:
    """Return the folder of what is kept; it is there afterwards."""
    folder = Path(app.doctreedir) / "kept"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def made_from(
    app: Sphinx, name: str, texts: Iterable[str], make: Callable[[str], Any]
) -> Iterator[Any]:
    """Yield for each text what `make` gives for it, made anew only for one not seen last time.

    What is made must be data for JSON, and rest on nothing but the text.
    """
    file = kept_folder(app) / f"{name}.json"
    before = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    now: dict[str, Any] = {}
    for text in texts:
        key = digest(text.encode())
        if key not in now:
            now[key] = before[key] if key in before else make(text)
        yield now[key]
    if now != before:
        file.write_text(json.dumps(now, ensure_ascii=False), encoding="utf-8")
