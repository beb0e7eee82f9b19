"""Make an executed notebook the same on every machine: no times, paths, random ids or versions."""

import json

from nbformat import NotebookNode

_METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}
_INJECTED = "injected-parameters"


def normalise(notebook: NotebookNode) -> str:
    """Return the notebook as JSON text with nothing left that depends on when or where it ran."""
    cells = [_cell(cell, place) for place, cell in enumerate(notebook.cells)]
    tree = {"cells": cells, "metadata": _METADATA, "nbformat": 4, "nbformat_minor": 5}
    return json.dumps(tree, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _cell(cell: NotebookNode, place: int) -> dict[str, object]:
    tags = list(cell.metadata.get("tags", []))
    if _INJECTED in tags:
        tags = [_INJECTED, "remove-cell"]
    kept: dict[str, object] = {
        "cell_type": cell.cell_type,
        "id": f"cell-{place}",
        "metadata": {"tags": tags} if tags else {},
        "source": cell.source.splitlines(keepends=True),
    }
    if cell.cell_type == "code":
        kept["execution_count"] = cell.execution_count
        kept["outputs"] = [_output(output) for output in cell.outputs]
    return kept


def _output(output: NotebookNode) -> dict[str, object]:
    kept = dict(output)
    if "data" in kept:
        kept["data"] = {
            kind: body.splitlines(keepends=True) if isinstance(body, str) else body
            for kind, body in sorted(output.data.items())
        }
    return kept
