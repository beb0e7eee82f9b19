"""The tables of what was published: figures, promises, sources and what a report says."""

from minsheng.data import vocabulary as words
from minsheng.data.contract.column import (
    DAY,
    EDITION,
    FIGURE_ID,
    KEY,
    LOCATOR,
    LOCATOR_FORM,
    MONTH,
    NOTE,
    ORDINAL,
    PERIOD,
    SOURCE,
    YEAR,
    Column,
    Table,
    both,
    words_of,
)
from minsheng.quantity import Bound

FIGURES = Table(
    "figures",
    "figures/*.csv",
    "Published figures, one row each; a repeated printing stands in the locator",
    "figure_id",
    (
        Column(
            "figure_id",
            "Stable name: edition or period, measure, role and, where needed, a qualifier",
            pattern=FIGURE_ID,
            remedy="build it as <year>.<measure>.<role>, with .<qualifier> behind it if needed and "
            "<region>. before it outside Ningbo",
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
        Column(
            "period_basis", "Where the period comes from", vocabulary=words_of(words.PeriodBasis)
        ),
        Column("kind", "What it counts over time", vocabulary=words_of(words.Kind)),
        Column("role", "What it says of its measure", vocabulary=words_of(words.Role)),
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
        Column("bound", "How the source hedges it", vocabulary=words_of(Bound)),
        Column("unit", "As printed", vocabulary=words_of(words.Unit)),
        Column(
            "unit_read", "As the book reads it, where it differs", False, None, words_of(words.Unit)
        ),
        *both("unit_note", "Why it is read so", required=False),
        SOURCE,
        LOCATOR,
        *NOTE,
    ),
)

CONTEXT = Table(
    "context",
    "context/figures.csv",
    "Figures of other regions, and of Ningbo's years without an edition: what an edition is set "
    "beside",
    "figure_id",
    FIGURES.columns,
    shares_keys_with="figures",
)

PROMISES = Table(
    "promises",
    "promises.csv",
    "What was voted, one row for one promise, in this book's own words",
    "promise_id",
    (
        Column("promise_id", "<edition>.<measure>", pattern=rf"{YEAR}\.{KEY}"),
        EDITION,
        ORDINAL,
        *both("text", "The promise in this book's own words"),
        Column("type", "What kind of thing was promised", vocabulary=words_of(words.PromiseType)),
        Column("measure", "The measure it is about", pattern=KEY, refers="catalogue.measures"),
        Column(
            "claim",
            "What the report claims in words: asserted (a sentence without a figure), all (the "
            "count printed is said to be all there are)",
            False,
            None,
            words_of(words.Claim),
        ),
        Column("claim_locator", "Where it claims so", required=False, pattern=LOCATOR_FORM),
        Column(
            "agency",
            "Responsible body, or the body that a source attributes the figures to; empty where no "
            "source names one",
            False,
            KEY,
            None,
            "catalogue.agencies",
        ),
        SOURCE,
        LOCATOR,
        *NOTE,
    ),
)

SOURCES = Table(
    "sources",
    "sources.csv",
    "Published documents, each with its grade",
    "source_id",
    (
        Column("source_id", "Stable key", pattern=r"[a-z0-9-]+"),
        *both("title", "Title; the original's in its own language, ours in the other"),
        *both("publisher", "Publisher"),
        Column("language", "Language of the original", vocabulary=("en", "zh", "es")),
        Column("published", "Date or year of publication", pattern=rf"{YEAR}|{DAY}"),
        Column(
            "extent",
            "Whether every number it prints is a figure or a numeral of this book, or only what "
            "concerns the promises is taken",
            vocabulary=words_of(words.Extent),
        ),
        Column("url", "Address", pattern=r"https?://[^\s<>\"']+"),
        Column(
            "grade",
            "A official body, B established media, C repost",
            True,
            None,
            words_of(words.Grade),
        ),
        *NOTE,
    ),
)

EDITIONS = Table(
    "editions",
    "editions.csv",
    "The years with an edition",
    "year",
    (
        Column("year", "Year of the promises", pattern=YEAR),
        Column("status", "How much is published", vocabulary=words_of(words.EditionStatus)),
        *both("voted_at", "Session that voted the projects", required=False),
        Column("cutoff", "Last month that the figures cover", required=False, pattern=MONTH),
        Column(
            "source", "Source of the evaluation", False, r"[a-z0-9-]+", None, "sources.source_id"
        ),
        Column("opinion", "Official opinion, as printed", False, None, words_of(words.Opinion)),
        Column("opinion_locator", "Where it stands", required=False, pattern=LOCATOR_FORM),
        *both("evaluated_by", "Who gave the opinion", required=False),
        *NOTE,
    ),
)

POLICIES = Table(
    "policies",
    "policies.csv",
    "Policies, services and campaigns that a report names",
    "policy_id",
    (
        Column("policy_id", "<edition>.<key>", pattern=rf"{YEAR}\.{KEY}"),
        EDITION,
        *both("name", "Name"),
        *both("content", "What it is, as far as the report says"),
        Column("agency", "Body named with it", False, KEY, None, "catalogue.agencies"),
        Column("chapter", "Where the book treats it", pattern=KEY, refers="catalogue.chapters"),
        SOURCE,
        LOCATOR,
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
        EDITION,
        Column("group", "0 for problems, else number of the recommendation", pattern=r"[0-9]"),
        ORDINAL,
        Column("kind", "Problem or measure", vocabulary=words_of(words.RecommendationKind)),
        *both("text", "In this book's own words"),
        Column(
            "proxy",
            "Measure chosen by this book to follow it",
            False,
            KEY,
            None,
            "catalogue.measures",
        ),
        *both("proxy_note", "What the proxy can and cannot show", required=False),
        SOURCE,
        LOCATOR,
    ),
)

SUPERVISION = Table(
    "supervision",
    "supervision.csv",
    "What the supervision group did",
    "act_id",
    (
        Column("act_id", "<edition>.<ordinal>", pattern=rf"{YEAR}\.[0-9]+"),
        EDITION,
        ORDINAL,
        Column("kind", "What kind of act", vocabulary=words_of(words.SupervisionKind)),
        *both("text", "In this book's own words"),
        *both("place", "Where", required=False),
        Column("date", "When, where published", required=False, pattern=rf"{YEAR}|{MONTH}|{DAY}"),
        SOURCE,
        LOCATOR,
    ),
)

_PEOPLE = r"[0-9]+"
VOTES = Table(
    "votes",
    "votes/*.csv",
    "Votes on livelihood projects, one row for one project, under the rule of the body that voted",
    "vote_id",
    (
        Column("vote_id", "<file>.<ordinal>", pattern=rf"{KEY}\.[0-9]+"),
        Column("rule", "Key of the body's rule in rules.yml", pattern=KEY, refers="rules.votes"),
        Column(
            "edition",
            "Year of the edition whose promises it votes on; empty for a vote elsewhere",
            False,
            YEAR,
            refers="editions.year",
        ),
        Column("voted_on", "Day of the vote", pattern=DAY),
        ORDINAL,
        *both("project", "The project; the original in its own language, ours in the other"),
        Column("members", "All members of the body, where published", False, _PEOPLE),
        Column("quorum", "Members who must be present, where published", False, _PEOPLE),
        Column("present", "Members present", pattern=_PEOPLE),
        Column("satisfied", "Votes for satisfied", pattern=_PEOPLE),
        Column(
            "basically_satisfied", "Votes for basically satisfied; blank is none", False, _PEOPLE
        ),
        Column("not_satisfied", "Votes for not satisfied; blank is none", False, _PEOPLE),
        Column("result", "The result, as published", False, None, words_of(words.Opinion)),
        SOURCE,
        LOCATOR,
        *NOTE,
    ),
)
