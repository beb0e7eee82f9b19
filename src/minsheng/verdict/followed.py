"""What became of each recommended measure, as far as later figures tell.

The measure that follows a recommendation is chosen by this book, and a later figure shows that
something was counted; it does not show that the recommendation was the reason.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from minsheng.data import HOME_REGION, Figure, Recommendation, RecommendationKind, View


class Shown(StrEnum):
    """Whether a recommended measure can be followed in later years."""

    BY_FIGURE = "by_figure"
    NO_LATER = "no_later_figure"
    NOT_SHOWN = "not_shown"


@dataclass(frozen=True)
class Followed:
    """One recommended measure, and the later figures on the measure that follows it."""

    recommendation: Recommendation
    shown: Shown
    figures: tuple[Figure, ...]


def followed(view: View) -> tuple[Followed, ...]:
    """Return what later figures tell of every measure that an edition recommends.

    Raises `UsageFault` where the chapter does not declare a measure that follows one.
    """
    items = view.edition.recommendations
    return tuple(_followed(view, each) for each in items if each.kind is RecommendationKind.MEASURE)


def _followed(view: View, item: Recommendation) -> Followed:
    if not item.proxy:
        return Followed(item, Shown.NOT_SHOWN, ())
    later = tuple(_later(view, item.proxy))
    view.record(later)
    return Followed(item, Shown.BY_FIGURE if later else Shown.NO_LATER, later)


def _later(view: View, measure: str) -> Iterator[Figure]:
    for figure in view.beyond(measure, HOME_REGION):
        if figure.year > view.edition.year:
            yield figure
