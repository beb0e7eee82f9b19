"""The smallest project that is one: an edition, three chapters of one cell each, every page a line.

What builds it meets everything that the book meets, in a tenth of the time.
"""

import csv
from collections.abc import Callable
from pathlib import Path

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from faults.project import Project, copied
from minsheng.run.plan import ACROSS

YEAR = "2026"
CHAPTER = f"{YEAR}/overview"
NOTEBOOK = "notebooks/overview.ipynb"
KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}
OF_AN_EDITION = ("editions", "promises", "policies", "recommendations", "supervision")
NUMBERS = ("context/figures", "excused", "discrepancies", "numerals")
# The page that shows digests has to be as it is; the others say nothing that the tests need.
KEPT = ("status.md",)


def small(root: Path) -> Project:
    """Return the smallest project in an empty folder, with a published site."""
    project = copied(root)
    for table in project.path("data/figures").glob("*.csv"):
        if table.stem != YEAR:
            table.unlink()
    for name in OF_AN_EDITION:
        column = "year" if name == "editions" else "edition"
        keep(project, f"data/{name}.csv", lambda row, column=column: row[column] == YEAR)
    for votes in project.path("data/votes").glob("*.csv"):
        keep(project, f"data/votes/{votes.name}", lambda _: False)
    for name in NUMBERS:
        keep(project, f"data/{name}.csv", lambda _: False)
    for page in project.path("book").glob("*.md"):
        if page.name not in KEPT:
            page.write_text(f"# {page.stem.title()}\n\nA line.\n", encoding="utf-8")
    for notebook in project.path("notebooks").glob("*.ipynb"):
        project.write(f"notebooks/{notebook.name}", text(notebook.stem, "year, lang"))
    return project


def text(chapter: str, *code: str) -> str:
    """Return a notebook of some cells."""
    year = "through_year" if chapter in ACROSS else "year"
    parameters = f'{year}: int = {YEAR}  # edition\nlang: str = "en"  # language'
    cells = [
        new_markdown_cell(f"# {chapter}"),
        new_code_cell(parameters, metadata={"tags": ["parameters", "remove-cell"]}),
        *(new_code_cell(each.replace("year", year)) for each in code),
    ]
    for place, cell in enumerate(cells):
        cell["id"] = f"cell-{place}"
    made = new_notebook(cells=cells, metadata={"kernelspec": KERNEL})
    return str(nbformat.writes(made))


def keep(project: Project, name: str, wanted: Callable[[dict[str, str]], bool]) -> None:
    """Keep the header of a table and the rows that are wanted."""
    header, *rows = rows_of(project, name)
    kept = [row for row in rows if wanted(dict(zip(header, row, strict=True)))]
    write_rows(project, name, [header, *kept])


def rows_of(project: Project, name: str) -> list[list[str]]:
    with project.path(name).open(encoding="utf-8", newline="") as table:
        return list(csv.reader(table))


def write_rows(project: Project, name: str, rows: list[list[str]]) -> None:
    with project.path(name).open("w", encoding="utf-8", newline="") as table:
        csv.writer(table, lineterminator="\n").writerows(rows)
