"""The rules of a notebook, each as a function from a notebook to what breaks it."""

import ast
import re
from collections.abc import Callable, Iterator

from nbformat import NotebookNode

MOST_CELLS, MOST_LINES, MOST_IN_ALL, MOST_PARAMETERS = 12, 15, 80, 5
LINK = re.compile(r"\]\([^)]*\)")
FORBIDDEN = (
    ast.FunctionDef,
    ast.AsyncFunctionDef,
    ast.ClassDef,
    ast.Lambda,
    ast.For,
    ast.While,
    ast.ListComp,
    ast.DictComp,
    ast.SetComp,
    ast.GeneratorExp,
)


def code_cells(notebook: NotebookNode) -> list[NotebookNode]:
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def tags(cell: NotebookNode) -> list[str]:
    return list(cell.metadata.get("tags", []))


def begins_with_title_and_question(notebook: NotebookNode) -> Iterator[str]:
    first = notebook.cells[0]
    if first.cell_type != "markdown" or len(re.findall(r"^# ", first.source, re.M)) != 1:
        yield "the first cell is one title"
    elif not first.source.strip().endswith("?"):
        yield "the title is followed by the question"
    if any(re.search(r"^# ", cell.source, re.M) for cell in notebook.cells[1:]):
        yield "only the first cell holds a title"


def declares_parameters(notebook: NotebookNode) -> Iterator[str]:
    cell = notebook.cells[1]
    if cell.cell_type != "code" or tags(cell) != ["parameters", "remove-cell"]:
        yield "the second cell is tagged parameters and remove-cell"
        return
    lines = cell.source.splitlines()
    names = []
    for line in lines:
        statements = ast.parse(line).body
        one = statements[0] if len(statements) == 1 else None
        if not isinstance(one, ast.AnnAssign) or not isinstance(one.value, ast.Constant):
            yield f"a parameter is a typed literal: {line}"
        elif "  # " not in line:
            yield f"a parameter says what it is: {line}"
        elif isinstance(one.target, ast.Name):
            names.append(one.target.id)
    if names[:2] != ["year", "lang"] or len(names) > MOST_PARAMETERS:
        yield "the parameters are year, lang and at most three more"


def keeps_its_budget(notebook: NotebookNode) -> Iterator[str]:
    lengths = [len(cell.source.splitlines()) for cell in code_cells(notebook)]
    if len(lengths) > MOST_CELLS or max(lengths) > MOST_LINES or sum(lengths) > MOST_IN_ALL:
        yield "at most 12 code cells, 15 lines a cell, 80 lines in all"


def holds_no_logic(notebook: NotebookNode) -> Iterator[str]:
    for place, cell in enumerate(code_cells(notebook)):
        for node in ast.walk(ast.parse(cell.source)):
            if isinstance(node, FORBIDDEN):
                yield f"code cell {place}: {type(node).__name__} belongs to the library"
            number = isinstance(node, ast.Constant) and isinstance(node.value, int | float)
            if place > 0 and number:
                yield f"code cell {place}: a number is typed into the code"
            if isinstance(node, ast.Import):
                yield f"code cell {place}: import from minsheng only"
            if isinstance(node, ast.ImportFrom) and not (node.module or "").startswith("minsheng"):
                yield f"code cell {place}: import from minsheng only"


def types_no_number_into_prose(notebook: NotebookNode) -> Iterator[str]:
    for cell in notebook.cells:
        if cell.cell_type == "markdown" and re.search(r"\d", LINK.sub("]", cell.source)):
            yield f"a number is typed into prose: {cell.source[:60]}"


def is_executed_and_tagged(notebook: NotebookNode) -> Iterator[str]:
    for place, cell in enumerate(code_cells(notebook)):
        if cell.execution_count is None:
            yield f"code cell {place} has no execution count, so nothing compares it"
        if not tags(cell):
            yield f"code cell {place} has no tag"
        for output in cell.outputs:
            if "text/markdown" in output.get("data", {}):
                yield f"code cell {place} shows markdown, which gettext would extract"


def ends_with_sources(notebook: NotebookNode) -> Iterator[str]:
    if ".sources()" not in code_cells(notebook)[-1].source:
        yield "the last code cell lists the sources"


RULES: tuple[Callable[[NotebookNode], Iterator[str]], ...] = (
    begins_with_title_and_question,
    declares_parameters,
    keeps_its_budget,
    holds_no_logic,
    types_no_number_into_prose,
    is_executed_and_tagged,
    ends_with_sources,
)
