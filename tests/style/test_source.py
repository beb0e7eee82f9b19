"""The library keeps its form: short functions, short modules, everything public documented."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from minsheng import paths

MODULES = sorted((paths.ROOT / "src").rglob("*.py"))
LONGEST_FUNCTION, LONGEST_MODULE = 40, 300
CLOCK = re.compile(r"\b(datetime\.(utc)?now|date\.today|time\.time|random\.|uuid)\b")
MACHINE_PATH = re.compile(r"[\"'](/home/|/root/|/Users/|/tmp/|/work/)")


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    first = function.body[1:2] if ast.get_docstring(function) else function.body[:1]
    return (function.end_lineno or 0) - first[0].lineno + 1 if first else 0


def faults(source: str) -> Iterator[str]:
    tree = ast.parse(source)
    if source.count("\n") > LONGEST_MODULE:
        yield "the module is longer than 300 lines"
    if not ast.get_docstring(tree):
        yield "the module is not documented"
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            if length(node) > LONGEST_FUNCTION:
                yield f"{node.name} is longer than 40 lines"
            if not node.name.startswith("_") and not ast.get_docstring(node):
                yield from _undocumented(tree, node)
        elif isinstance(node, ast.ClassDef) and not ast.get_docstring(node):
            yield f"{node.name} is not documented"
    if CLOCK.search(source):
        yield "a clock or a random number"
    if MACHINE_PATH.search(source):
        yield "a path of one machine"


def _undocumented(tree: ast.Module, node: ast.FunctionDef | ast.AsyncFunctionDef) -> Iterator[str]:
    public = [*tree.body, *(m for c in tree.body if isinstance(c, ast.ClassDef) for m in c.body)]
    private = {
        m for c in tree.body if isinstance(c, ast.ClassDef) and c.name[0] == "_" for m in c.body
    }
    if node in public and node not in private:
        yield f"{node.name} is not documented"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_module_keeps_its_form(path: Path) -> None:
    assert list(faults(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    "source",
    [
        '"""Doc."""\n' + "x = 1\n" * 301,
        "x = 1\n",
        '"""Doc."""\ndef f():\n    pass\n',
        '"""Doc."""\nclass C:\n    pass\n',
        '"""Doc."""\nclass C:\n    """Doc."""\n    def f(self):\n        pass\n',
        '"""Doc."""\ndef _f():\n' + "    x = 1\n" * 41,
        '"""Doc."""\nx = datetime.now()\n',
        '"""Doc."""\nx = "/home/me"\n',
    ],
)
def test_a_planted_offence_is_found(source: str) -> None:
    assert list(faults(source))
