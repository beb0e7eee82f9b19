"""Read the published tables into a database in memory: every cell as text, as it stands.

The catalogue's lists become tables of their own, and every written period a row of whole numbers,
so that what two figures share can be asked in SQL.
"""

import csv
import sqlite3
from calendar import monthrange
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml

# Both read plain data only; the one in C, where it is built, is ten times as fast.
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
TABLES = {"editions": "editions.csv", "promises": "promises.csv", "context": "context/figures.csv"}
CATALOGUE = """
    CREATE TABLE measures (place INTEGER, measure TEXT PRIMARY KEY, direction TEXT);
    CREATE TABLE comparisons (
        place INTEGER PRIMARY KEY, measure TEXT, kind TEXT, partner TEXT, key TEXT, unit TEXT
    );
    CREATE TABLE regions (comparison INTEGER, region TEXT);
    CREATE TABLE spans (comparison INTEGER, period TEXT);
    CREATE TABLE refusals (
        place INTEGER PRIMARY KEY, measure TEXT, partner TEXT, comparing TEXT
    );
    CREATE TABLE relations (place INTEGER, relation TEXT, nature TEXT, form TEXT, whole TEXT);
    CREATE TABLE parts (relation TEXT, measure TEXT);
    CREATE TABLE covered (umbrella TEXT, measure TEXT);
    CREATE TABLE places (place INTEGER, region TEXT);
"""
RULES = """
    CREATE TABLE steps (place INTEGER PRIMARY KEY, result TEXT, at_least TEXT, at_least_pct TEXT);
    CREATE TABLE counting (step INTEGER, word TEXT);   -- states and kinds of evidence
    CREATE TABLE reasons (state TEXT, en TEXT, zh TEXT);
    CREATE TABLE otherwise (result TEXT);
    CREATE TABLE bodies (rule TEXT, en TEXT, zh TEXT);
    CREATE TABLE clauses (rule TEXT, place INTEGER, opinion TEXT);
    CREATE TABLE conditions (rule TEXT, clause INTEGER, votes TEXT, bound TEXT, share TEXT);
    CREATE TABLE yardsticks (
        place INTEGER PRIMARY KEY, key TEXT, method TEXT, achieved TEXT, source TEXT
    );
    CREATE TABLE classes (
        place INTEGER PRIMARY KEY, yardstick TEXT, part TEXT, result TEXT, at_least TEXT
    );
    CREATE TABLE criteria (yardstick TEXT, measure TEXT, change TEXT);
"""
PERIODS = """
    CREATE TABLE periods (
        period TEXT PRIMARY KEY,
        first_day TEXT, last_day TEXT,   -- as 2023-01-31
        first_month INTEGER,             -- counted from the year 0; none where a month is not whole
        last_month INTEGER,
        year INTEGER                     -- in which it ends
    );
"""
WRITTEN = """
    SELECT period FROM printed_figures WHERE period <> '' UNION SELECT period FROM spans
    UNION SELECT cutoff FROM editions WHERE cutoff <> ''
"""
FIGURES = """
    CREATE VIEW figures AS
    SELECT printed_figures.*, periods.first_month, periods.last_month, periods.year,
           CASE unit_read WHEN '' THEN unit ELSE unit_read END AS counted_in
    FROM printed_figures LEFT JOIN periods USING (period);
"""


def read(folder: Path) -> sqlite3.Connection:
    """Return a database that holds what is published in a data folder."""
    database = sqlite3.connect(":memory:")
    database.row_factory = sqlite3.Row
    for table, file in TABLES.items():
        _fill(database, table, _rows(folder / file))
    _fill(database, "printed_figures", _figures(folder))
    _fill(database, "votes", _votes(folder))
    database.executescript(CATALOGUE + RULES + PERIODS + FIGURES)
    _read_catalogue(database, folder / "catalogue.yml")
    _read_rules(database, folder / "rules.yml")
    for (period,) in database.execute(WRITTEN).fetchall():
        database.execute("INSERT INTO periods VALUES (?,?,?,?,?,?)", (period, *_days(period)))
    return database


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def _figures(folder: Path) -> Iterator[dict[str, Any]]:
    """Yield the figures of all editions, and those without one, with their place in the file."""
    for path in sorted((folder / "figures").glob("*.csv")):
        yield from ({"edition": int(path.stem), **row} for row in _rows(path))
    yield from ({"edition": None, **row} for row in _rows(folder / TABLES["context"]))


def _votes(folder: Path) -> Iterator[dict[str, Any]]:
    """Yield the votes of all bodies, file by file."""
    for path in sorted((folder / "votes").glob("*.csv")):
        yield from _rows(path)


def _fill(database: sqlite3.Connection, table: str, rows: Iterable[dict[str, Any]]) -> None:
    held = [{"place": place, **row} for place, row in enumerate(rows)]
    if not held:
        raise ValueError(f"{table} holds no row")
    names = list(held[0])
    database.execute(f"CREATE TABLE {table} ({', '.join(names)})")
    slots = ", ".join(f":{name}" for name in names)
    database.executemany(f"INSERT INTO {table} VALUES ({slots})", held)


def _read_catalogue(database: sqlite3.Connection, path: Path) -> None:
    tree = yaml.load(path.read_text(encoding="utf-8"), Loader=LOADER)
    database.executemany("INSERT INTO places VALUES (?,?)", list(enumerate(tree["regions"])))
    for place, (key, entry) in enumerate(tree["measures"].items()):
        database.execute("INSERT INTO measures VALUES (?,?,?)", (place, key, entry["direction"]))
        covered = [(key, each) for each in entry.get("covers", ())]
        database.executemany("INSERT INTO covered VALUES (?,?)", covered)
        for each in entry["comparisons"]:
            _read_comparison(database, key, each)
        for each in entry["refusals"]:
            row = (None, key, each["with"], each.get("comparing"))
            database.execute("INSERT INTO refusals VALUES (?,?,?,?)", row)
    for place, (key, entry) in enumerate(tree["relations"].items()):
        row = (place, key, entry["nature"], entry["form"], entry["whole"])
        database.execute("INSERT INTO relations VALUES (?,?,?,?,?)", row)
        database.executemany("INSERT INTO parts VALUES (?,?)", [(key, m) for m in entry["parts"]])


def _read_comparison(database: sqlite3.Connection, measure: str, entry: dict[str, Any]) -> None:
    row = (None, measure, entry["kind"], entry.get("with"), entry.get("key"), entry.get("unit"))
    place = database.execute("INSERT INTO comparisons VALUES (?,?,?,?,?,?)", row).lastrowid
    for region in entry.get("regions", ()):
        database.execute("INSERT INTO regions VALUES (?,?)", (place, region))
    for period in entry.get("periods", ()):
        database.execute("INSERT INTO spans VALUES (?,?)", (place, period))


def _read_rules(database: sqlite3.Connection, path: Path) -> None:
    tree = yaml.load(path.read_text(encoding="utf-8"), Loader=LOADER)
    _read_own_rule(database, tree["own_rule"])
    for key, entry in tree["votes"].items():
        _read_vote_rule(database, key, entry)
    for key, entry in tree["yardsticks"].items():
        _read_yardstick(database, key, entry)


def _read_vote_rule(database: sqlite3.Connection, key: str, entry: dict[str, Any]) -> None:
    body = (key, entry["body"]["en"], entry["body"]["zh"])
    database.execute("INSERT INTO bodies VALUES (?,?,?)", body)
    for place, clause in enumerate(entry["clauses"]):
        row = (key, place, clause["opinion"])
        database.execute("INSERT INTO clauses VALUES (?,?,?)", row)
        for each in clause["when"]:
            ((bound, share),) = [item for item in each.items() if item[0] != "votes"]
            row = (key, place, " ".join(each["votes"]), bound, str(share))
            database.execute("INSERT INTO conditions VALUES (?,?,?,?,?)", row)


def _read_yardstick(database: sqlite3.Connection, key: str, entry: dict[str, Any]) -> None:
    row = (None, key, entry["method"], entry.get("achieved"), entry["source"])
    database.execute("INSERT INTO yardsticks VALUES (?,?,?,?,?)", row)
    for part in ("classes", "without_target"):
        for each in entry.get(part, ()):
            row = (None, key, part, each["result"], str(each.get("at_least", "")))
            database.execute("INSERT INTO classes VALUES (?,?,?,?,?)", row)
    for measure, change in entry.get("criteria", {}).items():
        database.execute("INSERT INTO criteria VALUES (?,?,?)", (key, measure, str(change)))


def _read_own_rule(database: sqlite3.Connection, rule: dict[str, Any]) -> None:
    for place, step in enumerate(rule["steps"], start=1):
        thresholds = [str(step.get(name, "")) for name in ("at_least", "at_least_pct")]
        row = (place, step["result"], *thresholds)
        database.execute("INSERT INTO steps VALUES (?,?,?,?)", row)
        words = [(place, word) for word in (*step["states"], *step["evidence"])]
        database.executemany("INSERT INTO counting VALUES (?,?)", words)
    reasons = [(state, why["en"], why["zh"]) for state, why in rule["reasons"].items()]
    database.executemany("INSERT INTO reasons VALUES (?,?,?)", reasons)
    database.execute("INSERT INTO otherwise VALUES (?)", (rule["otherwise"],))


def _days(period: str) -> tuple[str | None, str, int | None, int | None, int]:
    """Return the first and last day, the first and last month, and the year of the last."""
    start, _, end = period.rpartition("/")
    first = None if start == ".." else [int(part) for part in (start or end).split("-")]
    last = [int(part) for part in end.split("-")]
    year, month = last[0], last[1] if len(last) > 1 else 12
    days = monthrange(year, month)[1]
    day = last[2] if len(last) > 2 else days
    last_month = year * 12 + month if day == days else None
    first_day = first_month = None
    if first is not None:
        padded = [*first, 1, 1][:3]
        first_day = "{:04}-{:02}-{:02}".format(*padded)
        first_month = padded[0] * 12 + padded[1] if padded[2] == 1 else None
    return first_day, f"{year:04}-{month:02}-{day:02}", first_month, last_month, year
