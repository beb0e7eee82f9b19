"""Everything that the second implementation makes of an edition, under the names of the export.

Each part of the export becomes a dictionary from what tells its items apart to their fields.
"""

import sqlite3
from collections.abc import Iterable, Iterator

from second import years
from second.audit import audit
from second.figures import Figure
from second.promises import promises
from second.ratios import ratios, refusals
from second.recovery import recovered
from second.relations import relations
from second.rule import own_rule
from second.votes import votes

Fields = dict[str, object]
Results = dict[str, dict[str, Fields]]
CELLS = ("measure", "region", "period_basis", "kind", "role", "printed", "bound", "unit", "source")
OF_EDITION = """
    SELECT figures.*, first_day, last_day FROM figures LEFT JOIN periods USING (period)
    WHERE edition = ? ORDER BY place
"""
OF_OTHERS = OF_EDITION.replace("edition = ?", "edition IS NOT ?")


def results(database: sqlite3.Connection, year: int) -> Results:
    """Return the results of an edition: the parts of the export, each by the keys of its items."""
    lines, judged = audit(database, year), promises(database, year)
    refused = [*refusals(database, year), *years.refused(database, year)]
    found = {
        "promises": judged,
        "own_rule": {"edition": own_rule(database, judged)},
        "yardsticks": _yardsticks(database),
        "votes": votes(database),
        "ratios": ratios(database, year),
        "recovered": keyed("recovered", [each.published() for each in recovered(database, year)]),
        "growth": keyed("growth", years.growth(database, year)),
        "shares_of_year": keyed("shares_of_year", years.shares(database, year)),
        "audit": {"counts": _counts(lines)},
        "audit.lines": lines,
        "audit.relations": relations(database, year),
        "refusals": keyed("refusals", refused),
    }
    named = set(_words(found))
    cited = _figures(database, OF_OTHERS, year)
    return {
        "figures": _figures(database, OF_EDITION, year),
        "cited": {key: fields for key, fields in cited.items() if key in named},
        **found,
    }


def _yardsticks(database: sqlite3.Connection) -> dict[str, Fields]:
    rows = database.execute("SELECT key, method, source FROM yardsticks ORDER BY place")
    return {key: {"method": method, "source": source} for key, method, source in rows.fetchall()}


def _counts(lines: dict[str, Fields]) -> Fields:
    """Return how many percentages are printed and how many of them could be tested."""
    tested = [each for each in lines.values() if each["outcome"] != "unverifiable"]
    return {"printed": len(lines), "tested": len(tested)}


def _figures(database: sqlite3.Connection, question: str, year: int) -> dict[str, Fields]:
    found = {}
    for row in database.execute(question, [year]).fetchall():
        figure = Figure.of(row)
        days = {"text": row["period"], "start": row["first_day"], "end": row["last_day"]}
        found[figure.figure_id] = {
            **{cell: row[cell] for cell in CELLS},
            "scale": figure.scale,
            "unit_read": figure.unit,
            "period": days if row["period"] else None,
            "value": figure.value,
            "enclosure": figure.enclosure(),
            "enclosure_if_truncated": figure.enclosure(cut_off=True),
        }
    return found


def _words(found: object) -> Iterator[str]:
    """Yield every text in results, figures by their ids among them."""
    if isinstance(found, str):
        yield found
    elif isinstance(found, dict):
        yield from _words(list(found.values()))
    elif isinstance(found, list):
        for each in found:
            yield from _words(each)


def keyed(part: str, items: Iterable[Fields]) -> dict[str, Fields]:
    """Return the items of a part by what tells them apart; equal ones are numbered."""
    found: dict[str, Fields] = {}
    for item in items:
        name = key = _key(part, item)
        number = 1
        while key in found:
            number += 1
            key = f"{name} ({number})"
        found[key] = item
    return found


def _key(part: str, item: Fields) -> str:
    match part:
        case "recovered":
            return f"{item['what']} of {item['measure']}"
        case "growth":
            return f"{item['later']} over {item['earlier']}"
        case "shares_of_year":
            return str(item["part"])
        case "audit.lines":
            return str(item["printed"])
        case "refusals":
            told = [item["measure"], item["partner"], item["comparing"], *item["figures"]]
            return " ".join(str(each) for each in told if each)
    return str(item.get("id") or item["key"])
