"""Where the labels of marks on one line go, so that no label meets another or its leader."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import permutations, product

GAP = 5.0


class Side(Enum):
    """On which side of its leader a label stands, or beyond its end."""

    LEFT = "left"
    RIGHT = "right"
    BEYOND = "beyond"


@dataclass(frozen=True)
class Label:
    """A label to place: where its mark stands and how wide it is, in pixels."""

    at: float
    width: float


@dataclass(frozen=True)
class Place:
    """A row, counted from the marks outward, and where on it the words start, in pixels."""

    row: int
    start: float
    side: Side


@dataclass(frozen=True)
class Arrangement:
    """A place for each label, and how many leaders run through a label that is not theirs."""

    places: tuple[Place, ...]
    crossings: int


def arrange(labels: Sequence[Label], room: float) -> Arrangement:
    """Give each label a row of its own, beside the leader of its mark and within `room` pixels.

    Of all arrangements with the fewest crossings the first is taken. Meant for a handful of
    labels: it tries them all.
    """
    found = [Arrangement(each, _crossings(labels, each)) for each in _arrangements(labels, room)]
    return min(found, key=lambda each: each.crossings)


def _arrangements(labels: Sequence[Label], room: float) -> Iterator[tuple[Place, ...]]:
    starts = [list(_starts(label, room)) for label in labels]
    for rows in permutations(range(len(labels))):
        for chosen in product(*starts):
            pairs = zip(rows, chosen, strict=True)
            yield tuple(Place(row, start, side) for row, (start, side) in pairs)


def _starts(label: Label, room: float) -> Iterator[tuple[float, Side]]:
    if label.at - GAP - label.width >= 0:
        yield label.at - GAP - label.width, Side.LEFT
    if label.at + GAP + label.width <= room:
        yield label.at + GAP, Side.RIGHT
    last = max(0.0, room - label.width)
    yield min(max(0.0, label.at - label.width / 2), last), Side.BEYOND


def _crossings(labels: Sequence[Label], places: Sequence[Place]) -> int:
    """Count the leaders that run through the label of a row above their own."""
    return sum(
        mine.row < theirs.row and mine.start - GAP < other.at < mine.start + label.width + GAP
        for label, mine in zip(labels, places, strict=True)
        for other, theirs in zip(labels, places, strict=True)
    )
