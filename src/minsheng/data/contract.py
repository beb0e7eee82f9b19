"""The data contract: every table of `data/`, column by column, written once.

The checks at load, `data/datapackage.json` and the data dictionary of the book are all made from
these definitions.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from minsheng.data import vocabulary as words
from minsheng.quantity import Bound

KEY = r"[a-z][a-z0-9_]*"
YEAR = r"(19|20)[0-9][0-9]"
MONTH = rf"{YEAR}-(0[1-9]|1[0-2])"
DAY = rf"{MONTH}-(0[1-9]|[12][0-9]|3[01])"
PERIOD = rf"({YEAR}|{MONTH}|{DAY}|{MONTH}/{MONTH}|\.\./{MONTH})"
LOCATOR_PLACE = r"([0-9](\.[0-9])?/p[0-9]+(/s[0-9]+)?)"
LOCATOR = rf"({LOCATOR_PLACE}(; {LOCATOR_PLACE})*|“[^”]{{1,60}}”|p\. [0-9]+|table [0-9]+)"


@dataclass(frozen=True)
class Column:
    """One column: its name and meaning, and what its cells may hold.

    `pattern` must match a whole cell; `vocabulary` lists the words allowed; `refers` names the
    table and column, or the part of the catalogue, that must hold the value.
    """

    name: str
    meaning: str
    required: bool = True
    pattern: str | None = None
    vocabulary: tuple[str, ...] | None = None
    refers: str | None = None
    remedy: str | None = None


@dataclass(frozen=True)
class Table:
    """One table: the files that hold it (a pattern inside `data/`) and its columns."""

    key: str
    files: str
    meaning: str
    primary: str
    columns: tuple[Column, ...]

    def column(self, name: str) -> Column:
        """Return the column of that name; raises `KeyError` where there is none."""
        return {column.name: column for column in self.columns}[name]


def _of(words_of: type[StrEnum]) -> tuple[str, ...]:
    return tuple(word.value for word in words_of)


def _text(name: str, meaning: str, *, required: bool = True) -> Column:
    return Column(name, meaning, required)


def _both(name: str, meaning: str, *, required: bool = True) -> Iterable[Column]:
    for code, language in (("en", "English"), ("zh", "Chinese")):
        yield Column(f"{name}_{code}", f"{meaning}, in {language}", required)


_EDITION = Column("edition", "Year of the edition", pattern=YEAR, refers="editions.year")
_ORDINAL = Column("ordinal", "Place in the source's order", pattern=r"[1-9][0-9]*")
_SOURCE = Column("source", "Key of the source", pattern=r"[a-z0-9-]+", refers="sources.source_id")
_LOCATOR = Column(
    "locator",
    "Where in the source: part/paragraph/sentence (3.1/p1/s1 is part 3(1), first paragraph, first "
    "sentence), further printings behind a semicolon; for unnumbered texts a few quoted words",
    pattern=LOCATOR,
    remedy="write it as 3.1/p1/s1, or as a few words between “ and ”",
)
_NOTE = Column("note", "What a reader of the row should know", required=False)

FIGURES = Table(
    "figures",
    "figures/*.csv",
    "Published figures, one row each; a repeated printing stands in the locator",
    "figure_id",
    (
        Column(
            "figure_id",
            "Stable name: edition or period, measure, role and, where needed, a qualifier",
            pattern=rf"([0-9]{{6}}\.)?{YEAR}\.{KEY}\.{KEY}(\.[a-z0-9_]+)?",
            remedy="build it as <year>.<measure>.<role>, with .<qualifier> behind it if needed",
        ),
        Column("measure", "Key of the measure", pattern=KEY, refers="catalogue.measures"),
        Column("region", "GB/T 2260 code", pattern=r"[0-9]{6}", refers="catalogue.regions"),
        Column(
            "period",
            "2023, 2023-01/2023-10, a date, ../2023-10 (from an unstated start), or empty",
            required=False,
            pattern=PERIOD,
            remedy="write 2023, 2023-10, 2023-01/2023-10 or ../2023-10",
        ),
        Column("period_basis", "Where the period comes from", vocabulary=_of(words.PeriodBasis)),
        Column("kind", "What it counts over time", vocabulary=_of(words.Kind)),
        Column("role", "What it says of its measure", vocabulary=_of(words.Role)),
        Column(
            "printed",
            "The digits exactly as printed; trailing zeros carry precision",
            pattern=r"-?[0-9]+(\.[0-9]+)?",
            remedy="keep plain ASCII digits here and put 万 or 亿 into scale",
        ),
        Column("scale", "10000 for 万, 100000000 for 亿", pattern=r"1|10000|1000000|100000000"),
        Column(
            "precision",
            "In base units, where the default does not hold; 0 means exact",
            required=False,
            pattern=r"[0-9]+(\.[0-9]+)?",
        ),
        Column("bound", "How the source hedges it", vocabulary=_of(Bound)),
        Column("unit", "As printed", vocabulary=_of(words.Unit)),
        Column("unit_read", "As the book reads it, where it differs", False, None, _of(words.Unit)),
        Column("unit_note", "Why it is read so", required=False),
        _SOURCE,
        _LOCATOR,
        _NOTE,
    ),
)

PROMISES = Table(
    "promises",
    "promises.csv",
    "What was voted, one row for one promise, in this book's own words",
    "promise_id",
    (
        Column("promise_id", "<edition>.<measure>", pattern=rf"{YEAR}\.{KEY}"),
        _EDITION,
        _ORDINAL,
        *_both("text", "The promise in this book's own words"),
        Column("type", "What kind of thing was promised", vocabulary=_of(words.PromiseType)),
        Column("measure", "The measure it is about", pattern=KEY, refers="catalogue.measures"),
        Column(
            "claim",
            "What the report claims in words: asserted (a sentence without a figure), all (the "
            "count printed is said to be all there are)",
            False,
            None,
            _of(words.Claim),
        ),
        Column("claim_locator", "Where it claims so", required=False, pattern=LOCATOR),
        Column("agency", "Responsible body", pattern=KEY, refers="catalogue.agencies"),
        _SOURCE,
        _LOCATOR,
        _NOTE,
    ),
)

SOURCES = Table(
    "sources",
    "sources.csv",
    "Published documents, each with its grade",
    "source_id",
    (
        Column("source_id", "Stable key", pattern=r"[a-z0-9-]+"),
        *_both("title", "Title; the original's in its own language, ours in the other"),
        *_both("publisher", "Publisher"),
        Column("language", "Language of the original", vocabulary=("en", "zh")),
        Column("published", "Date or year of publication", pattern=rf"{YEAR}|{DAY}"),
        Column("url", "Address", pattern=r"https?://[^\s<>\"']+"),
        Column(
            "grade", "A official body, B established media, C repost", True, None, _of(words.Grade)
        ),
        _NOTE,
    ),
)

EDITIONS = Table(
    "editions",
    "editions.csv",
    "The years with an edition",
    "year",
    (
        Column("year", "Year of the promises", pattern=YEAR),
        Column("status", "How much is published", vocabulary=_of(words.EditionStatus)),
        *_both("voted_at", "Session that voted the projects", required=False),
        Column("cutoff", "Last month that the figures cover", required=False, pattern=MONTH),
        Column(
            "source", "Source of the evaluation", False, r"[a-z0-9-]+", None, "sources.source_id"
        ),
        Column("opinion", "Official opinion, as printed", False, None, _of(words.Opinion)),
        Column("opinion_locator", "Where it stands", required=False, pattern=LOCATOR),
        *_both("evaluated_by", "Who gave the opinion", required=False),
        _NOTE,
    ),
)

POLICIES = Table(
    "policies",
    "policies.csv",
    "Policies, services and campaigns that a report names",
    "policy_id",
    (
        Column("policy_id", "<edition>.<key>", pattern=rf"{YEAR}\.{KEY}"),
        _EDITION,
        *_both("name", "Name"),
        *_both("content", "What it is, as far as the report says"),
        Column("agency", "Body named with it", False, KEY, None, "catalogue.agencies"),
        Column("chapter", "Where the book treats it", pattern=KEY, refers="catalogue.chapters"),
        _SOURCE,
        _LOCATOR,
    ),
)

RECOMMENDATIONS = Table(
    "recommendations",
    "recommendations.csv",
    "Problems that a report names and what it recommends, split into single measures",
    "recommendation_id",
    (
        Column(
            "recommendation_id", "<edition>.<group>.<ordinal>", pattern=rf"{YEAR}\.[0-9]+\.[0-9]+"
        ),
        _EDITION,
        Column("group", "0 for problems, else number of the recommendation", pattern=r"[0-9]"),
        _ORDINAL,
        Column("kind", "Problem or measure", vocabulary=_of(words.RecommendationKind)),
        *_both("text", "In this book's own words"),
        Column(
            "proxy",
            "Measure chosen by this book to follow it",
            False,
            KEY,
            None,
            "catalogue.measures",
        ),
        *_both("proxy_note", "What the proxy can and cannot show", required=False),
        _SOURCE,
        _LOCATOR,
    ),
)

SUPERVISION = Table(
    "supervision",
    "supervision.csv",
    "What the supervision group did",
    "act_id",
    (
        Column("act_id", "<edition>.<ordinal>", pattern=rf"{YEAR}\.[0-9]+"),
        _EDITION,
        _ORDINAL,
        Column("kind", "What kind of act", vocabulary=_of(words.SupervisionKind)),
        *_both("text", "In this book's own words"),
        *_both("place", "Where", required=False),
        Column("date", "When, where published", required=False, pattern=rf"{YEAR}|{MONTH}|{DAY}"),
        _SOURCE,
        _LOCATOR,
    ),
)

TABLES = (FIGURES, PROMISES, SOURCES, EDITIONS, POLICIES, RECOMMENDATIONS, SUPERVISION)
