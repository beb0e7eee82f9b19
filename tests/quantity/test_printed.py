"""A printed figure encloses exactly the values that print so."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from minsheng.quantity import (
    Bound,
    Interval,
    Printed,
    Reading,
    downward,
    half_up,
    in_full,
    outward,
    upward,
)


@given(st.integers(0, 10**9), st.integers(0, 4), st.sampled_from([1, 10_000, 100_000_000]))
def test_the_enclosure_holds_every_value_that_prints_so(
    units: int, decimals: int, scale: int
) -> None:
    value = Fraction(units, 7)
    shown = half_up(value / scale, decimals)
    printed = Printed(f"{shown:f}", scale)
    assert value in printed.enclosure()


@given(st.integers(0, 10**9), st.integers(0, 3), st.sampled_from([10_000, 100_000_000]))
def test_the_truncated_enclosure_holds_exactly_the_values_cut_to_it(
    value: int, decimals: int, scale: int
) -> None:
    shown = downward(Fraction(value, scale), decimals)
    enclosure = Printed(f"{shown:f}", scale, whole=True).enclosure(Reading.TRUNCATED)
    assert value in enclosure
    assert enclosure.high is not None
    assert downward(enclosure.high / scale, decimals) == shown
    assert downward((enclosure.high + 1) / scale, decimals) != shown


@pytest.mark.parametrize(
    ("printed", "low", "high"),
    [
        (Printed("21.99", 10_000, whole=True), 219_850, 219_950),
        (Printed("779", whole=True), 779, 779),
        (Printed("1.34"), Fraction("1.335"), Fraction("1.345")),
        (Printed("6000", precision=Fraction(1000), whole=True), 5_500, 6_500),
        (Printed("100", precision=Fraction(0)), 100, 100),
        (Printed("14", 100_000_000, bound=Bound.OVER), 1_400_000_000, None),
        (Printed("7.4", 10_000, bound=Bound.NEARLY), None, 74_000),
        (Printed("12", 1_000_000, bound=Bound.ABOUT), None, None),
    ],
)
def test_enclosures(printed: Printed, low: int | None, high: int | None) -> None:
    assert printed.enclosure() == Interval.from_ends(low, high)


@pytest.mark.parametrize("text", ["21.99万", "２１", "1,000", "", "1.", "1e3", " 1"])
def test_only_plain_decimals_are_numbers(text: str) -> None:
    with pytest.raises(ValueError, match="is not a plain decimal"):
        Printed(text)


@given(st.fractions(), st.integers(-3, 6))
@example(Fraction(10**28 + 1), 1)
def test_rounding_outward_still_encloses(value: Fraction, decimals: int) -> None:
    low, high = outward(Interval.exactly(value), decimals)
    assert low is not None
    assert high is not None
    assert Fraction(low) <= value <= Fraction(high)
    assert Fraction(high) - Fraction(low) <= Fraction(10) ** -decimals


def test_halves_go_up_away_from_zero() -> None:
    assert half_up(Fraction("2.5"), 0) == 3
    assert half_up(Fraction("-2.5"), 0) == -3
    assert half_up(Fraction(779, 6), 2) == Decimal("129.83")
    assert upward(Fraction(216_932), -2) == 217_000


@given(st.fractions())
def test_a_number_in_full_is_that_number(value: Fraction) -> None:
    assert Fraction(in_full(value)) == value


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction(219_900), "219900"),
        (Fraction(-1, 8), "-0.125"),
        (Fraction(779, 6), "779/6"),
        (Fraction(1, 2**13), "1/8192"),
    ],
)
def test_a_number_in_full_is_a_decimal_where_a_short_one_exists(value: Fraction, text: str) -> None:
    assert in_full(value) == text
