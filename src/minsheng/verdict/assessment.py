"""One promise judged: evidence, state, even spread and distance to the next state."""

from dataclasses import dataclass

from minsheng.data import Edition, Evidence, PromiseType, State, View, once
from minsheng.indicators import Promised, gather
from minsheng.measures import even_spread_pct
from minsheng.quantity import Interval
from minsheng.recovery import Recovered, base_of
from minsheng.verdict.evidence import evidence_of
from minsheng.verdict.flip import Flip, distance_to_flip
from minsheng.verdict.state import decide


@dataclass(frozen=True)
class Assessment:
    """The judgement of one promise.

    `even_spread_pct` (completion over time elapsed) is there only for promises of a quantity;
    `base` is what the source grew from, where it prints a growth.
    """

    promised: Promised
    evidence: Evidence
    state: State
    even_spread_pct: Interval | None
    flip: Flip | None
    base: Recovered | None


def assess_all(edition: Edition) -> dict[str, Assessment]:
    """Judge every promise of an edition, by its measure, in the order they were voted."""
    return dict(_assessed(edition))


@once
def _assessed(edition: Edition) -> tuple[tuple[str, Assessment], ...]:
    view = edition.whole()
    return tuple((each.measure, assess(view, each.measure)) for each in edition.judged)


def judge(view: View, measure: str) -> Assessment:
    """Judge one promise as `assess` does, also one that its edition is not judged by.

    What `assess_all` has worked out is taken from there, and counts for no view as read.
    """
    return assess_all(view.edition).get(measure) or assess(view, measure)


def assess(view: View, measure: str) -> Assessment:
    """Judge the promise on `measure`; raises `UsageFault` where nothing was promised about it."""
    promised = gather(view, measure)
    completion = promised.completion
    quantity = promised.promise.type is PromiseType.QUANTITY
    return Assessment(
        promised,
        evidence_of(promised),
        decide(promised),
        even_spread_pct(completion) if quantity and completion is not None else None,
        None if completion is None else distance_to_flip(completion),
        base_of(view, measure),
    )
