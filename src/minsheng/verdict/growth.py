"""Growth rates over several years set against thresholds, exactly: roots are never taken.

A growth a year is ratio ** (1 / years) - 1. Whether it reaches a threshold is told by comparing
the ratio with a power; where the threshold holds a root itself, that root is enclosed by fractions
until the two sides part.
"""

from fractions import Fraction

_HALVINGS = 512


def growth_side(ratio: Fraction, years: int, threshold: Fraction) -> int:
    """Tell whether a growth a year lies above (1), on (0) or below (-1) a threshold.

    `ratio` is the later value over the earlier one, both of one sign; `years` lie between them.
    """
    bound = 1 + threshold
    return 1 if bound <= 0 else _sign(ratio - bound**years)


def share_side(
    ratio: Fraction, years: int, target: Fraction, target_years: int, share: Fraction
) -> int:
    """Tell on which side of `share` a growth a year lies, as a share of what the target asks for.

    `target` is the target over the earlier value; the growth that it asks for counts by its size.
    Raises `ZeroDivisionError` where the target asks for none, and `ArithmeticError` where the two
    sides cannot be told apart.
    """
    if target == 1:
        raise ZeroDivisionError("the target is the earlier value")
    signed = share if target > 1 else -share
    low, high = _root(target, target_years)
    for _halving in range(_HALVINGS):
        sides = {growth_side(ratio, years, signed * (end - 1)) for end in (low, high)}
        if len(sides) == 1 or low == high:
            return sides.pop()
        middle = (low + high) / 2
        low, high = (middle, high) if middle**target_years < target else (low, middle)
    raise ArithmeticError("the growth lies too close to the threshold to be told from it")


def _root(value: Fraction, degree: int) -> tuple[Fraction, Fraction]:
    """Return fractions that enclose a root of a positive number; equal ones where it is one."""
    exact = Fraction(_whole_root(value.numerator, degree), _whole_root(value.denominator, degree))
    if exact**degree == value:
        return exact, exact
    return min(value, Fraction(1)), max(value, Fraction(1))


def _whole_root(value: int, degree: int) -> int:
    """Return the largest whole number whose power is not above `value`."""
    low, high = 0, 1 << (value.bit_length() // degree + 1)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if middle**degree <= value else (low, middle)
    return low


def _sign(number: Fraction) -> int:
    return (number > 0) - (number < 0)
