"""Everything published about one promise: target, actual, coverage, claim."""

from dataclasses import dataclass

from minsheng.comparability import Comparing, Pair, Refused, compare
from minsheng.data import Figure, Measure, Period, Promise, Role, View
from minsheng.errors import Fault, UsageFault
from minsheng.measures import Completion, complete


@dataclass(frozen=True)
class Promised:
    """A promise with the figures published about it; what was not published is `None`.

    `completion` is there only where both terms are printed and comparable; `refused` names the
    first condition that fails otherwise.
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
    refused: Refused | None

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
    compared = None
    if actual is not None and target is not None:
        compared = compare(view.edition.catalogue, Comparing.COMPLETION, actual, target)
    return Promised(
        promise=promise,
        measure=view.measure(measure),
        cutoff=view.edition.entry.cutoff,
        target=target,
        actual=actual,
        coverage=view.find(measure, Role.COVERAGE_PCT),
        stated_rate=view.find(measure, Role.COMPLETION_PCT),
        growth=view.find(measure, Role.YOY_PCT),
        completion=complete(compared) if isinstance(compared, Pair) else None,
        refused=compared if isinstance(compared, Refused) else None,
    )
