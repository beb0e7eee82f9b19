"""Every notebook obeys the rules, and every rule bites."""

from collections.abc import Callable
from pathlib import Path

import nbformat
import pytest
from nbformat import NotebookNode, v4

from minsheng import paths
from style import notebook_rules as rules

NOTEBOOKS = sorted(paths.NOTEBOOKS.glob("*.ipynb"))

Plant = Callable[[NotebookNode], object]

YEAR = "year: int = 2023  # the edition"
LANG = "lang: str = 'en'  # the language"


def test_there_are_notebooks() -> None:
    assert NOTEBOOKS


@pytest.mark.parametrize("rule", rules.RULES, ids=lambda rule: rule.__name__)
@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_every_notebook_obeys(path: Path, rule: Callable) -> None:
    assert list(rule(nbformat.read(path, as_version=4))) == []


def code(source: str, *tags: str) -> NotebookNode:
    return v4.new_code_cell(source, execution_count=1, metadata={"tags": list(tags)})


def sound() -> NotebookNode:
    """Build the shortest notebook that breaks no rule."""
    return v4.new_notebook(
        cells=[
            v4.new_markdown_cell("# Jobs\n\nWere the promised jobs reached?"),
            code(f"{YEAR}\n{LANG}", "parameters", "remove-cell"),
            code("from minsheng.chapters import open_page", "remove-input"),
            code("page = open_page('jobs', year=year, lang=lang, chart=True)", "hide-input"),
            v4.new_markdown_cell("## What it is\n\nSee [the report](https://example.org/2023)."),
            code("page.sources()", "hide-input"),
        ]
    )


def test_a_sound_notebook_breaks_no_rule() -> None:
    notebook = sound()
    nbformat.validate(notebook)
    assert [fault for rule in rules.RULES for fault in rule(notebook)] == []


def write(place: int, source: str) -> Plant:
    return lambda notebook: notebook.cells[place].update(source=source)


def append_parameters(count: int) -> Plant:
    more = "".join(f"\np{place}: int = 1  # one more" for place in range(count))
    return lambda notebook: notebook.cells[1].update(source=notebook.cells[1].source + more)


def insert(*cells: NotebookNode) -> Plant:
    return lambda notebook: notebook.cells.__setitem__(slice(3, 3), cells)


def show(mime: str) -> Plant:
    output = v4.new_output("display_data", {mime: "five"})
    return lambda notebook: notebook.cells[3].outputs.append(output)


OFFENCES: dict[str, tuple[Callable, Plant]] = {
    "empty": (rules.begins_with_title_and_question, lambda notebook: notebook.cells.clear()),
    "no_title": (rules.begins_with_title_and_question, write(0, "Jobs?")),
    "title_below": (rules.begins_with_title_and_question, write(0, "Hm.\n\n# Jobs\n\nReached?")),
    "two_titles": (rules.begins_with_title_and_question, write(0, "# Jobs\n# Work\n\nReached?")),
    "later_title": (rules.begins_with_title_and_question, write(4, "# Again")),
    "no_question": (rules.begins_with_title_and_question, write(0, "# Jobs\n\nJobs.")),
    "only_a_title": (rules.begins_with_title_and_question, write(0, "# Jobs?")),
    "code_first": (rules.begins_with_title_and_question, lambda notebook: notebook.cells.pop(0)),
    "no_parameters": (rules.declares_parameters, lambda notebook: notebook.cells.pop(1)),
    "shown_parameters": (
        rules.declares_parameters,
        lambda notebook: notebook.cells[1].metadata.tags.remove("remove-cell"),
    ),
    "colon_for_equals": (rules.declares_parameters, write(1, f"year: 2023  # the edition\n{LANG}")),
    "untyped": (rules.declares_parameters, write(1, f"year = 2023  # the edition\n{LANG}")),
    "computed": (rules.declares_parameters, write(1, f"{YEAR}\nlang: str = pick()  # a language")),
    "ill_typed": (rules.declares_parameters, write(1, f"year: int = '2023'  # no\n{LANG}")),
    "no_comment": (rules.declares_parameters, write(1, f"{YEAR}\nlang: str = 'en  # no'")),
    "no_language": (rules.declares_parameters, write(1, YEAR)),
    "many_parameters": (rules.declares_parameters, append_parameters(4)),
    "long_cell": (rules.keeps_its_budget, write(3, "x\n" * 16)),
    "many_cells": (rules.keeps_its_budget, insert(*[code("x", "hide-input")] * 9)),
    "many_lines": (rules.keeps_its_budget, insert(*[code("x\n" * 15, "hide-input")] * 6)),
    "magic": (rules.is_python, write(3, "%matplotlib inline")),
    "function": (rules.holds_no_logic, write(3, "def f(): pass")),
    "class": (rules.holds_no_logic, write(3, "class C: pass")),
    "lambda": (rules.holds_no_logic, write(3, "page = lambda: year")),
    "for": (rules.holds_no_logic, write(3, "for x in y: pass")),
    "while": (rules.holds_no_logic, write(3, "while x: pass")),
    "list_comprehension": (rules.holds_no_logic, write(3, "[x for x in y]")),
    "dict_comprehension": (rules.holds_no_logic, write(3, "{x: x for x in y}")),
    "set_comprehension": (rules.holds_no_logic, write(3, "{x for x in y}")),
    "generator": (rules.holds_no_logic, write(3, "list(x for x in y)")),
    "import": (rules.imports_only_the_library, write(2, "import pandas")),
    "from_import": (rules.imports_only_the_library, write(2, "from pandas import read_csv")),
    "namesake_import": (rules.imports_only_the_library, write(2, "from minsheng_x import y")),
    "relative_import": (rules.imports_only_the_library, write(2, "from . import minsheng")),
    "number_in_code": (rules.types_no_number_into_code, write(3, "x = 200000")),
    "decimal_in_call": (rules.types_no_number_into_code, write(3, "show(width=-0.5)")),
    "number_in_question": (rules.types_no_number_into_prose, write(0, "# J\n\nWere 20 met?")),
    "number_in_prose": (rules.types_no_number_into_prose, write(4, "They were ２０.")),
    "number_in_link_text": (rules.types_no_number_into_prose, write(4, "[In 2023](a.md)")),
    "stripped": (
        rules.is_executed_and_tagged,
        lambda notebook: notebook.cells[3].update(execution_count=None),
    ),
    "untagged": (
        rules.is_executed_and_tagged,
        lambda notebook: notebook.cells[3].metadata.pop("tags"),
    ),
    "not_compared_by_tag": (
        rules.is_compared_whole,
        lambda notebook: notebook.cells[3].metadata.tags.append("nbval-ignore-output"),
    ),
    "not_compared_by_comment": (
        rules.is_compared_whole,
        write(3, "# NBVAL_IGNORE_OUTPUT\npage"),
    ),
    "markdown_output": (rules.shows_no_markdown, show("text/markdown")),
    "no_sources": (rules.ends_with_sources, lambda notebook: notebook.cells.pop()),
    "sources_in_comment": (rules.ends_with_sources, write(5, "page  # .sources()")),
    "code_after_sources": (
        rules.ends_with_sources,
        lambda notebook: notebook.cells.append(code("page", "hide-input")),
    ),
}


@pytest.mark.parametrize("name", OFFENCES)
def test_a_planted_offence_is_found(name: str) -> None:
    rule, plant = OFFENCES[name]
    notebook = sound()
    plant(notebook)
    assert len(list(rule(notebook))) == 1


def test_every_rule_has_a_planted_offence() -> None:
    assert {rule for rule, _ in OFFENCES.values()} == set(rules.RULES)
