"""One language of the book: its numbers, units, lists, periods and strings.

Numbers follow each language's habits from one formatter: 219,900 persons in English, 21.99万人 in
Chinese. All of them are exact decimals; nothing passes through a float.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache, lru_cache
from html import escape

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.numbers import format_decimal

from minsheng.errors import Fault, UsageFault
from minsheng.language.messages import Plural, _, translations
from minsheng.language.units import COUNTED, NAMES
from minsheng.quantity import Interval, half_up, outward

LANGUAGES = ("en", "zh")
TAGS = {"en": "en", "zh": "zh-Hans"}
_LOCALES = {"en": "en_GB", "zh": "zh_Hans_CN"}
_SCALES = ((100_000_000, "亿"), (10_000, "万"))
# Han characters, with the Chinese punctuation between them.
_HAN = re.compile(r"[\u3400-\u9fff](?:[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]*[\u3400-\u9fff])?")
# Two English words or more, with numbers between them; one alone may be a name.
_ENGLISH = re.compile(
    r"[A-Za-z][\w’'-]*(?:[,;:.]? (?:[0-9][0-9,.]*%? )*[A-Za-z][\w’'-]*)+", re.ASCII
)
_HAN_NUMERALS = {str(place): numeral for place, numeral in enumerate("〇一二三四五六七八九十")}
_WORDS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_MONEY = ((1_000_000_000, "billion"), (1_000_000, "million"))


@dataclass(frozen=True)
class Language:
    """One language, `en` or `zh`; raises `UsageFault` for another."""

    code: str

    def __post_init__(self) -> None:
        if self.code not in LANGUAGES:
            rule = "The book has no such language."
            raise UsageFault([Fault("parameter lang", rule, "use en or zh", value=str(self.code))])

    @property
    def locale(self) -> Locale:
        """The Babel locale of this language."""
        return _locale(self.code)

    def text(self, message: str) -> str:
        """Translate a marked string."""
        return translations(self.code).gettext(message)

    def markup(self, words: str) -> str:
        """Escape words for HTML; those of the other language are marked as such."""
        tag = self.other_tag
        runs = ((escape(run, quote=False), foreign) for run, foreign in self.runs(words))
        return "".join(
            f'<span lang="{tag}">{run}</span>' if foreign else run for run, foreign in runs
        )

    @property
    def other_tag(self) -> str:
        """The tag of the language that is foreign on pages of this one."""
        return TAGS["en" if self.code == "zh" else "zh"]

    def runs(self, words: str) -> list[tuple[str, bool]]:
        """Cut words into runs, each with whether it is in the other language."""
        runs, end = [], 0
        for found in (_ENGLISH if self.code == "zh" else _HAN).finditer(words):
            runs += [(words[end : found.start()], False), (found[0], True)]
            end = found.end()
        return [run for run in [*runs, (words[end:], False)] if run[0]]

    def plural(self, message: Plural, count: int | Fraction) -> str:
        """Translate a marked string in the form that `count` asks for, `{n}` still in it."""
        one = 1 if count == 1 else 2
        return translations(self.code).ngettext(message.one, message.many, one)

    def decimal(self, number: Decimal) -> str:
        """Return a decimal with all its places and, in English, grouped thousands."""
        return _decimal(self.code, f"{number:f}")

    def count(self, count: int) -> str:
        """Return a small count in words where the language writes it so, else in digits."""
        if self.code == "en" and 0 <= count < len(_WORDS):
            return _WORDS[count]
        return self.digits(count)

    def digits(self, count: int) -> str:
        """Return a count in digits."""
        return self.decimal(Decimal(count))

    def number(self, value: Fraction, decimals: int = 0) -> str:
        """Return a value with `decimals` places, halves rounded up; Chinese may use 万 and 亿.

        Without decimals a Chinese number that is whole in hundredths of 万 or 亿 is written so.
        """
        if self.code == "zh" and decimals == 0:
            return self._scaled(value)
        return self.decimal(half_up(value, decimals))

    def quantity(self, value: Fraction, unit: str) -> str:
        """Return a value with its unit; large sums of yuan in English are in million or billion."""
        shown = self.number(value)
        if self.code == "en" and unit == "yuan":
            shown = self._money(value) or shown
        return self.amount(shown, unit, value)

    def _money(self, value: Fraction) -> str | None:
        for scale, word in _MONEY:
            thousandths = value / scale * 1000
            if abs(value) >= scale and thousandths.denominator == 1:
                return f"{_trimmed(half_up(value / scale, 3))} {word}"
        return None

    def _scaled(self, value: Fraction) -> str:
        for scale, word in _SCALES:
            hundredths = value / scale * 100
            if abs(value) >= scale and hundredths.denominator == 1:
                return _trimmed(half_up(value / scale, 2)) + word
        return self.decimal(half_up(value, 0))

    @property
    def dash(self) -> str:
        """What stands between the ends of a range; in Chinese by GB/T 15834."""
        return "～" if self.code == "zh" else "–"

    def interval(self, interval: Interval, decimals: int = 0) -> str:
        """Return both ends rounded outward; a missing end reads `at least` or `at most`.

        Chinese uses 万 and 亿 where both ends allow the same one.
        """
        low, high = outward(interval, decimals)
        if low is None or high is None:
            return self._one_sided(low, high, decimals)
        ends = [self._end(end, decimals) for end in sorted({low, high})]
        if len({end.lstrip("-0123456789.,") for end in ends}) > 1:
            ends = [self.decimal(low), self.decimal(high)]
        return self.dash.join(ends)

    def _end(self, end: Decimal, decimals: int) -> str:
        return self.number(Fraction(end), max(decimals, 0))

    def _one_sided(self, low: Decimal | None, high: Decimal | None, decimals: int) -> str:
        if low is not None:
            return self.text(_("at least {n}")).format(n=self._end(low, decimals))
        if high is not None:
            return self.text(_("at most {n}")).format(n=self._end(high, decimals))
        return self.text(_("any value"))

    def span(self, interval: Interval, unit: str, decimals: int = 0) -> str:
        """Return an interval with its unit; in Chinese both ends of a percentage carry the sign."""
        ends = sorted(end for end in set(outward(interval, decimals)) if end is not None)
        if len(ends) == 2 and unit == "percent":
            return self.ranged(self.decimal(ends[0]), self.decimal(ends[1]), unit)
        count = Fraction(ends[0]) if len(ends) == 1 else 2
        return self.amount(self.interval(interval, decimals), unit, count)

    def ranged(self, low: str, high: str, unit: str) -> str:
        """Put a unit to a range of numbers in text; in Chinese each percentage has its sign."""
        if self.code == "zh" and unit == "percent":
            return self.dash.join(self.amount(end, unit) for end in (low, high))
        return self.amount(f"{low}{self.dash}{high}", unit)

    def amount(self, shown: str, unit: str, count: int | Fraction = 2) -> str:
        """Put a unit behind a number that is already text."""
        return self.plural(COUNTED[unit], count).format(n=shown)

    def unit(self, unit: str) -> str:
        """Return the name of a unit, for a table's header."""
        return self.text(NAMES[unit])

    def percent(self, value: Fraction, decimals: int) -> str:
        """Return a percentage with `decimals` places."""
        return self.amount(self.decimal(half_up(value, decimals)), "percent")

    def listed(self, items: Sequence[str]) -> str:
        """Return items as a list in words."""
        return format_list(list(items), locale=self.locale)

    def coordinated(self, clauses: Sequence[str]) -> str:
        """Return clauses as one: with an `and` in English, in Chinese with commas alone."""
        return self.listed(clauses) if self.code == "en" else "，".join(clauses)

    def period(self, text: str) -> str:
        """Return a written period in words: `2023-01/2023-10` as January to October 2023."""
        if not text:
            return self.text(_("period not stated"))
        first, slash, last = text.partition("/")
        if not slash:
            return self._moment(text)
        if first == "..":
            return self.text(_("up to {month}")).format(month=self._moment(last))
        if first[:4] == last[:4] and self.code == "en":
            return f"{self._month_name(first)} to {self._moment(last)}"
        if first[:4] == last[:4]:
            return f"{first[:4]}年{int(first[5:])}–{int(last[5:])}月"
        return f"{self._moment(first)}–{self._moment(last)}"

    def _moment(self, text: str) -> str:
        parts = [int(part) for part in text.split("-")]
        if len(parts) == 1:
            return self.text(_("{year}")).format(year=text)
        day = _day(parts)
        if len(parts) == 2:
            return format_skeleton("yMMMM", day, locale=self.locale)
        return format_date(day, format="long", locale=self.locale)

    def _month_name(self, text: str) -> str:
        return format_date(
            _day([int(part) for part in text.split("-")]), "LLLL", locale=self.locale
        )

    def sentences(self, texts: Iterable[str]) -> str:
        """Join whole sentences to one text."""
        return (" " if self.code == "en" else "").join(texts)

    def ended(self, words: str) -> str:
        """Return words as a sentence; one that ends in a mark of its own gets no stop."""
        stop = "." if self.code == "en" else "。"
        return words if words.endswith((*".?!。？！",)) else f"{words}{stop}"

    def clauses(self, texts: Iterable[str]) -> str:
        """Join texts that stand beside each other."""
        return ("; " if self.code == "en" else "；").join(texts)

    def enumerated(self, items: Iterable[str]) -> str:
        """Join items one after the other, without an `and`."""
        return (", " if self.code == "en" else "、").join(items)

    def locator(self, locator: str) -> str:
        """Return a locator in words: `3.1/p1/s1` as part 3(1), paragraph 1, sentence 1."""
        return self.clauses(self._place(each) for each in locator.split("; "))

    def _place(self, locator: str) -> str:
        parts = locator.split("/")
        if len(parts) == 1:
            return locator
        template = (
            self.text(_("{part}, paragraph {paragraph}, sentence {sentence}"))
            if len(parts) > 2
            else self.text(_("{part}, paragraph {paragraph}"))
        )
        numbers = [each[1:] for each in parts[1:]]
        return template.format(
            part=self._part(parts[0]), paragraph=numbers[0], sentence=numbers[-1]
        )

    def _part(self, locator: str) -> str:
        """Name a part as its document does: in Chinese with Chinese numerals."""
        part, __, section = locator.partition(".")
        if self.code == "zh":
            part, section = (_HAN_NUMERALS.get(each, each) for each in (part, section))
        template = self.text(_("part {part}({section})") if section else _("part {part}"))
        return template.format(part=part, section=section)


@cache
def _locale(code: str) -> Locale:
    return Locale.parse(_LOCALES[code])


@lru_cache(maxsize=10_000)
def _decimal(code: str, digits: str) -> str:
    """Format a decimal by its digits: two that are equal may differ in their places."""
    places = len(digits.partition(".")[2])
    pattern = ("#,##0" if code == "en" else "0") + ("." + "0" * places if places else "")
    return format_decimal(Decimal(digits), format=pattern, locale=_locale(code))


def _day(parts: Sequence[int]) -> date:
    year, month, day = [*parts, 1][:3]
    return date(year, month, day)


def _trimmed(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
