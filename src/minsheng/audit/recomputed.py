"""The recomputation of a printed percentage from the figures printed beside it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from minsheng.comparability import Comparing, Pair, compare
from minsheng.data import Catalogue, Figure, Role
from minsheng.measures import complete, grow
from minsheng.quantity import Interval, Reading

HUNDRED = 100


class Derivation(StrEnum):
    """How a source derived a percentage that it prints."""

    COMPLETION = "completion"
    GROWTH = "growth"
    COVERAGE = "coverage"


class Missing(StrEnum):
    """Which input of a derivation is not printed, or not comparable."""

    ACTUAL = "actual"
    TARGET = "target"
    BASE = "base"
    COVERED = "covered"
    BOUNDS = "bounds"


DERIVATIONS: Mapping[Role, Derivation] = {
    Role.COMPLETION_PCT: Derivation.COMPLETION,
    Role.YOY_PCT: Derivation.GROWTH,
    Role.COVERAGE_PCT: Derivation.COVERAGE,
}
_COMPARING = {Derivation.COMPLETION: Comparing.COMPLETION, Derivation.GROWTH: Comparing.BASE}
_SECOND = {Derivation.COMPLETION: Missing.TARGET, Derivation.GROWTH: Missing.BASE}


@dataclass(frozen=True)
class Recomputed:
    """What the printed inputs give, in percent.

    `grid_pct` is there where the input is a whole count over an exact target: only its multiples
    are possible.
    """

    pair: Pair
    value_pct: Interval
    naive_pct: Fraction
    grid_pct: Fraction | None


def paired(
    catalogue: Catalogue, derivation: Derivation, first: Figure | None, seconds: tuple[Figure, ...]
) -> Pair | Missing:
    """Return the first sound pair of the test's inputs, or which input is missing."""
    if derivation is Derivation.COVERAGE:
        return Missing.COVERED
    if first is None:
        return Missing.ACTUAL
    pairs = (compare(catalogue, _COMPARING[derivation], first, second) for second in seconds)
    return next((each for each in pairs if isinstance(each, Pair)), _SECOND[derivation])


def recompute(derivation: Derivation, pair: Pair, reading: Reading = Reading.ROUNDED) -> Recomputed:
    """Recompute a percentage; the pair holds actual and target, or actual and base.

    Raises `ZeroDivisionError` where the second is zero.
    """
    if derivation is Derivation.GROWTH:
        growth = grow(pair, reading)
        return Recomputed(pair, growth.change_pct, growth.naive_pct, None)
    done = complete(pair, reading)
    counted = pair.first.unit_read.is_count
    grid = Fraction(HUNDRED) / done.target.value if counted else None
    return Recomputed(pair, done.rate_pct, done.naive_pct, grid)
