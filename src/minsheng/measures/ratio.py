"""One measure divided by another, where and only where the catalogue declares the pair."""

from collections.abc import Iterator
from dataclasses import dataclass

from minsheng.comparability import Comparing, Pair, Refused, compare
from minsheng.data import Comparison, Figure, View
from minsheng.quantity import Interval


@dataclass(frozen=True)
class Ratio:
    """A declared ratio: the permitted pair and the enclosed result."""

    pair: Pair
    value: Interval

    @property
    def declared(self) -> Comparison:
        """The catalogue's declaration: name, unit, decimals and why it is sound."""
        return self.pair.declared

    @property
    def numerator(self) -> Figure:
        """What is divided."""
        return self.pair.first

    @property
    def denominator(self) -> Figure:
        """What it is divided by."""
        return self.pair.second

    @property
    def inputs(self) -> tuple[Figure, Figure]:
        """The figures it is computed from."""
        return self.pair.figures


def divide(pair: Pair) -> Ratio:
    """Divide the first figure of a pair by the second.

    Raises `ZeroDivisionError` where the second is zero.
    """
    return Ratio(pair, pair.first.enclosure().per(pair.second.enclosure()))


def declared_ratios(view: View) -> Iterator[Ratio]:
    """Yield every ratio that the catalogue declares between measures of a chapter's view."""
    yield from (divide(each) for each in _declared(view) if isinstance(each, Pair))


def refused_ratios(view: View) -> Iterator[Refused]:
    """Yield the declared ratios that this edition's figures do not keep to."""
    yield from (each for each in _declared(view) if isinstance(each, Refused))


def _declared(view: View) -> Iterator[Pair | Refused]:
    """Set against each other what is declared and published, in the order of the catalogue."""
    for key in view.chapter.reads:
        for declared in view.measure(key).comparisons:
            if declared.kind != Comparing.RATIO:
                continue
            first, second = view.find(key), view.find(declared.partner)
            if first is not None and second is not None:
                yield compare(view.edition.catalogue, Comparing.RATIO, first, second)
