"""One audit line: a printed percentage, its recomputation and what the derivation is worth."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from minsheng.audit.judging import Outcome, force, judge
from minsheng.audit.recomputed import (
    DERIVATIONS,
    Derivation,
    Missing,
    Recomputed,
    paired,
    recompute,
)
from minsheng.comparability import Pair
from minsheng.data import Catalogue, Figure
from minsheng.quantity import Reading

MOST_UNITS = 1_000


@dataclass(frozen=True)
class InputFlip:
    """The smallest change of a printed input that changes the outcome.

    `units` counts units of the input's last printed place (negative: it falls); `change` is the
    same in base units.
    """

    figure: Figure
    units: int
    change: Fraction
    outcome: Outcome


@dataclass(frozen=True)
class Line:
    """The test of one printed percentage.

    `recomputed` is there where every input is printed; otherwise `missing` says which is not.
    `force` counts the values of the printed form that would have passed; `None` means no end.
    `truncated` is the outcome if every measured number had been cut off instead of rounded.
    """

    printed: Figure
    derivation: Derivation
    outcome: Outcome
    missing: Missing | None = None
    recomputed: Recomputed | None = None
    force: int | None = None
    truncated: Outcome = Outcome.UNVERIFIABLE
    flip: InputFlip | None = None

    @property
    def tested(self) -> bool:
        """Whether every input is printed, so that the test could be made at all."""
        return self.recomputed is not None

    @property
    def inputs(self) -> tuple[Figure, ...]:
        """The figures that the recomputation rests on."""
        return () if self.recomputed is None else self.recomputed.pair.figures

    @property
    def depends_on_reading(self) -> bool:
        """Whether truncation instead of rounding would change the outcome."""
        return self.tested and self.truncated is not self.outcome


def line(
    catalogue: Catalogue, printed: Figure, actual: Figure | None, seconds: tuple[Figure, ...]
) -> Line:
    """Test one printed percentage; `seconds` are the possible targets or bases."""
    derivation = DERIVATIONS[printed.role]
    pair = paired(catalogue, derivation, actual, seconds)
    if isinstance(pair, Missing):
        return Line(printed, derivation, Outcome.UNVERIFIABLE, pair)
    recomputed = recompute(derivation, pair)
    if recomputed.value_pct.low is None and recomputed.value_pct.high is None:
        return Line(printed, derivation, Outcome.UNVERIFIABLE, Missing.BOUNDS)
    return Line(
        printed,
        derivation,
        outcome_of(printed, derivation, pair),
        None,
        recomputed,
        force(printed, recomputed.value_pct, recomputed.grid_pct),
        outcome_of(printed, derivation, pair, Reading.TRUNCATED),
        smallest_flip(catalogue, printed, derivation, pair),
    )


def outcome_of(
    printed: Figure, derivation: Derivation, pair: Pair, reading: Reading = Reading.ROUNDED
) -> Outcome:
    """Judge a printed percentage under one reading of all measured numbers."""
    found = recompute(derivation, pair, reading)
    return judge(printed.enclosure(reading), found.value_pct, found.grid_pct, reading)


def smallest_flip(
    catalogue: Catalogue, printed: Figure, derivation: Derivation, pair: Pair
) -> InputFlip | None:
    """Return the change of an input by the fewest units of its last place that changes the outcome.

    Of equal ones the first input's comes first, and of those the fall. `None` where a thousand
    units change nothing.
    """
    here = outcome_of(printed, derivation, pair)
    for place, units, altered in _altered(pair):
        changed = list(pair.figures)
        changed[place] = altered
        again = paired(catalogue, derivation, changed[0], (changed[1],))
        outcome = outcome_of(printed, derivation, again) if isinstance(again, Pair) else here
        if outcome is not here:
            change = altered.value - pair.figures[place].value
            return InputFlip(pair.figures[place], units, change, outcome)
    return None


def _altered(pair: Pair) -> Iterator[tuple[int, int, Figure]]:
    """Yield each input altered by one unit, then by two, and so on; none falls to zero."""
    for size in range(1, MOST_UNITS + 1):
        for place, figure in enumerate(pair.figures):
            for units in (-size, size):
                altered = _moved(figure, units)
                if altered.value > 0:
                    yield place, units, altered


def _moved(figure: Figure, units: int) -> Figure:
    """Return the figure with its printed digits moved by units of their last place."""
    unit = Decimal(1).scaleb(-figure.number.decimals)
    return replace(figure, printed=f"{Decimal(figure.printed) + units * unit:f}")
