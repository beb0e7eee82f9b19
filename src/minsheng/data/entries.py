"""The catalogue as frozen objects: measures, what may be compared, relations, chapters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from minsheng.data.model import Bilingual
from minsheng.data.period import Period
from minsheng.data.vocabulary import (
    Direction,
    Form,
    Nature,
    Requirement,
    Unit,
    Verification,
)


@dataclass(frozen=True)
class Definition:
    """What a measure is, as a source defines it."""

    text: Bilingual
    source: str


@dataclass(frozen=True)
class Scope:
    """What a comparison is declared for: regions by code, and periods of the earlier figure.

    Nothing named means no limit beyond those that hold for every comparison.
    """

    regions: tuple[str, ...] = ()
    periods: tuple[Period, ...] = ()

    def covers(self, region: str, period: Period | None = None) -> bool:
        """Return whether a figure of that region and period is within the scope."""
        inside = not self.periods or period in self.periods
        return inside and (not self.regions or region in self.regions)


@dataclass(frozen=True)
class Comparison:
    """A pair that the catalogue declares sound to compute.

    `kind` is a word of `ComparisonKind`; `scope` limits it to regions and periods. A ratio names
    the measure that it divides by (`partner`), its own `key`, `name`, `unit` and number of
    `decimals`.
    """

    kind: str
    why: Bilingual
    scope: Scope = Scope()
    key: str = ""
    partner: str = ""
    name: Bilingual = field(default_factory=lambda: Bilingual("", ""))
    unit: Unit = Unit.RATIO
    decimals: int = 0


@dataclass(frozen=True)
class Break:
    """A break in a series: from `year` on it counts otherwise than before, and `what` says how."""

    year: int
    what: Bilingual


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
    """One published quantity, an entry of the catalogue.

    `agency` is empty where no source names who reports it. `covers` names the measures that a
    promise about this one stands for, so that a target on them needs no promise of its own.
    """

    key: str
    name: Bilingual
    unit: Unit
    definition: Definition | None
    direction: Direction
    agency: str
    chapter: str
    verification: Verification
    caveats: tuple[Bilingual, ...]
    breaks: tuple[Break, ...]
    comparisons: tuple[Comparison, ...]
    refusals: tuple[Refusal, ...]
    quality: Quality | None
    covers: tuple[str, ...] = ()

    @property
    def cautions(self) -> tuple[Bilingual, ...]:
        """What to know before reading a figure on it: its caveats, and the breaks in its series."""
        return (*self.caveats, *(each.what for each in self.breaks))

    def declared(self, kind: str) -> Comparison | None:
        """Return the declared comparison of that kind; `None` means that it is refused."""
        return next((each for each in self.comparisons if each.kind == kind), None)


@dataclass(frozen=True)
class Relation:
    """How measures of one edition relate: `parts` to a `whole`, by their keys.

    A definitional relation can be contradicted by published figures; a plausible one can only be
    remarkable.
    """

    key: str
    nature: Nature
    form: Form
    parts: tuple[str, ...]
    whole: str
    why: Bilingual


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
    requires: Requirement = Requirement.FIGURES


@dataclass(frozen=True)
class Catalogue:
    """What the book knows about measures, chapters, agencies and regions."""

    regions: Mapping[str, Region]
    agencies: Mapping[str, Bilingual]
    parts: Mapping[str, Bilingual]
    chapters: Mapping[str, ChapterEntry]
    measures: Mapping[str, Measure]
    relations: Mapping[str, Relation]

    @property
    def nation(self) -> str:
        """The code of the whole country, whose figures stand beside the city's as context."""
        return next(code for code, region in self.regions.items() if region.level == "nation")
