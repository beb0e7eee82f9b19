"""Make an executed notebook the same on every machine: no times, paths, random ids or versions."""

import json
import re
from collections.abc import Sequence

from nbformat import NotebookNode

_METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}
_INJECTED = "injected-parameters"
_HEADING = re.compile(r"##+ ")


def normalise(notebook: NotebookNode) -> str:
    """Return the notebook as JSON text with nothing left that depends on when or where it ran."""
    cells = [_cell(cell, place) for place, cell in enumerate(notebook.cells)]
    tree = {"cells": cells, "metadata": _METADATA, "nbformat": 4, "nbformat_minor": 5}
    return json.dumps(tree, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def without_empty_sections(notebook: NotebookNode) -> NotebookNode:
    """Drop every section that should have said something and did not: no cell has an output.

    A chapter serves every edition, and not every edition publishes what each section is about. The
    words go; the code stays, marked so that no page shows it. The first section, with title and
    parameters, always stays.
    """
    first, *others = _sections(notebook.cells)
    kept = [*first]
    for section in others:
        code = [cell for cell in section if cell.cell_type == "code"]
        if not code or any(cell.outputs for cell in code):
            kept += section
        else:
            kept += [_hidden(cell) for cell in code]
    notebook.cells = kept
    return notebook


def _hidden(cell: NotebookNode) -> NotebookNode:
    cell.metadata["tags"] = ["remove-cell"]
    return cell


def _sections(cells: Sequence[NotebookNode]) -> list[list[NotebookNode]]:
    """Split cells before every markdown cell that begins with a heading below the title."""
    sections: list[list[NotebookNode]] = []
    for cell in cells:
        begins = cell.cell_type == "markdown" and _HEADING.match(cell.source)
        if begins or not sections:
            sections.append([])
        sections[-1].append(cell)
    return sections


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
