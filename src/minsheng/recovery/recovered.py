"""Values that printed figures imply: "the base the source used", never "last year's figure"."""

from dataclasses import dataclass
from enum import StrEnum

from minsheng.comparability import Pair
from minsheng.data import Figure, Period, Unit
from minsheng.measures import Completion
from minsheng.quantity import Interval


class What(StrEnum):
    """What is recovered: a base behind a growth, a target behind a completion, a closer actual."""

    BASE = "base"
    TARGET = "target"
    ACTUAL = "actual"


@dataclass(frozen=True)
class Recovered:
    """A value implied by printed figures, in the unit of its first input, for `period`.

    No source prints it. `value` encloses it.
    """

    what: What
    value: Interval
    inputs: tuple[Figure, ...]
    period: Period

    @property
    def measure(self) -> str:
        """The measure that it is a value of."""
        return self.inputs[0].measure

    @property
    def unit(self) -> Unit:
        """The unit in which the value is read."""
        return self.inputs[0].unit_read


def recover_base(pair: Pair) -> Recovered:
    """Recover the base a year earlier = actual / (1 + growth); the pair holds actual and growth.

    Raises `ValueError` where the period has no stated start.
    """
    actual, growth = pair.figures
    value = actual.enclosure().per(growth.enclosure() / 100 + 1)
    return Recovered(What.BASE, value, pair.figures, _period(actual).year_earlier())


def recover_target(pair: Pair) -> Recovered:
    """Recover the target of the year = actual / completion; the pair holds actual and completion.

    Raises `ZeroDivisionError` where the completion is zero.
    """
    actual, completion = pair.figures
    value = actual.enclosure().per(completion.enclosure() / 100)
    year = Period.parse(str(_period(actual).year))
    return Recovered(What.TARGET, value, pair.figures, year)


def narrow_actual(done: Completion, printed: Figure) -> Recovered | None:
    """Narrow an actual by its printed completion: what both enclosures allow.

    `None` where they share no value, or where the completion says nothing new.
    """
    own = done.actual.enclosure()
    allowed = own.meet(done.target.enclosure() * (printed.enclosure() / 100))
    if allowed is not None and done.actual.unit_read.is_count:
        allowed = allowed.whole()
    if allowed is None or allowed == own:
        return None
    return Recovered(
        What.ACTUAL, allowed, (done.actual, done.target, printed), _period(done.actual)
    )


def _period(figure: Figure) -> Period:
    if figure.period is None:
        raise ValueError(f"{figure.figure_id} has no stated period")
    return figure.period
