"""Everything that the printed figures of an edition let the book recover."""

from collections.abc import Iterator

from minsheng.comparability import Comparing, Pair, compare
from minsheng.data import Figure, Role, View
from minsheng.measures import complete
from minsheng.recovery.recovered import Recovered, narrow_actual, recover_base, recover_target


def base_of(view: View, measure: str) -> Recovered | None:
    """Return the base behind the printed growth of a measure, where one is printed."""
    pair = growth_of(view, measure)
    if pair is None or pair.first.period is None or pair.first.period.start is None:
        return None
    return recover_base(pair)


def growth_of(view: View, measure: str) -> Pair | None:
    """Return an actual with the growth printed beside it, where the pair is sound."""
    return _beside(view, Comparing.GROWTH, measure, Role.YOY_PCT)


def target_of(view: View, measure: str) -> Recovered | None:
    """Return the target behind a printed completion, where the target itself is not printed."""
    if view.find(measure, Role.TARGET) is not None:
        return None
    pair = _beside(view, Comparing.COMPLETED, measure, Role.COMPLETION_PCT)
    return None if pair is None or pair.first.period is None else recover_target(pair)


def actual_of(view: View, measure: str) -> Recovered | None:
    """Return an actual narrowed by its printed completion, where that says more."""
    actual, target = view.find(measure), view.find(measure, Role.TARGET)
    printed = view.find(measure, Role.COMPLETION_PCT)
    if actual is None or target is None or printed is None:
        return None
    pair = compare(view.edition.catalogue, Comparing.COMPLETION, actual, target)
    return narrow_actual(complete(pair), printed) if isinstance(pair, Pair) else None


def recover_all(view: View) -> Iterator[Recovered]:
    """Yield every base, target and narrowed actual of a chapter's measures, in their order."""
    for measure in view.chapter.reads:
        found = (base_of(view, measure), target_of(view, measure), actual_of(view, measure))
        yield from (each for each in found if each is not None)


def _beside(view: View, comparing: Comparing, measure: str, role: Role) -> Pair | None:
    """Return an actual with the rate of that role printed beside it, where the pair is sound."""
    actual: Figure | None = view.find(measure)
    rate = view.find(measure, role)
    if actual is None or rate is None:
        return None
    pair = compare(view.edition.catalogue, comparing, actual, rate)
    return pair if isinstance(pair, Pair) else None
