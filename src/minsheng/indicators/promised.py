"""Everything published about one promise: target, actual, coverage, claim."""

from dataclasses import dataclass
from enum import StrEnum

from minsheng.data import Figure, Measure, Period, Promise, Role, View
from minsheng.errors import Fault, UsageFault
from minsheng.measures import Completion, complete


class Incomparable(StrEnum):
    """The condition that fails where an actual may not be set against its target."""

    NOT_DECLARED = "not_declared"
    UNIT = "unit"
    REGION = "region"
    YEAR = "year"


@dataclass(frozen=True)
class Promised:
    """A promise with the figures published about it; what was not published is `None`.

    `completion` is there only where both terms are printed and comparable; `incomparable` names
    the first condition that fails otherwise.
    """

    promise: Promise
    measure: Measure
    cutoff: Period | None
    target: Figure | None
    actual: Figure | None
    coverage: Figure | None
    stated_rate: Figure | None
    growth: Figure | None
    completion: Completion | None
    incomparable: Incomparable | None

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Every figure published about the promise."""
        every = (self.target, self.actual, self.coverage, self.stated_rate, self.growth)
        return tuple(figure for figure in every if figure is not None)


def gather(view: View, measure: str) -> Promised:
    """Bring together what is published about the promise on `measure`.

    Raises `UsageFault` where the edition promises nothing about it.
    """
    promise = view.promise(measure)
    if promise is None:
        rule = f"The edition {view.edition.year} has no promise about this measure."
        raise UsageFault(
            [Fault("data/promises.csv", rule, "add its row", None, "measure", measure)]
        )
    target, actual = view.find(measure, Role.TARGET), view.find(measure, Role.ACTUAL)
    entry = view.measure(measure)
    fails = _incomparable(entry, actual, target)
    both = actual is not None and target is not None and fails is None
    return Promised(
        promise=promise,
        measure=entry,
        cutoff=view.edition.entry.cutoff,
        target=target,
        actual=actual,
        coverage=view.find(measure, Role.COVERAGE_PCT),
        stated_rate=view.find(measure, Role.COMPLETION_PCT),
        growth=view.find(measure, Role.YOY_PCT),
        completion=complete(actual, target) if both and actual and target else None,
        incomparable=fails,
    )


def _incomparable(
    measure: Measure, actual: Figure | None, target: Figure | None
) -> Incomparable | None:
    """Return the first condition that forbids setting the actual against the target."""
    if actual is None or target is None:
        return None
    if measure.declared("completion") is None:
        return Incomparable.NOT_DECLARED
    if actual.unit_read is not target.unit_read:
        return Incomparable.UNIT
    if actual.region != target.region:
        return Incomparable.REGION
    if actual.period is None or target.period is None:
        return Incomparable.YEAR
    return None if actual.period.year == target.period.year else Incomparable.YEAR
