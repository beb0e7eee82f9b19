"""How the export writes single values: exact numbers as text, intervals with their ends, texts."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated, ClassVar

from pydantic import ConfigDict, Field

from minsheng import data, quantity
from minsheng.language import Language

Exact = Annotated[
    str,
    Field(
        pattern=r"^-?[0-9]+(\.[0-9]+|/[1-9][0-9]*)?$",
        description="An exact number: a decimal, or a fraction where no short decimal exists.",
    ),
]

Decimal = Annotated[str, Field(pattern=r"^-?[0-9]+(\.[0-9]+)?$")]
_PLACES = 6


class Closed:
    """An object with exactly the keys that it declares; what stands below a key describes it."""

    __pydantic_config__: ClassVar = ConfigDict(extra="forbid", use_attribute_docstrings=True)


@dataclass(frozen=True)
class Text(Closed):
    """One text in English and Chinese."""

    en: str
    zh: str

    @classmethod
    def of(cls, text: data.Bilingual) -> Text:
        """Take over a text of the data."""
        return cls(text.en, text.zh)

    @classmethod
    def said(cls, message: str) -> Text:
        """Take over a marked string of the library, in both languages."""
        return cls(Language("en").text(message), Language("zh").text(message))

    @classmethod
    def unless_empty(cls, text: data.Bilingual) -> Text | None:
        """Take over a text that a row may leave empty."""
        return cls.of(text) if text.en or text.zh else None


@dataclass(frozen=True)
class Named(Closed):
    """A key of the catalogue with its name."""

    key: str
    name: Text


@dataclass(frozen=True)
class Range(Closed):
    """All numbers between two ends; an end of null is infinite."""

    low: Exact | None
    low_closed: bool
    """Whether the low end itself belongs to the range."""
    low_decimal: Decimal | None
    """The low end as a decimal of at most six places, rounded downward."""
    high: Exact | None
    high_closed: bool
    """Whether the high end itself belongs to the range."""
    high_decimal: Decimal | None
    """The high end as a decimal of at most six places, rounded upward."""

    @classmethod
    def of(cls, interval: quantity.Interval) -> Range:
        """Take over an interval: both ends in full, and as decimals that still enclose it."""
        low, high = quantity.outward(interval, _PLACES)
        return cls(
            _end(interval.low),
            interval.low_closed,
            None if low is None else quantity.in_full(Fraction(low)),
            _end(interval.high),
            interval.high_closed,
            None if high is None else quantity.in_full(Fraction(high)),
        )


@dataclass(frozen=True)
class Period(Closed):
    """The days from start to end, both included."""

    text: str
    """As the data write it: 2023, 2023-10, 2023-01/2023-10, ../2023-10."""
    start: Annotated[str, Field(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")] | None
    """The first day; null where no source states it."""
    end: Annotated[str, Field(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]
    """The last day."""

    @classmethod
    def of(cls, period: data.Period) -> Period:
        """Take over a period of the data."""
        start = None if period.start is None else period.start.isoformat()
        return cls(period.text, start, period.end.isoformat())


def _end(value: Fraction | None) -> str | None:
    return None if value is None else quantity.in_full(value)
