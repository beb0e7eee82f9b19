"""The export of one edition, as it stands in the file: frozen objects, keys in this order.

The JSON Schema is made from these classes; what is written below a field describes it there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from minsheng import data, quantity
from minsheng.exchange.audited import Audit
from minsheng.exchange.results import (
    Growth,
    OwnRule,
    Promise,
    Ratio,
    Recovered,
    Refusal,
    ShareOfYear,
    Vote,
    Yardstick,
)
from minsheng.exchange.values import Closed, Exact, Named, Period, Range, Text


@dataclass(frozen=True)
class Opinion(Closed):
    """The official opinion on an edition, as printed."""

    opinion: data.Opinion
    evaluated_by: Text | None
    source: str
    """Key of the source that prints it."""
    locator: str
    """Where in the source: part/paragraph/sentence, or a few quoted words."""


@dataclass(frozen=True)
class Edition(Closed):
    """One year's evaluation."""

    year: int
    status: data.EditionStatus
    voted_at: Text | None
    """The session that voted the projects."""
    cutoff: Period | None
    """The last month that the figures cover."""
    opinion: Opinion | None
    """Null where no official opinion has been published."""
    note: Text | None


@dataclass(frozen=True)
class Source(Closed):
    """One published document."""

    id: str
    title: Text
    publisher: Text
    language: str
    published: str
    """Its date or year."""
    url: str
    grade: data.Grade
    """A official body, B established media, C repost."""
    note: Text | None


@dataclass(frozen=True)
class Measure(Closed):
    """One published quantity."""

    key: str
    name: Text
    unit: data.Unit
    definition: Text | None
    """Null where no source of the book defines it."""
    agency: Named | None
    """The body that reports it; null where no source names one."""
    verification: data.Verification
    chapter: str
    caveats: tuple[Text, ...]


@dataclass(frozen=True)
class Figure(Closed):
    """One published number with its context."""

    id: str
    """Stable for ever: an anchor of the data page and a key."""
    measure: str
    region: str
    """GB/T 2260 code."""
    period: Period | None
    period_basis: data.PeriodBasis
    kind: data.Kind
    role: data.Role
    printed: str
    """The digits exactly as printed."""
    scale: int
    """What the word behind them multiplies by: 10000 for 万."""
    printed_form: str
    """Digits, scale word and percent sign as they stand in the source."""
    bound: quantity.Bound
    """How the source hedges it."""
    unit: data.Unit
    """As printed."""
    unit_read: data.Unit
    """As the book reads it."""
    unit_note: Text | None
    value: Exact
    """The printed number in base units."""
    enclosure: Range
    """All values that would be printed so by rounding, in base units."""
    enclosure_if_truncated: Range
    """All values that would be printed so by cutting off."""
    source: str
    locator: str
    """Where in the source; a repeated printing stands behind a semicolon."""
    note: Text | None


@dataclass(frozen=True)
class Document(Closed):
    """One edition of the book: what was promised, what was published, and what follows.

    Exact numbers are text, never floats. Keys of figures, measures and sources lead from one part
    to another.
    """

    format: Literal["minsheng-edition"]
    format_version: Literal["1.0"]
    """Its first number changes with a key that is renamed, removed or read otherwise."""
    licence: Literal["CC-BY-4.0"]
    edition: Edition
    sources: tuple[Source, ...]
    """Every source that the edition uses."""
    measures: tuple[Measure, ...]
    """Every measure with a figure or a promise, and those of the figures cited."""
    figures: tuple[Figure, ...]
    """Every published figure of the edition."""
    cited: tuple[Figure, ...]
    """Figures of other editions, years and regions that a result or a refusal names."""
    promises: tuple[Promise, ...]
    """Every promise, in the order in which they were voted, with its judgement."""
    own_rule: OwnRule
    yardsticks: tuple[Yardstick, ...]
    """The yardsticks of others that the promises are put under, each with its source."""
    votes: tuple[Vote, ...]
    """Votes on livelihood projects: on this edition's, where any is published, and elsewhere."""
    ratios: tuple[Ratio, ...]
    """Every ratio that the catalogue declares and the figures allow."""
    recovered: tuple[Recovered, ...]
    """Values that published figures imply and no source prints."""
    growth: tuple[Growth, ...]
    """Growth over figures of other editions and years, where it may be computed at all."""
    shares_of_year: tuple[ShareOfYear, ...]
    """How much of a year its first months made up elsewhere, beside the even spread."""
    audit: Audit
    """The test of every printed percentage and of every declared relation."""
    refusals: tuple[Refusal, ...]
    """What a reader may look for and the book does not compute."""
