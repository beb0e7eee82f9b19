"""How much of a target was reached: completion, gap, and the same against an even spread."""

from dataclasses import dataclass
from fractions import Fraction

from minsheng.data import Figure
from minsheng.quantity import Interval, Reading


@dataclass(frozen=True)
class Completion:
    """An actual against its target.

    `rate_pct` encloses the completion in percent; `naive_pct` is what the printed values give;
    `gap` encloses actual less target, in the unit of both.
    """

    actual: Figure
    target: Figure
    rate_pct: Interval
    naive_pct: Fraction
    gap: Interval

    @property
    def inputs(self) -> tuple[Figure, Figure]:
        """The figures it is computed from."""
        return (self.actual, self.target)


def complete(actual: Figure, target: Figure, reading: Reading = Reading.ROUNDED) -> Completion:
    """Compute completion = actual / target.

    Raises `ZeroDivisionError` for a target of zero.
    """
    enclosure = actual.enclosure(reading)
    return Completion(
        actual,
        target,
        enclosure / target.value * 100,
        actual.value / target.value * 100,
        enclosure - target.value,
    )


def even_spread_pct(completion: Completion) -> Interval | None:
    """Return completion over the share of the year covered, in percent of an even spread.

    `None` where the actual's period does not start in January or is not stated. Customary name:
    pace. New urban jobs come early in the year, so this never leads.
    """
    period = completion.actual.period
    elapsed = period.elapsed if period is not None else None
    return None if elapsed is None else completion.rate_pct / elapsed
