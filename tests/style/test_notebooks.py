"""Every notebook obeys the rules, and every rule bites."""

import copy
from collections.abc import Callable
from pathlib import Path

import nbformat
import pytest
from nbformat import NotebookNode

from minsheng import paths
from style import notebook_rules as rules

NOTEBOOKS = sorted(paths.NOTEBOOKS.glob("*.ipynb"))


def read(path: Path) -> NotebookNode:
    return nbformat.read(path, as_version=4)


@pytest.mark.parametrize("rule", rules.RULES, ids=lambda rule: rule.__name__)
@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_every_notebook_obeys(path: Path, rule: Callable) -> None:
    assert list(rule(read(path))) == []


def set_source(place: int, source: str) -> Callable[[NotebookNode], None]:
    return lambda notebook: notebook.cells[place].__setitem__("source", source)


OFFENCES = {
    "no_title": (rules.begins_with_title_and_question, set_source(0, "Jobs?")),
    "no_question": (rules.begins_with_title_and_question, set_source(0, "# Jobs\n\nJobs.")),
    "colon_for_equals": (rules.declares_parameters, set_source(1, "year: 2023  # the edition")),
    "untyped": (rules.declares_parameters, set_source(1, "year = 2023  # the edition")),
    "no_comment": (rules.declares_parameters, set_source(1, "year: int = 2023")),
    "long_cell": (rules.keeps_its_budget, set_source(2, "x\n" * 16)),
    "function": (rules.holds_no_logic, set_source(2, "def f(): pass")),
    "loop": (rules.holds_no_logic, set_source(2, "for x in y: pass")),
    "comprehension": (rules.holds_no_logic, set_source(2, "[x for x in y]")),
    "other_import": (rules.holds_no_logic, set_source(2, "import pandas")),
    "number_in_code": (rules.holds_no_logic, set_source(2, "x = 200000")),
    "number_in_prose": (rules.types_no_number_into_prose, set_source(0, "# J\n\nWere 20 met?")),
    "stripped": (
        rules.is_executed_and_tagged,
        lambda notebook: notebook.cells[2].__setitem__("execution_count", None),
    ),
    "no_sources": (rules.ends_with_sources, lambda notebook: notebook.cells.pop()),
}


@pytest.mark.parametrize("name", OFFENCES)
def test_a_planted_offence_is_found(name: str) -> None:
    rule, plant = OFFENCES[name]
    notebook = copy.deepcopy(read(NOTEBOOKS[0]))
    assert list(rule(notebook)) == []
    plant(notebook)
    assert list(rule(notebook))
