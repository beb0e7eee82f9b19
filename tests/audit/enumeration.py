"""An independent audit: whole numbers only, every value that prints so is tried in turn.

It shares nothing with the library. A printed number is its digits as a whole number, the decimal
places behind them and the scale word; the digits of a percentage count in units of its last place.
"""

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Digits:
    """A printed number: `digits` / 10**`places` * `scale`, rounded to `step` base units."""

    digits: int
    places: int
    scale: int = 1
    exact: bool = False
    step: int = 0

    @property
    def doubled(self) -> int:
        """Twice the number in base units; counts are whole, so this is whole too."""
        return 2 * self.digits * self.scale // 10**self.places

    def counts(self) -> range:
        """Return every whole count that prints so."""
        value = self.doubled
        step = 0 if self.exact else self.step or self.scale // 10**self.places or 1
        low = -((step - value) // 2)
        return range(low, (value + step) // 2 + 1)


def outcome(test: str, printed: Digits, first: Digits, second: Digits) -> str:
    """Try every pair of counts against the printed percentage."""
    found = {_one(test, printed, a, b) for b in second.counts() for a in _ends(first.counts())}
    found |= {_inside(test, printed, first.counts(), b) for b in second.counts()}
    return next(word for word in ("consistent", "touching", "contradicted") if word in found)


def _ends(counts: range) -> tuple[int, ...]:
    return (counts[0], counts[-1])


def _bounds(test: str, printed: Digits, b: int) -> tuple[int, int, int]:
    """Return low, high and factor: a passes where low <= factor * a <= high."""
    unit = 10**printed.places
    base = 200 * unit if test == "growth" else 0
    return (
        (2 * printed.digits - 1 + base) * b * 1,
        (2 * printed.digits + 1 + base) * b * 1,
        200 * unit,
    )


def _one(test: str, printed: Digits, a: int, b: int) -> str:
    low, high, factor = _bounds(test, printed, b)
    if low < factor * a < high:
        return "consistent"
    return "touching" if factor * a in (low, high) else "contradicted"


def _inside(test: str, printed: Digits, counts: range, b: int) -> str:
    """Find a count strictly inside: the smallest above the lower end, if it is below the upper."""
    low, high, factor = _bounds(test, printed, b)
    smallest = max(counts[0], low // factor + 1)
    return "consistent" if smallest in counts and factor * smallest < high else "contradicted"


def force(test: str, printed: Digits, first: Digits, second: Digits) -> int:
    """Count the percentages of the same form that would have been consistent."""
    factor = 10**printed.places
    highest = 100 * factor * (first.counts()[-1] + 1) // max(1, second.counts()[0]) + 2
    lowest = -100 * factor - 2
    return sum(
        outcome(test, replace(printed, digits=digits), first, second) == "consistent"
        for digits in range(max(lowest, printed.digits - 400), min(highest, printed.digits + 400))
    )


def flip(test: str, printed: Digits, inputs: tuple[Digits, Digits]) -> tuple[int, int, str]:
    """Return place, units and outcome of the smallest change of an input that changes it."""
    here = outcome(test, printed, *inputs)
    size = 0
    while True:
        size += 1
        for place in (0, 1):
            for units in (-size, size):
                changed = list(inputs)
                changed[place] = replace(inputs[place], digits=inputs[place].digits + units)
                if changed[place].digits > 0:
                    there = outcome(test, printed, changed[0], changed[1])
                    if there != here:
                        return place, units, there
