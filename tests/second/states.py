"""Where a promise stands, and by how much its actual would have to move to stand elsewhere."""

from second.figures import Figure
from second.quotient import Quotient
from second.ranges import ONE, ZERO, Range

HUNDRED = Quotient(100)
YEAR = 12


def rate_pct(actual: Range, target: Figure) -> Range:
    """Return the completion in percent."""
    return actual.over(target.enclosure()).times(HUNDRED)


def state_of(rate: Range, months: int | None) -> str:
    """Return the state of a completion in percent that covers the first months of a year."""
    reached = rate.reaches(HUNDRED)
    if reached is not False:
        return "achieved" if reached else "undetermined"
    if months is None:
        return "undetermined"
    if months == YEAR:
        return "missed"
    on_schedule = rate.reaches(HUNDRED * Quotient(months, YEAR))
    if on_schedule is None:
        return "undetermined"
    return "on_schedule" if on_schedule else "behind"


def flip(actual: Figure, target: Figure) -> dict[str, object] | None:
    """Return the smallest whole change of the actual that leads to another state.

    The state changes only where an end of the actual crosses a threshold, so only the whole numbers
    at and beside these crossings are tried, and the one that lifts a range from below zero; of two
    equally small ones, the fall.
    """
    reported, months = actual.enclosure(), actual.months_elapsed
    here = state_of(rate_pct(reported, target), months)
    for change in sorted(_crossings(reported, target, months), key=lambda each: (abs(each), each)):
        moved = reported.plus(Quotient(change))
        if moved.low is not None and moved.low < ZERO:
            continue
        there = state_of(rate_pct(moved, target), months)
        if there != here:
            return {"change": Quotient(change), "state": there}
    return None


def _crossings(reported: Range, target: Figure, months: int | None) -> set[int]:
    shares = [ONE, Quotient(months or YEAR, YEAR)]
    promised = target.enclosure()
    found = set()
    if reported.low is not None and reported.low < ZERO:
        found.add((ZERO - reported.low).ceiling())
    for threshold in (promised.low, promised.high):
        for end in (reported.low, reported.high):
            if threshold is None or end is None:
                continue
            for share in shares:
                crossing = (threshold * share - end).floor()
                found |= {crossing - 1, crossing, crossing + 1, crossing + 2}
    return found - {0}
