"""The results in the export of an edition: promises judged, ratios, recovered values, refusals."""

from __future__ import annotations

from dataclasses import dataclass

from minsheng import data
from minsheng.comparability import Comparing, Condition
from minsheng.exchange.values import Closed, Exact, Named, Period, Range, Text
from minsheng.recovery import What
from minsheng.verdict import Evidence, Ruling, State


@dataclass(frozen=True)
class Completion(Closed):
    """An actual against its target."""

    rate_pct: Range
    naive_pct: Exact
    """What the printed values give, without their rounding."""
    gap: Range
    """Actual less target, in the unit of both."""
    rate_pct_if_truncated: Range
    state_if_truncated: State
    """The state if the actual was cut off instead of rounded."""


@dataclass(frozen=True)
class Flip(Closed):
    """The smallest whole-unit change of the actual that changes the state."""

    change: Exact
    """Negative where the actual falls."""
    state: State
    """The state that it leads to."""


@dataclass(frozen=True)
class Evidenced(Closed):
    """The figures published about a promise, by key; null where none is."""

    target: str | None
    actual: str | None
    coverage: str | None
    stated_rate: str | None
    growth: str | None


@dataclass(frozen=True)
class AmbitionElsewhere(Closed):
    """A target of the same year in another region, over what the year before had reached there."""

    region: str
    target: str
    reached: str
    ratio: Range


@dataclass(frozen=True)
class Ambition(Closed):
    """A target over what the year before had reached, as far as published figures imply it."""

    ratio: Range
    """Without a low end where the base covers part of a year: then it is an upper bound only."""
    target: str
    base: Range
    base_period: Period
    base_inputs: tuple[str, ...]
    elsewhere: tuple[AmbitionElsewhere, ...]


@dataclass(frozen=True)
class Measured(Closed):
    """What a yardstick of others makes of a promise; no judgement of this book."""

    yardstick: str
    """Its key among the yardsticks."""
    result: str | None
    """The key of a class; null where the yardstick says nothing."""
    value: Range | None
    """What was put into classes: a ratio, a share of the growth asked for, a change in percent."""
    breakdowns: tuple[data.Breakdown, ...]
    """Why there is no class, or what the class hides."""
    inputs: tuple[str, ...]


@dataclass(frozen=True)
class Promise(Closed):
    """One thing voted, with what has become of it."""

    id: str
    ordinal: int
    text: Text
    """In the book's own words."""
    type: data.PromiseType
    measure: str
    agency: Named | None
    """The responsible body; null where no source names one."""
    claim: data.Claim | None
    """What the source claims in words."""
    claim_locator: str
    source: str
    locator: str
    note: Text | None
    figures: Evidenced
    state: State
    evidence: Evidence
    completion: Completion | None
    """Null unless both terms are printed and comparable."""
    even_spread_pct: Range | None
    """Completion over the time elapsed; never a lead number."""
    flip: Flip | None
    ambition: Ambition | None
    """Null where no base of the year before follows from what is printed, or it says nothing."""
    yardsticks: tuple[Measured, ...]
    """The same promise by the yardsticks of others."""


@dataclass(frozen=True)
class LeftOpen(Closed):
    """A promise that leaves the book's own rule without a result."""

    promise: str
    why: Text
    """The rule's words for its state."""


@dataclass(frozen=True)
class OwnRule(Closed):
    """What the book's own rule makes of all promises together; it is no official opinion."""

    result: Ruling
    step: int | None
    """Which step of `data/rules.yml` decided, from 1; null where none did."""
    counted: tuple[str, ...]
    """The promises that this step counts; the last one, where none decided."""
    left_open: tuple[LeftOpen, ...]
    """Where no step decided: all others."""


@dataclass(frozen=True)
class Yardstick(Closed):
    """How a source puts indicators into classes."""

    key: str
    name: Text
    method: data.Method
    results: dict[str, Text]
    """Its classes in words."""
    source: str
    locator: str


@dataclass(frozen=True)
class Vote(Closed):
    """One vote on one project, under the rule of the body that voted."""

    id: str
    edition: int | None
    """The edition whose promises it votes on; null for a vote elsewhere."""
    body: Text
    voted_on: str
    project: Text
    members: int | None
    """All members; null where the source does not say."""
    quorum: int | None
    """Members who must be present; null where the source does not say."""
    present: int
    satisfied: int
    basically_satisfied: int
    not_satisfied: int
    result: data.Opinion | None
    """As published."""
    opinions: tuple[data.Opinion, ...] | None
    """What the rule gives; null where the number of all members is not published."""
    follows_up_to: int | None
    """The largest number of all members for which the published result follows."""
    ambiguous_from: int | None
    """The smallest for which the clauses of the rule overlap and two opinions hold."""
    source: str
    locator: str


@dataclass(frozen=True)
class Ratio(Closed):
    """One measure per unit of another, where the catalogue declares the pair."""

    key: str
    name: Text
    unit: data.Unit
    why: Text
    """Why the pair is sound: the words of its declaration."""
    numerator: str
    denominator: str
    value: Range


@dataclass(frozen=True)
class Recovered(Closed):
    """A value implied by printed figures, which no source prints: the one the source used."""

    what: What
    """A base behind a growth, a target behind a completion, or an actual narrowed by one."""
    formula: Text
    measure: str
    period: Period
    inputs: tuple[str, ...]
    unit: data.Unit
    value: Range


@dataclass(frozen=True)
class Refusal(Closed):
    """Something that a reader may look for and the book does not compute."""

    measure: str
    partner: str | None
    """The other measure, where the refusal is about two."""
    comparing: Comparing | None
    """What two figures would be set against each other for."""
    figures: tuple[str, ...]
    """Both figures, where the refusal is about two that are published."""
    condition: Condition
    """The first condition that fails."""
    subject: Text | None
    """What is refused, in words; null where `comparing` and `figures` say it."""
    why: Text


@dataclass(frozen=True)
class Growth(Closed):
    """A later figure against an earlier one of the same measure and the same months."""

    later: str
    earlier: str
    change_pct: Range
    naive_pct: Exact


@dataclass(frozen=True)
class ShareOfYear(Closed):
    """The first months of a year over the whole of it, where both are published."""

    part: str
    whole: str
    share_pct: Range
    elapsed_pct: Exact
    """The share of the calendar."""
