"""Strict parameters: unknown, misspelt or ill-typed ones are refused before anything runs.

papermill only warns about a parameter that a notebook does not have.
"""

import ast
import difflib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from minsheng import paths
from minsheng.errors import Fault, UsageFault

Value = int | str
_TYPES: Mapping[str, type[int] | type[str]] = {"int": int, "str": str}


def check_parameters(source: Path, given: Mapping[str, Value]) -> dict[str, Value]:
    """Return the parameters in the types that the notebook declares.

    Raises `UsageFault` that names every unknown or ill-typed one.
    """
    declared = declared_parameters(source)
    faults, checked = [], {}
    for name, value in given.items():
        parameter = declared.get(name)
        if parameter is None:
            faults.append(_unknown(source, name, [*declared]))
            continue
        kind = parameter.kind
        try:
            checked[name] = _TYPES[kind](value)
        except ValueError:
            rule = f"The parameter {name} is of type {kind}."
            remedy = f"give {name} a value of type {kind}"
            faults.append(Fault(paths.relative(source), rule, remedy, None, name, str(value)))
    if faults:
        raise UsageFault(faults)
    return checked


@dataclass(frozen=True)
class Parameter:
    """What a notebook says of one parameter: the name of its type and its default."""

    kind: str
    default: Value


def declared_parameters(source: Path) -> dict[str, Parameter]:
    """Return the parameters in the cell tagged `parameters`, by name.

    Raises `UsageFault` where there is no such cell, or the file is no notebook.
    """
    try:
        cells = _tagged(source.read_text(encoding="utf-8"))
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        rule, remedy = "The file is no notebook.", "restore it, or save it from JupyterLab again"
        raise UsageFault([Fault(paths.relative(source), rule, remedy)]) from error
    if len(cells) != 1:
        rule = f"A notebook has one cell tagged parameters, this one {len(cells)}."
        raise UsageFault([Fault(paths.relative(source), rule, "tag its first code cell")])
    return _declared(cells[0])


@lru_cache(maxsize=64)
def _tagged(notebook: str) -> tuple[str, ...]:
    """Return the text of every cell tagged `parameters`; one notebook is asked for many runs."""
    cells = json.loads(notebook)["cells"]
    tagged = [cell for cell in cells if "parameters" in cell["metadata"].get("tags", [])]
    return tuple("".join(cell["source"]) for cell in tagged)


def _declared(cell: str) -> dict[str, Parameter]:
    return {
        line.target.id: Parameter(line.annotation.id, ast.literal_eval(line.value))
        for line in ast.parse(cell).body
        if isinstance(line, ast.AnnAssign)
        and isinstance(line.target, ast.Name)
        and isinstance(line.annotation, ast.Name)
        and line.value is not None
    }


def _unknown(source: Path, name: str, declared: Sequence[str]) -> Fault:
    near = difflib.get_close_matches(name, declared, 1)
    known = ", ".join(declared)
    remedy = f"did you mean {near[0]}? Known: {known}" if near else f"use one of {known}"
    return Fault(paths.relative(source), "The notebook has no such parameter.", remedy, None, name)
