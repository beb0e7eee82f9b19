"""How much of a target was reached: completion, gap, and the same against an even spread."""

from dataclasses import dataclass
from fractions import Fraction

from minsheng.comparability import Pair
from minsheng.data import Figure
from minsheng.quantity import Interval, Reading


@dataclass(frozen=True)
class Completion:
    """An actual against its target.

    `rate_pct` encloses the completion in percent; `naive_pct` is what the printed values give;
    `gap` encloses actual less target, in the unit of both.
    """

    pair: Pair
    rate_pct: Interval
    naive_pct: Fraction
    gap: Interval

    @property
    def actual(self) -> Figure:
        """What was reported."""
        return self.pair.first

    @property
    def target(self) -> Figure:
        """What was promised."""
        return self.pair.second

    @property
    def inputs(self) -> tuple[Figure, Figure]:
        """The figures it is computed from."""
        return self.pair.figures


def complete(pair: Pair, reading: Reading = Reading.ROUNDED) -> Completion:
    """Compute completion = actual / target; the pair holds them in this order.

    Raises `ZeroDivisionError` for a target of zero.
    """
    actual, target = pair.figures
    enclosure = actual.enclosure(reading)
    return Completion(
        pair,
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
