"""Every vote under the rule of the body that voted, clause by clause."""

import sqlite3

from second.quotient import Quotient

OPINIONS = ("satisfied", "basically_satisfied", "not_satisfied")
COUNTED = ("members", "quorum", "present", *OPINIONS)
CONDITIONS = "SELECT * FROM conditions WHERE rule = ? AND clause = ?"
CLAUSES = "SELECT place, opinion FROM clauses WHERE rule = ? ORDER BY place"
Fields = dict[str, object]


def votes(database: sqlite3.Connection) -> dict[str, Fields]:
    """Return every vote by its id, with what its rule makes of it."""
    rows = database.execute("SELECT * FROM votes ORDER BY place").fetchall()
    return {row["vote_id"]: _vote(database, row) for row in rows}


def _vote(database: sqlite3.Connection, row: sqlite3.Row) -> Fields:
    counts = {name: int(row[name]) if row[name] else None for name in COUNTED}
    cast = {name: counts[name] or 0 for name in OPINIONS}
    possible = range(counts["present"], 2 * counts["present"] + 2)
    quorate = counts["quorum"] is None or counts["present"] >= counts["quorum"]

    def opinions_of(members: int) -> list[str]:
        return _opinions(database, row["rule"], cast, members) if quorate else []

    told = {members: opinions_of(members) for members in possible}
    fitting, ambiguous = None, None
    for members, opinions in told.items():
        if len(opinions) > 1 and ambiguous is None:
            ambiguous = members
    for members, opinions in told.items():
        if opinions != [row["result"]]:
            break
        fitting = members
    held = counts["members"]
    opinions = None if held is None else opinions_of(held)
    (body_en, body_zh) = database.execute(
        "SELECT en, zh FROM bodies WHERE rule = ?", [row["rule"]]
    ).fetchone()
    return {
        "edition": int(row["edition"]) if row["edition"] else None,
        "body": {"en": body_en, "zh": body_zh},
        "voted_on": row["voted_on"],
        "project": {"en": row["project_en"], "zh": row["project_zh"]},
        **counts,
        **cast,
        "result": row["result"] or None,
        "opinions": opinions,
        "follows_up_to": fitting,
        "ambiguous_from": ambiguous,
        "source": row["source"],
    }


def _opinions(
    database: sqlite3.Connection, rule: str, cast: dict[str, int], members: int
) -> list[str]:
    held = []
    for place, opinion in database.execute(CLAUSES, [rule]).fetchall():
        conditions = database.execute(CONDITIONS, [rule, place]).fetchall()
        if all(_holds(each, cast, members) for each in conditions):
            held.append(opinion)
    return held


def _holds(condition: sqlite3.Row, cast: dict[str, int], members: int) -> bool:
    named = condition["votes"].split()
    share = Quotient(sum(cast[name] for name in named), members)
    bound = Quotient.of(condition["share"])
    if condition["bound"] == "at_least":
        return share >= bound
    return share < bound if condition["bound"] == "below" else share <= bound
