"""Interval arithmetic encloses every result of its members, with ends open where they are."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minsheng.quantity import Interval

numbers = st.fractions(min_value=-1000, max_value=1000, max_denominator=100)


@st.composite
def held(draw: st.DrawFn) -> tuple[Interval, Fraction]:
    """Draw an interval and a number that it holds."""
    low, middle, high = sorted(draw(st.tuples(numbers, numbers, numbers)))
    interval = Interval(
        draw(st.sampled_from([low, None])),
        draw(st.sampled_from([high, None])),
        low_closed=draw(st.booleans()) or low == middle,
        high_closed=draw(st.booleans()) or high == middle,
    )
    return interval, middle


@given(held(), held())
def test_a_result_holds_the_result_of_every_member(
    first: tuple[Interval, Fraction], second: tuple[Interval, Fraction]
) -> None:
    (a, x), (b, y) = first, second
    assert x + y in a + b
    assert x - y in a - b
    assert x * y in a * b
    if 0 not in b and (b.low is not None and b.low >= 0 or b.high is not None and b.high <= 0):
        assert x / y in a / b


@given(held(), numbers)
def test_reaching_a_threshold_is_decided_only_when_every_member_agrees(
    pair: tuple[Interval, Fraction], threshold: Fraction
) -> None:
    interval, member = pair
    verdict = interval.reaches(threshold)
    assert verdict is None or verdict == (member >= threshold)


@given(held(), held())
def test_the_meet_holds_what_both_hold(
    first: tuple[Interval, Fraction], second: tuple[Interval, Fraction]
) -> None:
    (a, x), (b, __) = first, second
    meet = a.meet(b)
    assert (x in a and x in b) == (meet is not None and x in meet)


@given(held())
def test_whole_numbers_within(pair: tuple[Interval, Fraction]) -> None:
    interval, member = pair
    whole = interval.whole()
    for candidate in (int(member), int(member) + 1, int(member) - 1):
        assert (candidate in interval) == (whole is not None and candidate in whole)


@pytest.mark.parametrize(
    "divisor", [Interval.from_ends(-1, 1), Interval.from_ends(0, 1), Interval(None, None)]
)
def test_a_divisor_that_may_be_zero_is_refused(divisor: Interval) -> None:
    with pytest.raises(ZeroDivisionError, match="may be zero"):
        Interval.exactly(1) / divisor


@given(held(), held())
def test_per_holds_every_quotient_by_a_positive_number(
    first: tuple[Interval, Fraction], second: tuple[Interval, Fraction]
) -> None:
    (interval, member), (divisor, dividing) = first, second
    if dividing > 0:
        assert member / dividing in interval.per(divisor)


def test_per_an_upper_bound_is_a_lower_bound() -> None:
    assert Interval.exactly(6).per(Interval(None, Fraction(3))) == Interval(Fraction(2), None)
    assert Interval.exactly(6).per(Interval(None, None)) == Interval(None, None)
    with pytest.raises(ZeroDivisionError, match="is zero"):
        Interval.exactly(6).per(Interval.exactly(0))


def test_ends_that_hold_nothing_are_refused() -> None:
    with pytest.raises(ValueError, match="no number lies between"):
        Interval(Fraction(1), Fraction(1), low_closed=False)


def test_an_open_end_below_a_threshold_does_not_reach_it() -> None:
    assert Interval(Fraction(0), Fraction(5), high_closed=False).reaches(5) is False
    assert Interval(Fraction(0), Fraction(5)).reaches(5) is None
    assert Interval(Fraction(5), None).reaches(5) is True
