"""What figures of other regions, and of years without an edition, let the book recover."""

from collections.abc import Iterable, Iterator

from minsheng.comparability import Comparing, Pair, compare
from minsheng.data import Catalogue, Figure, Role
from minsheng.recovery.recovered import Recovered, recover_base, recover_target

_COMPARING = {
    Role.YOY_PCT: Comparing.GROWTH,
    Role.COMPLETION_PCT: Comparing.COMPLETED,
}


def recover_context(catalogue: Catalogue, figures: Iterable[Figure]) -> Iterator[Recovered]:
    """Yield the base behind every growth, and the target behind every completion without one."""
    pool = tuple(figures)
    for rate in pool:
        if rate.role not in _COMPARING or _has_target(rate, pool):
            continue
        for actual in (each for each in pool if each.role is Role.ACTUAL):
            pair = compare(catalogue, _COMPARING[rate.role], actual, rate)
            if isinstance(pair, Pair):
                growth = rate.role is Role.YOY_PCT
                yield recover_base(pair) if growth else recover_target(pair)


def _has_target(rate: Figure, pool: Iterable[Figure]) -> bool:
    """Tell whether the target behind a completion is printed itself."""
    return rate.role is Role.COMPLETION_PCT and any(
        each.role is Role.TARGET
        and (each.measure, each.region) == (rate.measure, rate.region)
        and each.period is not None
        and rate.period is not None
        and each.period.year == rate.period.year
        for each in pool
    )
