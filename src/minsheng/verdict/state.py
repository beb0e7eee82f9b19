"""The state of a promise, decided in a fixed order on exact intervals."""

from fractions import Fraction

from minsheng.data import Claim, Period, State
from minsheng.indicators import Promised
from minsheng.quantity import Interval

WHOLE_PCT = 100


def decide(promised: Promised) -> State:
    """Decide a promise's state from what is published about it."""
    if promised.refused is not None:
        return State.NOT_COMPARABLE
    if promised.completion is not None:
        return from_rate(promised.completion.rate_pct, promised.completion.actual.period)
    if promised.actual is not None and promised.promise.claim is Claim.ALL:
        return State.ACHIEVED
    stated = promised.coverage or promised.stated_rate
    if stated is not None:
        state = from_rate(stated.enclosure(), stated.period)
        return State.STATED_ACHIEVED if state is State.ACHIEVED else state
    if promised.promise.claim is not None:
        return State.ASSERTED_ACHIEVED
    return State.NOT_PUBLISHED if promised.actual is None else State.NOT_COMPUTABLE


def from_rate(rate_pct: Interval, period: Period | None) -> State:
    """Decide a state from an enclosed completion in percent and the period that it covers."""
    reached = rate_pct.reaches(WHOLE_PCT)
    if reached is None:
        return State.UNDETERMINED
    if reached:
        return State.ACHIEVED
    elapsed = period.elapsed if period is not None else None
    if elapsed is None:
        return State.UNDETERMINED
    return State.MISSED if elapsed >= 1 else _on_schedule(rate_pct, elapsed)


def _on_schedule(rate_pct: Interval, elapsed: Fraction) -> State:
    reached = (rate_pct / elapsed).reaches(WHOLE_PCT)
    if reached is None:
        return State.UNDETERMINED
    return State.ON_SCHEDULE if reached else State.BEHIND
