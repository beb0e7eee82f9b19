"""What an executed notebook shows, read from its file."""

from pathlib import Path

import nbformat


def shown(path: Path) -> list[dict[str, str]]:
    """Return all that the cells of a notebook show, each in its forms."""
    cells = nbformat.read(path, as_version=4).cells
    outputs = [each for cell in cells for each in cell.get("outputs", [])]
    return [dict(sorted(each.get("data", {}).items())) for each in outputs]


def html_of(path: Path) -> str:
    """Return what a notebook puts on its page."""
    return "\n".join(each.get("text/html", "") for each in shown(path))
