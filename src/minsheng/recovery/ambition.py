"""How much a target asked for, against what the year before had reached."""

from minsheng.comparability import Comparing, Pair, compare
from minsheng.data import Figure, Measure, Role, View
from minsheng.quantity import Interval
from minsheng.recovery.recovered import Recovered


def ambition(pair: Pair) -> Interval:
    """Return target / what the year before reached, as a plain ratio, from published figures.

    Over a base that covers part of a year it is an upper bound, to be shown only below one.
    """
    target, reached = pair.figures
    return target.enclosure().per(reached.enclosure())


def ambition_elsewhere(view: View, measure: str, region: str) -> tuple[Pair, Interval] | None:
    """Return the ambition of the same year in another region, with the pair it rests on.

    `None` where the context of the view does not hold both figures, or the guard refuses them.
    """
    year = view.edition.year
    targets = view.context(measure, Role.TARGET, region=region, period=str(year))
    reached = view.context(measure, Role.ACTUAL, region=region, period=str(year - 1))
    if not targets or not reached:
        return None
    pair = compare(view.edition.catalogue, Comparing.AMBITION, targets[0], reached[0])
    return (pair, ambition(pair)) if isinstance(pair, Pair) else None


def ambition_over_recovered(measure: Measure, target: Figure, base: Recovered) -> Interval | None:
    """Return target / a recovered base of the year before, as a plain ratio.

    `None` where the catalogue does not declare it or the base belongs to another year.
    """
    declared = measure.declared(Comparing.AMBITION)
    if declared is None or target.period is None or not target.period.is_whole_year:
        return None
    alike = base.measure == target.measure and base.unit is target.unit_read
    if not alike or base.period.year != target.period.year - 1:
        return None
    return target.enclosure().per(base.value)


def change_of_ratio(first: Pair, second: Pair) -> Interval:
    """Return by which factor a ratio of two measures changed: (1 + g) / (1 + h).

    The pairs hold the numerator and the denominator, each with its printed growth.
    """
    return _factor(first.second).per(_factor(second.second))


def _factor(growth: Figure) -> Interval:
    return growth.enclosure() / 100 + 1
