"""Every published result of every edition is found again by an implementation of its own."""

import ast
import sys
from pathlib import Path

import pytest

from second.audit import audit
from second.comparing import compared, differences
from second.published import DATA, YEARS, audit_of_other_years, export
from second.reading import read
from second.results import results

DATABASE = read(DATA)
HERE = Path(__file__).parent
MODULES = sorted(
    path
    for path in HERE.glob("*.py")
    if not path.name.startswith("test_") and path.name != "published.py"
)


@pytest.mark.parametrize("year", YEARS)
def test_every_published_result_agrees(year: int) -> None:
    assert differences(export(year), results(DATABASE, year)) == []


def test_the_audit_of_other_years_and_regions_agrees() -> None:
    published, second = audit_of_other_years(), audit(DATABASE, None)
    assert published
    assert list(compared("audit.lines", published, second)) == []


def test_the_editions_are_those_of_the_tables() -> None:
    rows = DATABASE.execute("SELECT year FROM editions ORDER BY year")
    assert [int(year) for (year,) in rows] == list(YEARS)


def test_every_kind_of_result_is_published_somewhere() -> None:
    second = [results(DATABASE, year) for year in YEARS]
    assert {part for each in second for part, items in each.items() if items} == set(second[0])


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_no_code_is_shared_and_no_number_is_inexact(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    roots = {root for node in ast.walk(tree) for root in _roots(node)}
    assert roots <= {"second", "yaml"} | sys.stdlib_module_names - {"fractions", "decimal"}
    floats = [n for n in ast.walk(tree) if isinstance(n, ast.Constant) and type(n.value) is float]
    names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    assert not floats
    assert not names & {"float", "complex", "eval", "exec", "__import__"}


def _roots(node: ast.AST) -> set[str]:
    if isinstance(node, ast.Import):
        return {alias.name.partition(".")[0] for alias in node.names}
    if isinstance(node, ast.ImportFrom):
        return {(node.module or "").partition(".")[0]}
    return set()
