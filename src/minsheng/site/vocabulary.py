"""The words of the data contract explained: every closed vocabulary, and the units."""

from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum

from minsheng.data import (
    Claim,
    DiscrepancyStatus,
    EditionStatus,
    Extent,
    Grade,
    Kind,
    NumeralKind,
    PeriodBasis,
    PromiseType,
    RecommendationKind,
    Role,
    SupervisionKind,
    Unit,
)
from minsheng.data.contract import TABLES as CONTRACT
from minsheng.language import Language, _
from minsheng.quantity import Bound
from minsheng.tables import Cell, Code, Keyed, Table, headings

WORDS, COLUMN, WORD, MEANING = _("The words of the data"), _("Column"), _("Word"), _("Meaning")
UNITS, UNIT, COUNTS = _("The units"), _("Unit"), _("What exists of it")
WHOLE, PARTS = _("whole numbers only"), _("any part of it")
TABLE_AND_COLUMN = "{table}.{column}"
MEANINGS: Mapping[type[StrEnum], Mapping[StrEnum, str]] = {
    Kind: {
        Kind.FLOW: _("what happened within a period: jobs taken up, money paid"),
        Kind.STOCK: _("what there was at a moment, or is in force"),
        Kind.CUMULATIVE: _("what has come together since a start that may not be stated"),
        Kind.RATE: _("one number in percent of another, or a ratio"),
        Kind.AWARD: _("a sum granted"),
        Kind.CRITERION: _("a number that decides who or what belongs"),
    },
    Role: {
        Role.TARGET: _("what was promised or planned; set, and so exact"),
        Role.ACTUAL: _("what was reported"),
        Role.YOY_PCT: _("growth on the same months of the year before, as printed"),
        Role.COMPLETION_PCT: _("the share of a target that was reached, as printed"),
        Role.COVERAGE_PCT: _("the share of all concerned, as printed"),
        Role.CRITERION: _("a number set as a condition; exact"),
        Role.AWARD: _("a sum set by whoever grants it; exact"),
    },
    Bound: {
        Bound.EXACT: _("printed without a hedge"),
        Bound.AT_LEAST: _("at least (以上, 达到, 不少于): a lower bound"),
        Bound.AT_MOST: _("at most (以内, 不超过): an upper bound"),
        Bound.OVER: _("more than (超, 突破, 余): a lower bound"),
        Bound.NEARLY: _("nearly (近): an upper bound"),
        Bound.ABOUT: _("about (约, 左右): bounds nothing"),
    },
    PeriodBasis: {
        PeriodBasis.STATED: _("the source states the period in the same sentence or clause"),
        PeriodBasis.INFERRED: _("the clause follows one whose period is stated"),
        PeriodBasis.NOT_STATED: _("no period is stated, and none is put in"),
    },
    PromiseType: {
        PromiseType.QUANTITY: _("a number to be reached"),
        PromiseType.COVERAGE: _("everybody, or every place, of a kind"),
        PromiseType.DYNAMIC_CLEARANCE: _("each case dealt with as it arises"),
        PromiseType.YES_NO: _("something to be done or not"),
        PromiseType.QUALITATIVE: _("something that no number was set for"),
    },
    Claim: {
        Claim.ASSERTED: _("a sentence says that it was done, without a figure"),
        Claim.ALL: _("the number printed is said to be all there are"),
    },
    Grade: {
        Grade.OFFICIAL: _("published by an official body"),
        Grade.MEDIA: _("published by established media"),
        Grade.REPOST: _("a repost of what was published elsewhere"),
    },
    Extent: {
        Extent.WHOLE: _("every number of the source is accounted for"),
        Extent.PART: _("only what concerns the promises is taken"),
    },
    EditionStatus: {
        EditionStatus.EVALUATED: _("a supervision group has evaluated it"),
        EditionStatus.PARTIAL: _("some figures are published, no evaluation"),
        EditionStatus.ANNOUNCED: _("only the promises are published"),
    },
    RecommendationKind: {
        RecommendationKind.PROBLEM: _("something that the report found wanting"),
        RecommendationKind.MEASURE: _("something that it recommends"),
    },
    SupervisionKind: {
        SupervisionKind.GROUP: _("a group was formed"),
        SupervisionKind.PLAN: _("a plan of work was drawn up"),
        SupervisionKind.VISIT: _("a place was visited"),
        SupervisionKind.MEETING: _("a meeting was held"),
        SupervisionKind.LIAISON: _("deputies or citizens were brought in"),
        SupervisionKind.PUBLICITY: _("something was made public"),
    },
    DiscrepancyStatus: {
        DiscrepancyStatus.OPEN: _("nothing published settles it"),
        DiscrepancyStatus.EXPLAINED: _("something published explains it"),
        DiscrepancyStatus.CORRECTED: _("the source has corrected it"),
    },
    NumeralKind: {
        NumeralKind.NAME: _("part of a name"),
        NumeralKind.ORDINAL: _("a number in an order"),
        NumeralKind.DATE: _("a date or a period"),
        NumeralKind.PARTS: _("a count of the parts of the text"),
        NumeralKind.NOT_TAKEN: _("a number that this book leaves out, with the reason"),
    },
}


def words(lang: Language) -> Table:
    """Return every word of the contract's closed vocabularies with its column and meaning."""
    rows: list[tuple[Cell, ...]] = [
        (Code(place), Code(word.value), lang.text(meaning))
        for vocabulary, meanings in MEANINGS.items()
        for place in [_places(vocabulary)]
        for word, meaning in meanings.items()
    ]
    heads = headings(lang, (COLUMN, WORD, MEANING))
    return Table(lang.text(WORDS), heads, tuple(rows), name="words")


def _places(vocabulary: type[StrEnum]) -> str:
    """Return the columns that take their words from a vocabulary: figures.kind."""
    return ", ".join(dict.fromkeys(_columns(vocabulary)))


def _columns(vocabulary: type[StrEnum]) -> Iterator[str]:
    allowed = tuple(word.value for word in vocabulary)
    for table in CONTRACT:
        for column in table.columns:
            if column.vocabulary == allowed and not table.shares_keys_with:
                yield TABLE_AND_COLUMN.format(table=table.key, column=column.name)


def units(lang: Language) -> Table:
    """Return every unit, and whether only whole numbers of it exist."""
    rows = tuple(
        (Keyed(lang.unit(unit), unit.value), lang.text(WHOLE if unit.is_count else PARTS))
        for unit in Unit
    )
    return Table(lang.text(UNITS), headings(lang, (UNIT, COUNTS)), rows, name="units")


TABLES: Mapping[str, Callable[[Language], Table]] = {
    "data-words": words,
    "data-units": units,
}
