"""The published data as frozen objects: figures, promises, sources and the catalogue."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from minsheng.data.period import Period
from minsheng.data.vocabulary import (
    Claim,
    Direction,
    EditionStatus,
    Grade,
    Kind,
    Opinion,
    PeriodBasis,
    PromiseType,
    RecommendationKind,
    Role,
    SupervisionKind,
    Unit,
    Verification,
)
from minsheng.quantity import Bound, Interval, Printed, Reading


@dataclass(frozen=True)
class Bilingual:
    """One text in English and Chinese."""

    en: str
    zh: str

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
    unit_note: str
    source: str
    locator: str
    note: str
    file: str
    row: int

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
    note: str


@dataclass(frozen=True)
class Source:
    """One published document, a row of `data/sources.csv`."""

    source_id: str
    title: Bilingual
    publisher: Bilingual
    language: str
    published: str
    url: str
    grade: Grade
    note: str


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
    note: str


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
class Definition:
    """What a measure is, as a source defines it."""

    text: Bilingual
    source: str


@dataclass(frozen=True)
class Comparison:
    """A pair that the catalogue declares sound to compute.

    `kind` is `completion`, `growth` or `ratio`; a ratio names the measure that it divides
    by (`partner`), its own `key`, `name`, `unit` and number of `decimals`.
    """

    kind: str
    why: Bilingual
    key: str = ""
    partner: str = ""
    name: Bilingual = field(default_factory=lambda: Bilingual("", ""))
    unit: Unit = Unit.RATIO
    decimals: int = 0


@dataclass(frozen=True)
class Refusal:
    """A pair that a reader may expect and the book does not compute, with the reason.

    `comparing` names the comparison that it refuses between single figures, where it does.
    """

    subject: Bilingual
    why: Bilingual
    partner: str = ""
    comparing: str = ""


@dataclass(frozen=True)
class Quality:
    """Five answers on data quality, after the disclosures of the US GPRA Modernization Act."""

    verified: Bilingual
    source: Bilingual
    accuracy: Bilingual
    limits: Bilingual
    compensation: Bilingual


@dataclass(frozen=True)
class Measure:
    """One published quantity, an entry of the catalogue."""

    key: str
    name: Bilingual
    unit: Unit
    definition: Definition | None
    direction: Direction
    agency: str
    chapter: str
    verification: Verification
    caveats: tuple[Bilingual, ...]
    breaks: tuple[Bilingual, ...]
    comparisons: tuple[Comparison, ...]
    refusals: tuple[Refusal, ...]
    quality: Quality | None

    def declared(self, kind: str) -> Comparison | None:
        """Return the declared comparison of that kind; `None` means that it is refused."""
        return next((each for each in self.comparisons if each.kind == kind), None)


@dataclass(frozen=True)
class Region:
    """A region by its GB/T 2260 code; only regions of one level are ever compared."""

    code: str
    name: Bilingual
    level: str


@dataclass(frozen=True)
class ChapterEntry:
    """One chapter: where it stands, its title and question, and the measures it may read."""

    key: str
    part: str
    title: Bilingual
    question: Bilingual
    reads: tuple[str, ...]


@dataclass(frozen=True)
class Catalogue:
    """What the book knows about measures, chapters, agencies and regions."""

    regions: Mapping[str, Region]
    agencies: Mapping[str, Bilingual]
    parts: Mapping[str, Bilingual]
    chapters: Mapping[str, ChapterEntry]
    measures: Mapping[str, Measure]
