"""The rules of a notebook, each as a function from a notebook to what breaks it."""

import ast
import re
from collections.abc import Callable, Iterator

from nbformat import NotebookNode

MOST_CELLS, MOST_LINES, MOST_IN_ALL, MOST_PARAMETERS = 12, 15, 80, 5
FIRST = (["year", "lang"], ["through_year", "lang"])
TITLE = re.compile(r"^# ", re.M)
LINK = re.compile(r"\]\([^)]*\)")
FORBIDDEN = (
    ast.FunctionDef,
    ast.AsyncFunctionDef,
    ast.ClassDef,
    ast.Lambda,
    ast.For,
    ast.AsyncFor,
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


def parse(source: str) -> ast.Module | None:
    try:
        return ast.parse(source)
    except SyntaxError:
        return None


def nodes(notebook: NotebookNode) -> Iterator[tuple[int, ast.AST]]:
    """Walk the code that is Python; `is_python` reports the rest."""
    for place, cell in enumerate(code_cells(notebook)):
        for node in ast.walk(parse(cell.source) or ast.Module([], [])):
            yield place, node


def begins_with_title_and_question(notebook: NotebookNode) -> Iterator[str]:
    first, *others = notebook.cells or [NotebookNode(cell_type="none", source="")]
    is_title = first.source.startswith("# ") and len(TITLE.findall(first.source)) == 1
    if first.cell_type != "markdown" or not is_title:
        yield "the first cell is one title"
    elif not first.source.partition("\n")[2].strip().endswith("?"):
        yield "the title is followed by the question"
    if any(cell.cell_type == "markdown" and TITLE.search(cell.source) for cell in others):
        yield "only the first cell holds a title"


def fault_of_parameter(line: str) -> str | None:
    tree = parse(line)
    one = tree.body[0] if tree and len(tree.body) == 1 else None
    if not isinstance(one, ast.AnnAssign) or one.value is None:
        return f"a parameter is a typed literal: {line}"
    try:
        default = ast.literal_eval(one.value)
    except ValueError:
        return f"a parameter is a typed literal: {line}"
    if type(default).__name__ != ast.unparse(one.annotation).partition("[")[0]:
        return f"a parameter's default is of its type: {line}"
    comment = line.encode()[one.end_col_offset :].decode().strip()
    return None if comment.lstrip("# ") else f"a parameter says what it is: {line}"


def declares_parameters(notebook: NotebookNode) -> Iterator[str]:
    cell = notebook.cells[1] if len(notebook.cells) > 1 else None
    if not cell or cell.cell_type != "code" or set(tags(cell)) != {"parameters", "remove-cell"}:
        yield "the second cell is tagged parameters and remove-cell"
        return
    lines = cell.source.splitlines()
    yield from filter(None, map(fault_of_parameter, lines))
    names = [re.split(r"\W", line)[0] for line in lines]
    if names[:2] not in FIRST or len(names) > MOST_PARAMETERS:
        yield "the parameters are year or through_year, lang and at most three more"


def keeps_its_budget(notebook: NotebookNode) -> Iterator[str]:
    lengths = [len(cell.source.splitlines()) for cell in code_cells(notebook)]
    if len(lengths) > MOST_CELLS:
        yield f"at most {MOST_CELLS} code cells, not {len(lengths)}"
    if sum(lengths) > MOST_IN_ALL:
        yield f"at most {MOST_IN_ALL} lines of code, not {sum(lengths)}"
    for place, length in enumerate(lengths):
        if length > MOST_LINES:
            yield f"code cell {place}: at most {MOST_LINES} lines, not {length}"


def is_python(notebook: NotebookNode) -> Iterator[str]:
    for place, cell in enumerate(code_cells(notebook)):
        if parse(cell.source) is None:
            yield f"code cell {place} is not Python; magics do not run everywhere"


def holds_no_logic(notebook: NotebookNode) -> Iterator[str]:
    for place, node in nodes(notebook):
        if isinstance(node, FORBIDDEN):
            yield f"code cell {place}: {type(node).__name__} belongs to the library"


def imports_only_the_library(notebook: NotebookNode) -> Iterator[str]:
    for place, node in nodes(notebook):
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = ["." * node.level + (node.module or "")]
        if any(name.split(".")[0] != "minsheng" for name in names):
            yield f"code cell {place}: import from minsheng only"


def types_no_number_into_code(notebook: NotebookNode) -> Iterator[str]:
    for place, node in nodes(notebook):
        # True is an int to Python, and a switch to a reader. The parameters are cell 0.
        value = node.value if place > 0 and isinstance(node, ast.Constant) else None
        if isinstance(value, int | float | complex) and not isinstance(value, bool):
            yield f"code cell {place}: {value} is typed into the code"


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


def is_compared_whole(notebook: NotebookNode) -> Iterator[str]:
    for place, cell in enumerate(code_cells(notebook)):
        tagged = any(tag.startswith("nbval-") or tag == "raises-exception" for tag in tags(cell))
        if tagged or re.search(r"#\s*(NBVAL_|PYTEST_VALIDATE_)", cell.source):
            yield f"code cell {place} tells nbval to look away"


def shows_no_markdown(notebook: NotebookNode) -> Iterator[str]:
    for place, cell in enumerate(code_cells(notebook)):
        if any("text/markdown" in output.get("data", {}) for output in cell.outputs):
            yield f"code cell {place} shows markdown, which gettext would extract"


def ends_with_sources(notebook: NotebookNode) -> Iterator[str]:
    last = len(code_cells(notebook)) - 1
    calls = [
        node for place, node in nodes(notebook) if place == last and isinstance(node, ast.Call)
    ]
    if not any(isinstance(c.func, ast.Attribute) and c.func.attr == "sources" for c in calls):
        yield "the last code cell lists the sources"


RULES: tuple[Callable[[NotebookNode], Iterator[str]], ...] = (
    begins_with_title_and_question,
    declares_parameters,
    keeps_its_budget,
    is_python,
    holds_no_logic,
    imports_only_the_library,
    types_no_number_into_code,
    types_no_number_into_prose,
    is_executed_and_tagged,
    is_compared_whole,
    shows_no_markdown,
    ends_with_sources,
)
