"""Which figures the chapters use, as their executed notebooks prove.

Every number on a page names the figures it rests on (`data-figure`). Two things prove no use and
are left out: a count of promises or figures, which shows none of them, and the list of sources at
the foot of a page, which names whatever was read.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from html import unescape
from pathlib import Path
from typing import Any

from minsheng.data import Book
from minsheng.errors import RunFailure
from minsheng.facts import How
from minsheng.run.parameters import declared_parameters
from minsheng.run.plan import Run, plan

_NUMBER = re.compile(r"<data\b[^>]*>")
_ATTRIBUTE = re.compile(r'([a-z-]+)="([^"]*)"')


def uses_of(notebooks: Mapping[str, Path]) -> dict[str, tuple[str, ...]]:
    """Return for every figure in use the names of what uses it, by the names of `notebooks`."""
    uses: dict[str, tuple[str, ...]] = {}
    for name, path in notebooks.items():
        for figure_id in figures_shown(path):
            uses[figure_id] = (*uses.get(figure_id, ()), name)
    return uses


def figures_shown(path: Path) -> tuple[str, ...]:
    """Return the ids of the figures that an executed notebook shows above its list of sources."""
    cells = [cell for cell in _cells(path) if cell["cell_type"] == "code"]
    shown = (
        figure_id
        for cell in cells[:-1]
        for output in cell["outputs"]
        for figure_id in _rested_on("".join(output.get("data", {}).get("text/html", [])))
    )
    return tuple(dict.fromkeys(shown))


def _rested_on(html: str) -> Iterator[str]:
    for number in _NUMBER.findall(html):
        attributes = dict(_ATTRIBUTE.findall(number))
        if attributes["data-how"] != How.COUNTED:
            yield from unescape(attributes["data-figure"]).split()


def executed_notebooks(book: Book, years: Iterable[int], lang: str = "en") -> dict[str, Path]:
    """Return the executed notebook of every chapter of some editions, by `<year>/<chapter>`.

    It is the one of the last run; where there is none, the source itself if its outputs are stored
    for that year. Raises `RunFailure` where a chapter has not been run as it stands now.
    """
    found, missing = {}, []
    for run in plan(book, tuple(years), (lang,)):
        path = _executed(run)
        if path is None:
            missing.append(run)
        else:
            found[run.page] = path
    if missing:
        listed = "\n".join(f"  {run.name}" for run in missing)
        rule = f"These chapters have not been run as they stand now:\n{listed}"
        raise RunFailure(f"{rule}\nRemedy: run them with: minsheng run")
    return found


def _executed(run: Run) -> Path | None:
    if run.target.exists():
        own = _code_of_source(run.source.read_text(encoding="utf-8"))
        return run.target if _code(_cells(run.target)) == own else None
    defaults = {name: each.default for name, each in declared_parameters(run.source).items()}
    return run.source if {name: defaults[name] for name in run.own} == run.own else None


@lru_cache(maxsize=64)
def _code_of_source(notebook: str) -> list[str]:
    """Return the code of a notebook that many runs have in common."""
    return _code(_cells_of(notebook))


def _code(cells: Iterable[dict[str, Any]]) -> list[str]:
    """Return the code of a notebook without the cell that papermill adds."""
    return [
        "".join(cell["source"])
        for cell in cells
        if cell["cell_type"] == "code"
        and "injected-parameters" not in cell["metadata"].get("tags", [])
    ]


def _cells(path: Path) -> list[dict[str, Any]]:
    return _cells_of(path.read_text(encoding="utf-8"))


@lru_cache(maxsize=32)
def _cells_of(notebook: str) -> list[dict[str, Any]]:
    """Return the cells of a notebook, which is asked for its code and, soon after, what it shows.

    Nobody changes them.
    """
    cells: list[dict[str, Any]] = json.loads(notebook)["cells"]
    return cells
