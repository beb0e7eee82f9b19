"""The same promises under the yardsticks of others, and where each of them breaks down.

Every yardstick is data (`data/rules.yml`), with the source that prints it. Nothing here is the
book's own judgement: a class is what the source's words make of the published figures.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import product

from minsheng.data import (
    Breakdown,
    Claim,
    Class,
    Direction,
    Figure,
    Method,
    PromiseType,
    Yardstick,
)
from minsheng.indicators import Promised
from minsheng.quantity import Interval
from minsheng.verdict.assessment import Assessment
from minsheng.verdict.course import Course, class_of

IMPROVING, MAINTAINING, WORSENING = "improving", "maintaining", "worsening"
WHOLE_PCT = 100


@dataclass(frozen=True)
class Measured:
    """What a yardstick makes of a promise.

    `result` is the key of a class, or `None` where the yardstick says nothing; then the first of
    `breakdowns` says why, else they say what the class hides. `value` is what was put into
    classes: a plain ratio, a share of the growth asked for, or a change in percent.
    """

    yardstick: str
    result: str | None
    value: Interval | None
    breakdowns: tuple[Breakdown, ...]
    inputs: tuple[Figure, ...]


def measure_all(yardsticks: Mapping[str, Yardstick], judged: Assessment) -> tuple[Measured, ...]:
    """Put a promise under every yardstick, in their order."""
    return tuple(measure(key, each, judged) for key, each in yardsticks.items())


def measure(key: str, yardstick: Yardstick, judged: Assessment) -> Measured:
    """Put a promise under one yardstick."""
    broken = _uncounted(judged.promised)
    if broken is not None:
        return Measured(key, None, None, (broken,), ())
    applied = {
        Method.ATTAINMENT: _attainment,
        Method.SCHEDULE: _schedule,
        Method.GROWTH: _growth,
        Method.CHANGE: _change,
    }
    return applied[yardstick.method](key, yardstick, judged)


def _uncounted(promised: Promised) -> Breakdown | None:
    """Say why nothing about a promise can be measured at all, or `None` where something can."""
    kind = promised.promise.type
    if kind is PromiseType.DYNAMIC_CLEARANCE or _is_zero(promised.target):
        return Breakdown.ZERO_TARGET
    if kind in (PromiseType.COVERAGE, PromiseType.YES_NO) or promised.promise.claim is Claim.ALL:
        return Breakdown.COVERAGE
    if promised.refused is not None:
        return Breakdown.NOT_COMPARABLE
    return Breakdown.NOT_PUBLISHED if promised.actual is None else None


def _is_zero(figure: Figure | None) -> bool:
    return figure is not None and figure.value == 0


def _attainment(key: str, yardstick: Yardstick, judged: Assessment) -> Measured:
    done = judged.promised.completion
    if done is None:
        return Measured(key, None, None, (Breakdown.NO_TARGET,), ())
    return _classed(key, yardstick.classes, done.rate_pct / WHOLE_PCT, done.inputs)


def _schedule(key: str, yardstick: Yardstick, judged: Assessment) -> Measured:
    done, pace = judged.promised.completion, judged.even_spread_pct
    if done is None:
        return Measured(key, None, None, (Breakdown.NO_TARGET,), ())
    if pace is None:
        return Measured(key, None, None, (Breakdown.NO_MONTHS,), done.inputs)
    return _classed(key, yardstick.classes, pace / WHOLE_PCT, done.inputs)


def _classed(
    key: str, classes: tuple[Class, ...], value: Interval, inputs: tuple[Figure, ...]
) -> Measured:
    found = _class_of(classes, value)
    broken = () if found is not None else (Breakdown.UNDETERMINED,)
    return Measured(key, found, value, broken, inputs)


def _class_of(classes: tuple[Class, ...], value: Interval) -> str | None:
    """Return the class that every value of an interval falls into, or `None`."""
    for each in classes:
        if each.at_least is None:
            return each.result
        reached = value.reaches(each.at_least)
        if reached is not False:
            return each.result if reached else None
    return None


def _growth(key: str, yardstick: Yardstick, judged: Assessment) -> Measured:
    base, done = judged.base, judged.promised.completion
    if base is None or judged.promised.growth is None:
        return Measured(key, None, None, (Breakdown.NO_EARLIER_VALUE,), ())
    factor = judged.promised.growth.enclosure() / WHOLE_PCT + 1
    if done is None:
        return _classed(key, yardstick.without_target, factor - 1, base.inputs)
    inputs = (*base.inputs, done.target)
    reached = done.rate_pct.reaches(WHOLE_PCT)
    if reached is None:
        return Measured(key, None, None, (Breakdown.UNDETERMINED,), inputs)
    if reached:
        below = base.value.low is not None and base.value.low > done.target.value
        hidden = (Breakdown.TARGET_BELOW_BASE,) if below else ()
        return Measured(key, yardstick.achieved, None, hidden, inputs)
    if not base.period.is_whole_year:
        return Measured(key, None, None, (Breakdown.PART_OF_YEAR,), inputs)
    if done.target.value in base.value:
        return Measured(key, None, None, (Breakdown.TARGET_IS_BASE,), inputs)
    return _over_the_year(key, yardstick, judged, factor)


def _over_the_year(
    key: str, yardstick: Yardstick, judged: Assessment, factor: Interval
) -> Measured:
    """Put the growth of one year into classes, at every corner of what the figures allow.

    The share of the growth asked for is monotone in the actual and in its growth as long as the
    base does not cross the target, so the corners enclose it.
    """
    done, base = judged.promised.completion, judged.base
    assert done is not None and base is not None
    inputs = (*base.inputs, done.target)
    courses = list(_corners(done.actual.enclosure(), factor, done.target.value, judged))
    if not courses:
        return Measured(key, None, None, (Breakdown.UNDETERMINED,), inputs)
    classes = {class_of(yardstick, each)[0] for each in courses}
    shares = [each.share for each in courses]
    value = Interval(min(shares), max(shares))
    below = base.value.low is not None and base.value.low > done.target.value
    hidden = (Breakdown.TARGET_BELOW_BASE,) if below else ()
    if len(classes) > 1:
        return Measured(key, None, value, (Breakdown.UNDETERMINED, *hidden), inputs)
    return Measured(key, classes.pop(), value, hidden, inputs)


def _corners(
    actual: Interval, factor: Interval, target: Fraction, judged: Assessment
) -> Iterator[Course]:
    rising = judged.promised.measure.direction is not Direction.DOWN
    ends = product((actual.low, actual.high), (factor.low, factor.high))
    for current, grown in ends if actual.is_bounded and factor.is_bounded else ():
        assert current is not None and grown is not None
        yield Course(current / grown, 0, current, 1, target, 1, rising)


def _change(key: str, yardstick: Yardstick, judged: Assessment) -> Measured:
    growth, promised = judged.promised.growth, judged.promised
    if growth is None:
        return Measured(key, None, None, (Breakdown.NO_EARLIER_VALUE,), ())
    change = growth.enclosure()
    criterion = (yardstick.criteria or {}).get(promised.promise.measure)
    if criterion is None:
        return Measured(key, None, change, (Breakdown.NO_CRITERION,), (growth,))
    better = -change if promised.measure.direction is Direction.DOWN else change
    found = change_class(better, criterion)
    broken = () if found is not None else (Breakdown.UNDETERMINED,)
    return Measured(key, found, change, broken, (growth,))


def change_class(better: Interval, criterion: Fraction) -> str | None:
    """Return whether a change for the better is as large as a criterion, either way.

    `None` where the interval lies on both sides of it.
    """
    if better.reaches(criterion):
        return IMPROVING
    if (-better).reaches(criterion):
        return WORSENING
    outside = better.reaches(criterion) is None or (-better).reaches(criterion) is None
    return None if outside else MAINTAINING
