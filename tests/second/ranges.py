"""Where a number may lie: two ends, each finite or missing, each belonging to it or not."""

from __future__ import annotations

from dataclasses import dataclass, replace

from second.quotient import Quotient

ZERO, ONE = Quotient(0), Quotient(1)


@dataclass(frozen=True)
class Range:
    """All numbers from `low` to `high`; `None` is a missing, that is, infinite end."""

    low: Quotient | None
    high: Quotient | None
    low_closed: bool = True
    high_closed: bool = True

    @classmethod
    def point(cls, value: Quotient) -> Range:
        """Return the range of one number."""
        return cls(value, value)

    @property
    def is_point(self) -> bool:
        """Whether it holds one number only."""
        return self.low is not None and self.low == self.high

    def opened(self) -> Range:
        """Return what lies strictly between the ends."""
        return replace(self, low_closed=False, high_closed=False)

    def times(self, factor: Quotient) -> Range:
        """Return every number of the range times a positive factor."""
        low = None if self.low is None else self.low * factor
        high = None if self.high is None else self.high * factor
        return replace(self, low=low, high=high)

    def plus(self, step: Quotient) -> Range:
        """Return every number of the range plus `step`."""
        low = None if self.low is None else self.low + step
        high = None if self.high is None else self.high + step
        return replace(self, low=low, high=high)

    def less(self, other: Range) -> Range:
        """Return every difference of a number of this range and one of the other."""
        low = None if self.low is None or other.high is None else self.low - other.high
        high = None if self.high is None or other.low is None else self.high - other.low
        return Range(
            low,
            high,
            low is not None and self.low_closed and other.high_closed,
            high is not None and self.high_closed and other.low_closed,
        )

    def over(self, other: Range) -> Range:
        """Return every quotient of a number that is not negative and a positive one.

        Of the divisor only the positive numbers are possible, and one without any end says
        nothing; raises `ZeroDivisionError` where it has none.
        """
        if other.low is None and other.high is None:
            return Range(None, None, low_closed=False, high_closed=False)
        if other.high is not None and other.high <= ZERO:
            raise ZeroDivisionError("the divisor is zero")
        if self.low is None:
            low, low_closed = None, False
        elif other.high is None:
            low, low_closed = ZERO, self.low == ZERO and self.low_closed
        else:
            low, low_closed = self.low / other.high, self.low_closed and other.high_closed
        if self.high is None or other.low is None or other.low <= ZERO:
            return Range(low, None, low_closed, False)
        return Range(low, self.high / other.low, low_closed, self.high_closed and other.low_closed)

    def meet(self, other: Range) -> Range | None:
        """Return what both hold, or `None` where they share no number."""
        low, low_closed = self.low, self.low_closed
        if other.low is not None and (low is None or other.low > low):
            low, low_closed = other.low, other.low_closed
        elif other.low is not None and other.low == low:
            low_closed = low_closed and other.low_closed
        high, high_closed = self.high, self.high_closed
        if other.high is not None and (high is None or other.high < high):
            high, high_closed = other.high, other.high_closed
        elif other.high is not None and other.high == high:
            high_closed = high_closed and other.high_closed
        return _unless_empty(Range(low, high, low_closed, high_closed))

    def whole(self) -> Range | None:
        """Return the whole numbers within, or `None` where there is none."""
        low = high = None
        if self.low is not None:
            low = Quotient(self.low.ceiling())
            if not self.low_closed and low == self.low:
                low += ONE
        if self.high is not None:
            high = Quotient(self.high.floor())
            if not self.high_closed and high == self.high:
                high -= ONE
        return _unless_empty(Range(low, high, low is not None, high is not None))

    def reaches(self, threshold: Quotient) -> bool | None:
        """Tell whether every number is at least `threshold`; `None` where only some are."""
        if self.low is not None and self.low >= threshold:
            return True
        if self.high is None or self.high > threshold:
            return None
        return None if self.high == threshold and self.high_closed else False


def _unless_empty(found: Range) -> Range | None:
    if found.low is None or found.high is None or found.low < found.high:
        return found
    return found if found.low == found.high and found.low_closed and found.high_closed else None
