"""What a table and a column are, and the columns that several tables share."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

KEY = r"[a-z][a-z0-9_]*"
YEAR = r"(19|20)[0-9][0-9]"
MONTH = rf"{YEAR}-(0[1-9]|1[0-2])"
DAY = rf"{MONTH}-(0[1-9]|[12][0-9]|3[01])"
FIGURE_ID = rf"([0-9]{{6}}\.)?{YEAR}\.{KEY}\.{KEY}(\.[a-z0-9_]+)?"
PERIOD = rf"({YEAR}|{MONTH}|{DAY}|{MONTH}/{MONTH}|\.\./{MONTH})"
LOCATOR_PLACE = r"([0-9](\.[0-9])?/p[0-9]+(/s[0-9]+)?)"
WORDS = r"“[^”]{1,60}”"
LOCATOR_FORM = rf"({LOCATOR_PLACE}(; {LOCATOR_PLACE})*|{WORDS}(; {WORDS})*|p\. [0-9]+|table [0-9]+)"


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
    """One table: the files that hold it (a pattern inside `data/`) and its columns.

    `shares_keys_with` names another table: no key may stand in both, and a reference to that table
    may point into this one.
    """

    key: str
    files: str
    meaning: str
    primary: str
    columns: tuple[Column, ...]
    shares_keys_with: str = ""

    @property
    def keyspace(self) -> str:
        """What `refers` calls its keys: `figures.figure_id`."""
        return f"{self.shares_keys_with or self.key}.{self.primary}"

    def column(self, name: str) -> Column:
        """Return the column of that name; raises `KeyError` where there is none."""
        return {column.name: column for column in self.columns}[name]


def words_of(vocabulary: type[StrEnum]) -> tuple[str, ...]:
    """Return the words of a closed vocabulary."""
    return tuple(word.value for word in vocabulary)


def both(name: str, meaning: str, *, required: bool = True) -> Iterable[Column]:
    """Yield the two columns of a text that stands in English and Chinese."""
    for code, language in (("en", "English"), ("zh", "Chinese")):
        yield Column(f"{name}_{code}", f"{meaning}, in {language}", required)


EDITION = Column("edition", "Year of the edition", pattern=YEAR, refers="editions.year")
ORDINAL = Column("ordinal", "Place in the source's order", pattern=r"[1-9][0-9]*")
SOURCE = Column("source", "Key of the source", pattern=r"[a-z0-9-]+", refers="sources.source_id")
LOCATOR = Column(
    "locator",
    "Where in the source: part/paragraph/sentence (3.1/p1/s1 is part 3(1), first paragraph, first "
    "sentence), further printings behind a semicolon; for unnumbered texts a few quoted words",
    pattern=LOCATOR_FORM,
    remedy="write it as 3.1/p1/s1, or as a few words between “ and ”",
)
NOTE = tuple(both("note", "What a reader of the row should know", required=False))
