"""What the states of all promises come to by the book's own rule, as the table `steps` holds it."""

import sqlite3

from second.quotient import Quotient

HUNDRED = Quotient(100)
# A promise that stands for others counts for nothing once one of them is promised too.
STANDING_FOR_OTHERS = """
    SELECT umbrella FROM covered WHERE measure IN (SELECT value FROM json_each(?))
"""
COUNTING = "SELECT word FROM counting WHERE step = ?"
Judged = dict[str, dict[str, object]]


def own_rule(database: sqlite3.Connection, judged: Judged) -> dict[str, object]:
    """Return the result, the step that decided, and what it counted or left open."""
    asked = _asked(database, judged)
    counted: list[str] = []
    for step in database.execute("SELECT * FROM steps ORDER BY place").fetchall():
        words = {word for (word,) in database.execute(COUNTING, [step["place"]])}
        counted = [key for key, each in asked.items() if {each["state"], each["evidence"]} <= words]
        if _holds(step, len(counted), len(asked)):
            place = step["place"]
            return {"result": step["result"], "step": place, "counted": counted, "left_open": []}
    (otherwise,) = database.execute("SELECT result FROM otherwise").fetchone()
    left = [
        {"promise": key, "why": _reason(database, each["state"])}
        for key, each in asked.items()
        if key not in counted
    ]
    return {"result": otherwise, "step": None, "counted": counted, "left_open": left}


def _asked(database: sqlite3.Connection, judged: Judged) -> Judged:
    promised = [f'"{each["measure"]}"' for each in judged.values()]
    rows = database.execute(STANDING_FOR_OTHERS, [f"[{','.join(promised)}]"])
    filled = {umbrella for (umbrella,) in rows}
    return {key: each for key, each in judged.items() if each["measure"] not in filled}


def _holds(step: sqlite3.Row, counted: int, asked: int) -> bool:
    if step["at_least"]:
        return counted >= int(step["at_least"])
    share = Quotient.of(step["at_least_pct"])
    return asked > 0 and not Quotient(counted) * HUNDRED < share * Quotient(asked)


def _reason(database: sqlite3.Connection, state: object) -> dict[str, str]:
    row = database.execute("SELECT en, zh FROM reasons WHERE state = ?", [state]).fetchone()
    return dict(row)
