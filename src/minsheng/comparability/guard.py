"""The guard: no computation over two figures without a pair, and no pair without a declaration.

Every function of the book that computes something from two figures takes a `Pair`, and only
`compare` makes one.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from minsheng.comparability import conditions
from minsheng.comparability.conditions import Check, Condition
from minsheng.data import Bilingual, Catalogue, Comparison, Figure


class Comparing(StrEnum):
    """What two figures are set against each other for.

    `completion`: an actual against its target; `completed`: an actual with the completion printed
    beside it. `growth`: an actual with the growth printed beside it; `base`: an actual with the
    same months a year before, as a printed growth asks. `series`: the figures of two editions.
    `ambition`: a target against the year before it. `part_of_year`: the first months of a year
    against the whole of it. `ratio`: one measure per unit of another.
    """

    COMPLETION = "completion"
    COMPLETED = "completed"
    GROWTH = "growth"
    BASE = "base"
    SERIES = "series"
    AMBITION = "ambition"
    PART_OF_YEAR = "part_of_year"
    RATIO = "ratio"


_ONE_MEASURE: Mapping[Condition, Check] = {
    Condition.MEASURE: conditions.same_measure,
    Condition.REGION: conditions.same_region,
}
_ONE_QUANTITY: Mapping[Condition, Check] = {
    **_ONE_MEASURE,
    Condition.UNIT: conditions.same_unit,
    Condition.KIND: conditions.same_kind,
}
_DIVIDED: Mapping[Condition, Check] = {Condition.ZERO: conditions.not_zero}
# A ratio divides unlike units on purpose, and a printed rate is in percent; everything else
# compares like with like. The first condition that fails is the one that a refusal names.
CONDITIONS: Mapping[Comparing, Mapping[Condition, Check]] = {
    Comparing.COMPLETION: {**_ONE_QUANTITY, Condition.YEAR: conditions.same_year, **_DIVIDED},
    Comparing.COMPLETED: {**_ONE_MEASURE, Condition.PERIOD: conditions.same_period},
    Comparing.GROWTH: {**_ONE_MEASURE, Condition.PERIOD: conditions.same_period},
    Comparing.BASE: {
        **_ONE_QUANTITY,
        Condition.MONTHS: conditions.months_a_year_before,
        **_DIVIDED,
    },
    Comparing.SERIES: {**_ONE_QUANTITY, Condition.MONTHS: conditions.same_months, **_DIVIDED},
    Comparing.AMBITION: {
        **_ONE_QUANTITY,
        Condition.YEAR_BEFORE: conditions.year_before,
        **_DIVIDED,
    },
    Comparing.PART_OF_YEAR: {
        **_ONE_QUANTITY,
        Condition.WHOLE_YEAR: conditions.part_of_year,
        **_DIVIDED,
    },
    Comparing.RATIO: {
        Condition.REGION: conditions.same_region,
        Condition.PERIOD: conditions.same_period,
        **_DIVIDED,
    },
}

# Who may set an actual against its target may read the completion printed beside it.
_DECLARED_AS = {Comparing.COMPLETED: Comparing.COMPLETION}


@dataclass(frozen=True)
class Pair:
    """Two figures that may be set against each other, with the declaration that says so."""

    comparing: Comparing
    first: Figure
    second: Figure
    declared: Comparison

    @property
    def figures(self) -> tuple[Figure, Figure]:
        """Both figures, in order."""
        return (self.first, self.second)


@dataclass(frozen=True)
class Refused:
    """Two figures that may not be set against each other, and the condition that fails.

    `why` is the catalogue's own reason where it gives one for this pair of measures.
    """

    comparing: Comparing
    first: Figure
    second: Figure
    condition: Condition
    why: Bilingual | None = None


def compare(
    catalogue: Catalogue, comparing: Comparing, first: Figure, second: Figure
) -> Pair | Refused:
    """Return the pair where the catalogue declares it and it keeps every condition.

    Otherwise return the refusal with the first condition that fails, in the order of `CONDITIONS`.
    """
    declared = _declared(catalogue, comparing, first, second)
    if not declared:
        return _refused(catalogue, comparing, first, second, Condition.NOT_DECLARED)
    covering = [each for each in declared if each.scope.covers(first.region, second.period)]
    if not covering:
        return _refused(catalogue, comparing, first, second, Condition.SCOPE)
    for condition, holds in CONDITIONS[comparing].items():
        if not holds(first, second):
            return _refused(catalogue, comparing, first, second, condition)
    return Pair(comparing, first, second, covering[0])


def _declared(
    catalogue: Catalogue, comparing: Comparing, first: Figure, second: Figure
) -> list[Comparison]:
    """Return what the catalogue declares for the two measures, whatever its scope."""
    kind = _DECLARED_AS.get(comparing, comparing)
    partner = second.measure if comparing is Comparing.RATIO else ""
    return [
        each
        for each in catalogue.measures[first.measure].comparisons
        if each.kind == kind and each.partner == partner
    ]


def _refused(
    catalogue: Catalogue, comparing: Comparing, first: Figure, second: Figure, condition: Condition
) -> Refused:
    known = catalogue.measures[first.measure].refusals
    partner = second.measure if second.measure != first.measure else ""
    reasons = (
        each.why for each in known if each.comparing == comparing and each.partner == partner
    )
    return Refused(comparing, first, second, condition, next(reasons, None))
