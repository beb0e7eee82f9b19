"""A period as the data write it: a year, a month, a day, a span of months, or an open start."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

_MONTHS = 12


@dataclass(frozen=True)
class Period:
    """The days from `start` to `end`, both included; a `start` of `None` is not stated.

    `text` keeps the written form: `2023`, `2023-10`, `2023-10-31`, `2023-01/2023-10`, `../2023-10`.
    """

    text: str
    start: date | None
    end: date

    @classmethod
    def parse(cls, text: str) -> Period:
        """Read a written period; raises `ValueError` where it ends before it begins."""
        first, slash, last = text.partition("/")
        if not slash:
            return cls(text, _first_day(text), _last_day(text))
        period = cls(text, None if first == ".." else _first_day(first), _last_day(last))
        if period.start is not None and period.start > period.end:
            raise ValueError(f"{text} ends before it begins")
        return period

    @property
    def year(self) -> int:
        """The calendar year in which the period ends."""
        return self.end.year

    @property
    def months(self) -> int | None:
        """How many whole months it covers, or `None` where the start is not stated."""
        if self.start is None:
            return None
        return (self.end.year - self.start.year) * _MONTHS + self.end.month - self.start.month + 1

    @property
    def is_whole_year(self) -> bool:
        """Whether it covers one calendar year from January to December."""
        return self.start == date(self.year, 1, 1) and self.end == date(self.year, 12, 31)

    @property
    def elapsed(self) -> Fraction | None:
        """The share of the calendar year covered, where it starts in January of that year."""
        if self.start != date(self.year, 1, 1) or self.months is None:
            return None
        return Fraction(self.months, _MONTHS)

    def year_earlier(self) -> Period:
        """Return the same months of the year before; raises `ValueError` without a start."""
        if self.start is None:
            raise ValueError(f"{self.text} has no stated start")
        parts = [f"{int(part[:4]) - 1}{part[4:]}" for part in self.text.split("/")]
        return Period.parse("/".join(parts))


def _numbers(text: str) -> list[int]:
    return [int(part) for part in text.split("-")]


def _first_day(text: str) -> date:
    year, month, day = [*_numbers(text), 1, 1][:3]
    return date(year, month, day)


def _last_day(text: str) -> date:
    parts = _numbers(text)
    year = parts[0]
    month = parts[1] if len(parts) > 1 else _MONTHS
    day = parts[2] if len(parts) > 2 else calendar.monthrange(year, month)[1]
    return date(year, month, day)
