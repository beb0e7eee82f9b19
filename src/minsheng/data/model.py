"""The published data as frozen objects: figures, promises, sources and the registers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from minsheng.data.period import Period
from minsheng.data.vocabulary import (
    Claim,
    DiscrepancyStatus,
    EditionStatus,
    Extent,
    Grade,
    Kind,
    NumeralKind,
    Opinion,
    PeriodBasis,
    PromiseType,
    RecommendationKind,
    Role,
    SupervisionKind,
    Unit,
)
from minsheng.quantity import Bound, Interval, Printed, Reading

HOME_REGION = "330200"


@dataclass(frozen=True)
class Bilingual:
    """One text in English and Chinese."""

    en: str
    zh: str

    def __bool__(self) -> bool:
        """Whether there is a text."""
        return bool(self.en or self.zh)

    def within(self, lang: str) -> str:
        """Return the text in language `lang` (`en` or `zh`)."""
        return self.zh if lang == "zh" else self.en


@dataclass(frozen=True)
class Figure:
    """One published number with its context, a row of `data/figures/`.

    `row` is the line of `file` that holds it.
    """

    figure_id: str
    measure: str
    region: str
    period: Period | None
    period_basis: PeriodBasis
    kind: Kind
    role: Role
    printed: str
    scale: int
    precision: Fraction | None
    bound: Bound
    unit: Unit
    unit_read: Unit
    unit_note: Bilingual
    source: str
    locator: str
    note: Bilingual
    file: str
    row: int

    @property
    def year(self) -> int:
        """The year of its period; a figure without one is of the year that its id names."""
        return int(self.figure_id[:4]) if self.period is None else self.period.year

    @property
    def period_text(self) -> str:
        """Its period as it is written; empty where the source states none."""
        return "" if self.period is None else self.period.text

    @property
    def ending(self) -> tuple[str, str]:
        """When its period ends, and its id: by these figures stand in the order of time."""
        return ("" if self.period is None else self.period.end.isoformat(), self.figure_id)

    @property
    def anchor(self) -> str:
        """The id as an address within a page: a letter first, as a selector asks, and no dots."""
        return f"figure-{self.figure_id.replace('.', '-')}"

    @property
    def number(self) -> Printed:
        """The printed number; a figure that is set (a target) is exact, also behind a hedge."""
        exact = self.role.is_exact
        return Printed(
            self.printed,
            self.scale,
            Fraction(0) if exact else self.precision,
            Bound.EXACT if exact else self.bound,
            self.unit_read.is_count,
        )

    @property
    def value(self) -> Fraction:
        """The number in base units, exact."""
        return self.number.value

    def enclosure(self, reading: Reading = Reading.ROUNDED) -> Interval:
        """Return the values that would be printed so, in base units."""
        return self.number.enclosure(reading)


@dataclass(frozen=True)
class Promise:
    """One thing voted, a row of `data/promises.csv`."""

    promise_id: str
    edition: int
    ordinal: int
    text: Bilingual
    type: PromiseType
    measure: str
    claim: Claim | None
    claim_locator: str
    agency: str
    source: str
    locator: str
    note: Bilingual


@dataclass(frozen=True)
class Source:
    """One published document, a row of `data/sources.csv`."""

    source_id: str
    title: Bilingual
    publisher: Bilingual
    language: str
    published: str
    extent: Extent
    url: str
    grade: Grade
    note: Bilingual


@dataclass(frozen=True)
class EditionEntry:
    """One year with an edition, a row of `data/editions.csv`."""

    year: int
    status: EditionStatus
    voted_at: Bilingual
    cutoff: Period | None
    source: str
    opinion: Opinion | None
    opinion_locator: str
    evaluated_by: Bilingual
    note: Bilingual


@dataclass(frozen=True)
class Policy:
    """One policy, service or campaign that a report names."""

    policy_id: str
    edition: int
    name: Bilingual
    content: Bilingual
    agency: str
    chapter: str
    source: str
    locator: str


@dataclass(frozen=True)
class Recommendation:
    """One problem that a report names, or one measure that it recommends."""

    recommendation_id: str
    edition: int
    group: int
    ordinal: int
    kind: RecommendationKind
    text: Bilingual
    proxy: str
    proxy_note: Bilingual
    source: str
    locator: str


@dataclass(frozen=True)
class SupervisionAct:
    """One thing that a supervision group did."""

    act_id: str
    edition: int
    ordinal: int
    kind: SupervisionKind
    text: Bilingual
    place: Bilingual
    date: str
    source: str
    locator: str


@dataclass(frozen=True)
class Vote:
    """One vote on one project, a row of `data/votes/`.

    `rule` is the key of the body's rule; `edition` is `None` for a vote elsewhere, `members` and
    `quorum` where they are not published, `result` where none is.
    """

    vote_id: str
    rule: str
    edition: int | None
    voted_on: str
    ordinal: int
    project: Bilingual
    members: int | None
    quorum: int | None
    present: int
    cast: Mapping[Opinion, int]
    result: Opinion | None
    source: str
    locator: str
    note: Bilingual
    file: str
    row: int


@dataclass(frozen=True)
class Discrepancy:
    """A contradiction within a source or between two, a row of `data/discrepancies.csv`.

    `guard_printed` is what the figure's row held when the contradiction was found.
    """

    discrepancy_id: str
    figure_id: str
    guard_printed: str
    printed_otherwise: str
    source: str
    locator: str
    follows: Bilingual
    status: DiscrepancyStatus
    note: Bilingual
    file: str
    row: int


@dataclass(frozen=True)
class Numeral:
    """A number in a source that is no figure of this book, a row of `data/numerals.csv`.

    Every place of `locator` is one printing.
    """

    numeral_id: str
    source: str
    printed: str
    kind: NumeralKind
    locator: str
    reason: Bilingual


@dataclass(frozen=True)
class Excuse:
    """Why a figure is kept that no chapter uses and no line of the audit tests."""

    figure_id: str
    reason: Bilingual
