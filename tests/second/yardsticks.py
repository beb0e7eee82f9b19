"""Every promise by the yardsticks of others, as the tables `yardsticks` and `classes` hold them."""

import sqlite3
from collections.abc import Iterable
from typing import NamedTuple

from second.figures import Figure
from second.quotient import Quotient
from second.ranges import ONE, ZERO, Range
from second.recovery import PERCENT, Recovered
from second.states import YEAR

CLASSES = "SELECT * FROM classes WHERE yardstick = ? AND part = ? ORDER BY place"
CRITERION = "SELECT change FROM criteria WHERE yardstick = ? AND measure = ?"
DIRECTION = "SELECT direction FROM measures WHERE measure = ?"
Found = dict[str, Figure | None]
Fields = dict[str, object]


class Promise(NamedTuple):
    """A promise with its figures, the condition that they fail, its completion and its base."""

    type: str
    measure: str
    claim: str
    found: Found
    condition: str | None
    completion: Fields | None
    base: Recovered | None


def yardsticks(database: sqlite3.Connection, promise: Promise) -> list[Fields]:
    """Return what every yardstick makes of a promise, in their order."""
    told = []
    for yardstick in database.execute("SELECT * FROM yardsticks ORDER BY place").fetchall():
        broken = _uncounted(promise)
        if broken is not None:
            fields = _fields(None, None, [broken], [])
        else:
            apply = {
                "attainment": _attainment, "schedule": _schedule,
                "growth": _growth, "change": _change,
            }[yardstick["method"]]  # fmt: skip
            fields = apply(database, yardstick, promise)
        told.append({"yardstick": yardstick["key"], **fields})
    return told


def _fields(
    result: str | None, value: Range | None, broken: list[str], inputs: Iterable[Figure]
) -> Fields:
    names = [each.figure_id for each in inputs]
    return {"result": result, "value": value, "breakdowns": broken, "inputs": names}


def _uncounted(promise: Promise) -> str | None:
    target = promise.found["target"]
    if promise.type == "dynamic_clearance" or (target is not None and target.value == ZERO):
        return "zero_target"
    if promise.type in ("coverage", "yes_no") or promise.claim == "all":
        return "coverage"
    if promise.condition:
        return "not_comparable"
    return None if promise.found["actual"] else "not_published"


def _attainment(database: sqlite3.Connection, yardstick: sqlite3.Row, promise: Promise) -> Fields:
    found, completion = promise.found, promise.completion
    if completion is None:
        return _fields(None, None, ["no_target"], [])
    value = completion["rate_pct"].times(PERCENT)
    return _classed(database, yardstick, "classes", value, [found["actual"], found["target"]])


def _schedule(database: sqlite3.Connection, yardstick: sqlite3.Row, promise: Promise) -> Fields:
    found, completion = promise.found, promise.completion
    if completion is None:
        return _fields(None, None, ["no_target"], [])
    inputs, months = [found["actual"], found["target"]], found["actual"].months_elapsed
    if promise.type != "quantity" or not months:
        return _fields(None, None, ["no_months"], inputs)
    value = completion["rate_pct"].times(Quotient(YEAR, months)).times(PERCENT)
    return _classed(database, yardstick, "classes", value, inputs)


def _classed(
    database: sqlite3.Connection,
    yardstick: sqlite3.Row,
    part: str,
    value: Range,
    inputs: Iterable[Figure],
) -> Fields:
    classes = database.execute(CLASSES, [yardstick["key"], part]).fetchall()
    for each in classes:
        reached = True if each["at_least"] == "" else value.reaches(Quotient.of(each["at_least"]))
        if reached is None:
            return _fields(None, value, ["undetermined"], inputs)
        if reached:
            return _fields(each["result"], value, [], inputs)
    raise ValueError(f"{yardstick['key']}: the last class has a bound")


def _growth(database: sqlite3.Connection, yardstick: sqlite3.Row, promise: Promise) -> Fields:
    found, completion, base = promise.found, promise.completion, promise.base
    if base is None:
        return _fields(None, None, ["no_earlier_value"], [])
    actual, growth = base.inputs
    grown = growth.enclosure().times(PERCENT)
    if completion is None:
        return _classed(database, yardstick, "without_target", grown, base.inputs)
    target = found["target"]
    inputs = [actual, growth, target]
    reached = completion["rate_pct"].reaches(ONE / PERCENT)
    below = base.value.low is not None and base.value.low > target.value
    hidden = ["target_below_base"] if below else []
    if reached is None:
        return _fields(None, None, ["undetermined"], inputs)
    if reached:
        return _fields(yardstick["achieved"], None, hidden, inputs)
    if actual.months_elapsed != YEAR:
        return _fields(None, None, ["part_of_year"], inputs)
    if base.value.meet(Range.point(target.value)) is not None:
        return _fields(None, None, ["target_is_base"], inputs)
    return _shares(database, yardstick, promise, grown, hidden)


def _shares(
    database: sqlite3.Connection,
    yardstick: sqlite3.Row,
    promise: Promise,
    grown: Range,
    hidden: list[str],
) -> Fields:
    """Put the share of the growth asked for into classes at every corner of what is possible."""
    found = promise.found
    inputs = [found[name] for name in ("actual", "growth", "target")]
    reported, target = found["actual"].enclosure(), found["target"].value
    ends = [reported.low, reported.high, grown.low, grown.high]
    if any(end is None for end in ends):
        return _fields(None, None, ["undetermined"], inputs)
    (direction,) = database.execute(DIRECTION, [promise.measure]).fetchone()
    shares = []
    for current in ends[:2]:
        for rate in ends[2:]:
            asked = target * (ONE + rate) / current - ONE
            size = asked if asked > ZERO else ZERO - asked
            better = ZERO - rate if direction == "down" else rate
            shares.append(better / size)
    results = [
        _classed(database, yardstick, "classes", Range.point(each), [])["result"] for each in shares
    ]
    value = Range(min(shares), max(shares))
    if len(set(results)) > 1:
        return _fields(None, value, ["undetermined", *hidden], inputs)
    return _fields(results[0], value, hidden, inputs)


def _change(database: sqlite3.Connection, yardstick: sqlite3.Row, promise: Promise) -> Fields:
    growth = promise.found["growth"]
    if growth is None:
        return _fields(None, None, ["no_earlier_value"], [])
    change = growth.enclosure()
    criterion = database.execute(CRITERION, [yardstick["key"], promise.measure]).fetchone()
    if criterion is None:
        return _fields(None, change, ["no_criterion"], [growth])
    (direction,) = database.execute(DIRECTION, [promise.measure]).fetchone()
    falls = Range(
        None if change.high is None else ZERO - change.high,
        None if change.low is None else ZERO - change.low,
        change.high_closed,
        change.low_closed,
    )
    better, worse = (falls, change) if direction == "down" else (change, falls)
    bound = Quotient.of(criterion["change"])
    improved, worsened = better.reaches(bound), worse.reaches(bound)
    if improved or worsened:
        return _fields("improving" if improved else "worsening", change, [], [growth])
    if improved is None or worsened is None:
        return _fields(None, change, ["undetermined"], [growth])
    return _fields("maintaining", change, [], [growth])
