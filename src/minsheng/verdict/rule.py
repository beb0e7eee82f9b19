"""What this book's own rule makes of all promises of an edition together."""

from collections.abc import Sequence
from enum import StrEnum

from minsheng.verdict.assessment import Assessment
from minsheng.verdict.evidence import Evidence
from minsheng.verdict.state import State


class Ruling(StrEnum):
    """What the states of all promises come to; it is no official opinion and takes none's words."""

    ALL_REACHED = "all_reached"
    MISSED = "missed"
    OPEN = "open"


def ruling(results: Sequence[Assessment]) -> Ruling:
    """Return what the states come to, by a rule of three steps.

    Missed, where the year is over and one promise was missed. All reached, where every promise was
    reached and every result can be recomputed. Otherwise it cannot be decided from what is
    published: something is still under way, not published, or rests on a statement.
    """
    if any(each.state is State.MISSED for each in results):
        return Ruling.MISSED
    reached = bool(results) and all(
        each.state is State.ACHIEVED and each.evidence is Evidence.RECOMPUTABLE for each in results
    )
    return Ruling.ALL_REACHED if reached else Ruling.OPEN
