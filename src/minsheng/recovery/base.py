"""The base behind a printed growth rate: "the base the source used", never "last year's figure"."""

from dataclasses import dataclass

from minsheng.data import Figure, Period
from minsheng.quantity import Interval


@dataclass(frozen=True)
class Recovered:
    """A value implied by printed figures, in the unit of its first input, for `period`."""

    value: Interval
    inputs: tuple[Figure, ...]
    period: Period


def recover_base(actual: Figure, growth: Figure) -> Recovered:
    """Recover the base a year earlier: actual / (1 + growth).

    Raises `ValueError` where the two do not belong together or the period has no stated start.
    """
    if (actual.measure, actual.period) != (growth.measure, growth.period) or actual.period is None:
        raise ValueError(f"{growth.figure_id} is not the growth of {actual.figure_id}")
    value = actual.enclosure() / (growth.enclosure() / 100 + 1)
    return Recovered(value, (actual, growth), actual.period.year_earlier())


def ambition(target: Figure, base: Recovered) -> Interval:
    """Return target / what had been reached a year earlier, as a plain ratio.

    Over a base that covers part of a year it is an upper bound, to be shown only below one.
    """
    return target.enclosure() / base.value


def change_of_ratio(first_growth: Figure, second_growth: Figure) -> Interval:
    """Return by which factor a ratio of two measures changed: (1 + g) / (1 + h)."""
    return (first_growth.enclosure() / 100 + 1) / (second_growth.enclosure() / 100 + 1)
