"""The distance to flip agrees with trying every change."""

from dataclasses import replace
from fractions import Fraction

from hypothesis import example, given
from hypothesis import strategies as st

from minsheng.comparability import Comparing, Pair, compare
from minsheng.data import Period, load_book
from minsheng.measures import complete
from minsheng.verdict import State, distance_to_flip
from minsheng.verdict.state import from_rate

BOOK = load_book()
FIGURES = BOOK.edition(2023).figures
ACTUAL = FIGURES["2023.disabled_employment.actual"]
TARGET = FIGURES["2023.disabled_employment.target"]


@given(
    st.integers(1, 400),
    st.integers(1, 300),
    st.sampled_from([None, Fraction(0), Fraction(7), Fraction(20)]),
    st.sampled_from(["2023-01/2023-10", "2023-01/2023-03", "2023"]),
)
@example(1, 45, Fraction(20), "2023-01/2023-03")
def test_against_brute_force(
    actual: int, target: int, precision: Fraction | None, period: str
) -> None:
    pair = compare(
        BOOK.catalogue,
        Comparing.COMPLETION,
        replace(ACTUAL, printed=str(actual), precision=precision, period=Period.parse(period)),
        replace(TARGET, printed=str(target)),
    )
    assert isinstance(pair, Pair)
    done = complete(pair)

    def state(change: int) -> State:
        rate = (done.actual.enclosure() + change) / target * 100
        return from_rate(rate, done.actual.period)

    tried = sorted(range(-1000, 1001), key=lambda change: (abs(change), change > 0))
    low = done.actual.enclosure().low
    assert low is not None
    possible = [change for change in tried if low + change >= 0]
    expected = next((change for change in possible if state(change) is not state(0)), None)
    found = distance_to_flip(done)
    assert (found.change if found else None) == expected
    assert found is None or found.state is state(found.change)
