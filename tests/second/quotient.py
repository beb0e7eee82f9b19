"""Numbers as two whole numbers, one over the other, compared by multiplying crosswise.

Nothing is ever divided out or made common, so a number of the book and one computed here are equal
only where their cross products are.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import total_ordering


@total_ordering
@dataclass(frozen=True, eq=False)
class Quotient:
    """`above` over `below`, where `below` is positive."""

    above: int
    below: int = 1

    __hash__ = None  # type: ignore[assignment]

    @classmethod
    def of(cls, text: str) -> Quotient:
        """Read a decimal (`-12.50`) or a fraction (`779/6`)."""
        above, _, below = text.partition("/")
        whole, _, behind = above.partition(".")
        return cls(int(whole + behind), int(below or 1) * 10 ** len(behind))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Quotient) and self.above * other.below == other.above * self.below

    def __lt__(self, other: Quotient) -> bool:
        return self.above * other.below < other.above * self.below

    def __add__(self, other: Quotient) -> Quotient:
        return Quotient(
            self.above * other.below + other.above * self.below, self.below * other.below
        )

    def __neg__(self) -> Quotient:
        return Quotient(-self.above, self.below)

    def __sub__(self, other: Quotient) -> Quotient:
        return self + -other

    def __mul__(self, other: Quotient) -> Quotient:
        return Quotient(self.above * other.above, self.below * other.below)

    def __truediv__(self, other: Quotient) -> Quotient:
        if other.above == 0:
            raise ZeroDivisionError("the divisor is zero")
        sign = 1 if other.above > 0 else -1
        return Quotient(sign * self.above * other.below, sign * self.below * other.above)

    def floor(self) -> int:
        """Return the largest whole number that is not above it."""
        return self.above // self.below

    def ceiling(self) -> int:
        """Return the smallest whole number that is not below it."""
        return -(-self.above // self.below)

    def __str__(self) -> str:
        return str(self.above) if self.below == 1 else f"{self.above}/{self.below}"
