"""One measure divided by another, where and only where the catalogue declares the pair."""

from collections.abc import Iterator
from dataclasses import dataclass

from minsheng.data import Comparison, Figure, View
from minsheng.quantity import Interval


@dataclass(frozen=True)
class Ratio:
    """A declared ratio: the pair's declaration, both figures and the enclosed result."""

    declared: Comparison
    numerator: Figure
    denominator: Figure
    value: Interval

    @property
    def inputs(self) -> tuple[Figure, Figure]:
        """The figures it is computed from."""
        return (self.numerator, self.denominator)


def declared_ratios(view: View) -> Iterator[Ratio]:
    """Yield every ratio that the catalogue declares between measures of a chapter's view.

    A pair whose periods differ, or of which one figure is not published, is left out.
    """
    for key in view.chapter.reads:
        for declared in view.measure(key).comparisons:
            if declared.kind != "ratio":
                continue
            numerator, denominator = view.find(key), view.find(declared.partner)
            if numerator is None or denominator is None or numerator.period != denominator.period:
                continue
            value = numerator.enclosure() / denominator.enclosure()
            yield Ratio(declared, numerator, denominator, value)
