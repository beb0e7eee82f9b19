"""Growth rates against thresholds are decided exactly, and as floats would where these can tell."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minsheng.verdict.growth import growth_side, share_side

CENT, TINY = Fraction(1, 100), Fraction(1, 10**40)


@pytest.mark.parametrize(
    ("ratio", "years", "threshold", "side"),
    [
        (Fraction("1.015"), 1, Fraction("0.015"), 0),
        (Fraction("1.0149999"), 1, Fraction("0.015"), -1),
        (Fraction("1.015") ** 7, 7, Fraction("0.015"), 0),
        (Fraction("1.015") ** 7 + Fraction(1, 10**30), 7, Fraction("0.015"), 1),
        (Fraction("0.999") ** 4, 4, Fraction("-0.001"), 0),
        (Fraction(0), 1, Fraction(-2), 1),
    ],
)
def test_growth(ratio: Fraction, years: int, threshold: Fraction, side: int) -> None:
    assert growth_side(ratio, years, threshold) == side


@pytest.mark.parametrize(
    ("ratio", "years", "target", "target_years", "share", "side"),
    [
        (Fraction("1.95"), 1, Fraction(2), 1, Fraction("0.95"), 0),
        (Fraction("1.94999"), 1, Fraction(2), 1, Fraction("0.95"), -1),
        (Fraction("1.95") ** 3, 3, Fraction(2) ** 15, 15, Fraction("0.95"), 0),
        (Fraction("1.95") ** 3 - TINY, 3, Fraction(2) ** 15, 15, Fraction("0.95"), -1),
        (Fraction("1.2"), 1, Fraction("1.44"), 2, Fraction(1), 0),
        (Fraction("0.9"), 1, Fraction("0.8"), 1, Fraction("-0.5"), 0),
    ],
)  # fmt: skip
def test_share(
    ratio: Fraction, years: int, target: Fraction, target_years: int, share: Fraction, side: int
) -> None:
    assert share_side(ratio, years, target, target_years, share) == side


@given(
    st.integers(1, 500), st.integers(1, 20), st.integers(1, 500), st.integers(1, 20),
    st.sampled_from(["0.95", "0.6", "0", "-0.95"]),
)  # fmt: skip
def test_shares_are_those_of_floats_where_floats_can_tell(
    ratio: int, years: int, target: int, target_years: int, share: str
) -> None:
    if target == 100:
        return
    exact = share_side(ratio * CENT, years, target * CENT, target_years, Fraction(share))
    asked = abs((target / 100) ** (1 / target_years) - 1)
    near = ((ratio / 100) ** (1 / years) - 1) / asked - float(share)
    if abs(near) * asked > 1e-9:
        assert exact == (1 if near > 0 else -1)


def test_a_target_that_asks_for_nothing_is_refused() -> None:
    with pytest.raises(ZeroDivisionError):
        share_side(Fraction(1), 1, Fraction(1), 1, Fraction(1))


def test_what_cannot_be_told_apart_is_refused() -> None:
    """The two roots are one irrational number; halving never parts them."""
    with pytest.raises(ArithmeticError, match="too close"):
        share_side(Fraction(2), 3, Fraction(4), 6, Fraction(1))
