"""A made-up book of many cities, to see how the costs grow. It is never published.

Each city has a measure of its own, made from that on new urban jobs, with its promise and figures,
which differ from city to city, and up to ten chapters on it, each with a notebook. Every title says
that it is synthetic.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import nbformat
import yaml

from bench.project import Copy
from minsheng import paths
from minsheng.site.toc import ABOUT, DIFFERENCES

MODEL, YEAR = "urban_new_jobs", 2023
CHAPTERS = 10
EMPTIED = ("policies", "recommendations", "supervision", "discrepancies", "numerals", "excused")
Row = dict[str, str]


def lay_cities(copy: Copy, count: int) -> None:
    """Turn a copy of the project into a book of made-up cities with so many chapters together."""
    chapters = [f"{city_of(number)}_{number % CHAPTERS}" for number in range(count)]
    cities = list(dict.fromkeys(map(city_of, range(count))))
    lay_catalogue(copy.root, cities, chapters)
    lay_tables(copy.root / "data", cities)
    lay_notebooks(copy.root / "notebooks", chapters)
    for page in ("index", DIFFERENCES, *ABOUT):
        text = f"# Synthetic: {page}\n\nA book of made-up cities, to measure the tools by.\n"
        (copy.root / "book" / f"{page}.md").write_text(text, encoding="utf-8")


def city_of(number: int) -> str:
    """Return the city that a chapter is of."""
    return f"city_{number // CHAPTERS:03}"


def lay_catalogue(root: Path, cities: list[str], chapters: list[str]) -> None:
    """Give every city a measure, and its chapters."""
    path = root / "data" / "catalogue.yml"
    tree: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    chapter, measure = tree["chapters"][MODEL], tree["measures"][MODEL]
    tree["chapters"] = {
        key: {**chapter, "title": named("", key), "reads": [key.rpartition("_")[0]]}
        for key in chapters
    }
    tree["measures"] = {
        key: {**measure, "name": named("new urban jobs of ", key), "chapter": f"{key}_0"}
        for key in cities
    }
    tree["relations"] = {}
    # The contract allows no aliases: what is the same twice becomes two.
    apart = json.loads(json.dumps(tree))
    text = yaml.safe_dump(apart, sort_keys=False, allow_unicode=True)
    path.write_text(text, encoding="utf-8")


def named(what: str, key: str) -> dict[str, str]:
    """Return a city's name, or what is said of it, in both languages."""
    number = key.removeprefix("city_").replace("_", "/")
    return {"en": f"{what}synthetic city {number}", "zh": f"虚构城市{number}"}


def lay_tables(data: Path, keys: list[str]) -> None:
    """Keep one edition, with the promise and the figures of every city and nothing else."""
    for path in data.glob("figures/*.csv"):
        if path.stem != str(YEAR):
            path.unlink()
    for name in (*EMPTIED, "context/figures"):
        rewrite(data / f"{name}.csv", nothing)
    for path in data.glob("votes/*.csv"):
        rewrite(path, nothing)
    rewrite(data / "editions.csv", lambda rows: (row for row in rows if row["year"] == str(YEAR)))
    rewrite(data / "promises.csv", lambda rows: promises(rows, keys))
    rewrite(data / f"figures/{YEAR}.csv", lambda rows: figures(rows, keys))


def nothing(rows: list[Row]) -> Iterator[Row]:
    """Yield no row."""
    yield from rows[:0]


def promises(rows: list[Row], keys: list[str]) -> Iterator[Row]:
    """Yield the model's promise for every city."""
    (model,) = (row for row in rows if row["promise_id"] == f"{YEAR}.{MODEL}")
    for number, key in enumerate(keys, start=1):
        yield {**model, "promise_id": f"{YEAR}.{key}", "ordinal": str(number), "measure": key}


def figures(rows: list[Row], keys: list[str]) -> Iterator[Row]:
    """Yield the model's figures for every city; the actuals differ."""
    model = [row for row in rows if row["measure"] == MODEL and row["role"] != "completion_pct"]
    for number, key in enumerate(keys):
        for row in model:
            printed = row["printed"]
            if row["role"] == "actual":
                printed = f"{18 + number % 500 / 100:.2f}"
            figure_id = row["figure_id"].replace(MODEL, key)
            yield {**row, "figure_id": figure_id, "measure": key, "printed": printed}


def rewrite(path: Path, change: Callable[[list[Row]], Iterator[Row]]) -> None:
    """Write a table anew with other rows under the same header."""
    reader = csv.DictReader(io.StringIO(path.read_text(encoding="utf-8")))
    rows = list(reader)
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, reader.fieldnames or [], lineterminator="\n")
    writer.writeheader()
    writer.writerows(change(rows))
    path.write_text(buffer.getvalue(), encoding="utf-8")


def lay_notebooks(folder: Path, keys: list[str]) -> None:
    """Give every city its notebook, and the chapters across the years nothing to say."""
    model = nbformat.read(folder / f"{MODEL}.ipynb", as_version=4)
    across = nbformat.read(folder / "peers.ipynb", as_version=4)
    for path in folder.glob("*.ipynb"):
        path.unlink()
    for cell in model.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    text = nbformat.writes(model)
    for key in keys:
        city = key.rpartition("_")[0]
        own = text.replace(f'open_page(\\"{MODEL}\\"', f'open_page(\\"{key}\\"')
        own = own.replace(MODEL, city).replace("# New urban jobs", f"# {named('', key)['en']}")
        (folder / f"{key}.ipynb").write_text(own, encoding="utf-8")
    across.cells = across.cells[:2]
    for name in ("trends", "peers"):
        across.cells[0].source = f"# Synthetic: {name}"
        nbformat.write(across, folder / f"{name}.ipynb")


def is_marked(copy: Copy) -> bool:
    """Tell whether every notebook of a book says in its title that it is synthetic."""
    found = sorted((copy.root / "notebooks").glob("*.ipynb"))
    texts = [nbformat.read(path, as_version=4).cells[0].source for path in found]
    return bool(texts) and all("ynthetic" in text for text in texts) and copy.root != paths.ROOT
