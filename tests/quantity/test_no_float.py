"""No verdict depends on a float: the rooms that decide hold none."""

import ast
from pathlib import Path

import pytest

from minsheng import paths

DECIDING = ("quantity", "comparability", "measures", "indicators", "recovery", "verdict", "audit")
MODULES = sorted(
    path for room in DECIDING for path in (paths.ROOT / "src/minsheng" / room).glob("*.py")
)


def floats(source: str) -> list[int]:
    """Return the lines that name float, write one, or import a module of floats."""
    found = []
    for node in ast.walk(ast.parse(source)):
        literal = isinstance(node, ast.Constant) and isinstance(node.value, float)
        named = isinstance(node, ast.Name) and node.id == "float"
        modules = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if literal or named or {"numpy", "pandas"} & set(modules):
            found.append(node.lineno)
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_deciding_rooms_hold_no_float(path: Path) -> None:
    assert floats(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("source", ["x = 0.5", "x = float(y)", "import numpy"])
def test_a_planted_float_is_found(source: str) -> None:
    assert floats(source) == [1]
