"""States are decided on exact intervals, and are monotone in the actual."""

from fractions import Fraction
from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minsheng.data import Period
from minsheng.quantity import Interval, Printed
from minsheng.verdict import State
from minsheng.verdict.state import from_rate

TEN_MONTHS = Period.parse("2023-01/2023-10")
WHOLE_YEAR = Period.parse("2023")
WHOLE_ORDER = [State.MISSED, State.UNDETERMINED, State.ACHIEVED]
ORDER = [State.BEHIND, State.UNDETERMINED, State.ON_SCHEDULE, State.UNDETERMINED, State.ACHIEVED]


def rate(actual: int, target: int) -> Interval:
    return Printed(str(actual), whole=True).enclosure() / target * 100


@pytest.mark.parametrize(
    ("actual", "period", "state"),
    [
        (600, TEN_MONTHS, State.ACHIEVED),
        (599, TEN_MONTHS, State.ON_SCHEDULE),
        (500, TEN_MONTHS, State.ON_SCHEDULE),
        (499, TEN_MONTHS, State.BEHIND),
        (599, WHOLE_YEAR, State.MISSED),
        (600, WHOLE_YEAR, State.ACHIEVED),
        (599, None, State.UNDETERMINED),
        (599, Period.parse("../2023-10"), State.UNDETERMINED),
    ],
)
def test_state(actual: int, period: Period | None, state: State) -> None:
    assert from_rate(rate(actual, 600), period) is state


@pytest.mark.parametrize(
    ("low", "high", "state"),
    [
        (Fraction("99.9"), Fraction("100.1"), State.UNDETERMINED),
        (Fraction("83.2"), Fraction("83.4"), State.UNDETERMINED),
        (Fraction("100"), Fraction("100.1"), State.ACHIEVED),
    ],
)
def test_an_interval_across_a_threshold_is_undetermined(
    low: Fraction, high: Fraction, state: State
) -> None:
    assert from_rate(Interval(low, high), TEN_MONTHS) is state


@given(st.integers(1, 60), st.sampled_from([1, 2, 5, 12]), st.integers(1, 12))
def test_more_is_never_worse(target: int, precision: int, months: int) -> None:
    """For a fixed target, precision and cut-off the states only ever rise with the actual."""
    cutoff = Period.parse("2023" if months == 12 else f"2023-01/2023-{months:02}")
    met = [
        state
        for state, _ in groupby(
            from_rate(
                Printed(str(actual), precision=Fraction(precision), whole=True).enclosure()
                / target
                * 100,
                cutoff,
            )
            for actual in range(3 * target + 2 * precision)
        )
    ]
    rest = iter(WHOLE_ORDER if months == 12 else ORDER)
    assert all(state in rest for state in met), met
    assert met[-1] is State.ACHIEVED
