"""The results in the export of an edition: promises judged, ratios, recovered values, refusals."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from minsheng import data
from minsheng.exchange.values import Closed, Exact, Named, Period, Range, Text
from minsheng.verdict import Evidence, State


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
class Promise(Closed):
    """One thing voted, with what has become of it."""

    id: str
    ordinal: int
    text: Text
    """In the book's own words."""
    type: data.PromiseType
    measure: str
    agency: Named
    """The responsible body."""
    claim: data.Claim | None
    """What the source claims in words."""
    claim_locator: str
    source: str
    locator: str
    note: str
    figures: Evidenced
    state: State
    evidence: Evidence
    completion: Completion | None
    """Null unless both terms are printed and comparable."""
    even_spread_pct: Range | None
    """Completion over the time elapsed; never a lead number."""
    flip: Flip | None


@dataclass(frozen=True)
class Ratio(Closed):
    """One measure per unit of another, where the catalogue declares the pair."""

    key: str
    name: Text
    unit: data.Unit
    why: Text
    """Why the pair is sound."""
    numerator: str
    denominator: str
    value: Range
    chapter: str


class Recovery(StrEnum):
    """How a value is recovered."""

    BASE = "actual / (1 + growth)"


@dataclass(frozen=True)
class Recovered(Closed):
    """A value implied by printed figures: the base the source used, never a published figure."""

    measure: str
    period: Period
    formula: Recovery
    inputs: tuple[str, ...]
    unit: data.Unit
    value: Range


@dataclass(frozen=True)
class Refusal(Closed):
    """Something that a reader may expect and the book does not compute."""

    measure: str
    partner: str | None
    """The other measure, where the refusal is about a pair."""
    condition: str
    """The condition that fails."""
    subject: Text
    why: Text
