"""The registers: contradictions in sources, numbers that are no figures, figures without a use."""

from minsheng.data import vocabulary as words
from minsheng.data.contract.column import (
    KEY,
    LOCATOR,
    LOCATOR_FORM,
    NOTE,
    SOURCE,
    YEAR,
    Column,
    Table,
    both,
    words_of,
)

_FIGURE = Column("figure_id", "Id of the figure", refers="figures.figure_id")

DISCREPANCIES = Table(
    "discrepancies",
    "discrepancies.csv",
    "Where a source contradicts itself or another, what the book uses and what follows",
    "discrepancy_id",
    (
        Column("discrepancy_id", "<year>.<key>", pattern=rf"{YEAR}\.{KEY}"),
        _FIGURE,
        Column(
            "guard_printed",
            "What the row of the figure must still have in printed; when it has not, the "
            "contradiction no longer applies",
            pattern=r"-?[0-9]+(\.[0-9]+)?",
        ),
        Column("printed_otherwise", "The other number, as printed"),
        SOURCE,
        Column("locator", "Where the other number stands", pattern=LOCATOR_FORM),
        *both("follows", "What the book uses, and what follows"),
        Column("status", "Whether it still stands", vocabulary=words_of(words.DiscrepancyStatus)),
        *NOTE,
    ),
)

NUMERALS = Table(
    "numerals",
    "numerals.csv",
    "Numbers that a source prints and that are no figures of this book, with the reason. Of a "
    "source taken whole: all in digits, and those in words that belong to a name, an ordinal or a "
    "count of the text's own parts; headings and enumerators (一是) are left out",
    "numeral_id",
    (
        Column("numeral_id", "<source>.<key>", pattern=rf"[a-z0-9-]+\.{KEY}"),
        SOURCE,
        Column("printed", "The words that hold the number, as printed"),
        Column("kind", "What the number is", vocabulary=words_of(words.NumeralKind)),
        LOCATOR,
        *both("reason", "Why it is no figure"),
    ),
)

EXCUSED = Table(
    "excused",
    "excused.csv",
    "Figures that no chapter uses and no line of the audit tests, with the reason",
    "figure_id",
    (_FIGURE, *both("reason", "Why it is kept all the same")),
)
