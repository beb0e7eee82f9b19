"""Numbers that no figure stands behind and that may be typed: dates, places, names, constants."""

import re
from collections.abc import Iterator

_YEAR = r"(?:19|20)\d\d"
_MONTHS = "January February March April May June July August September October November December"
_MONTH = "|".join(_MONTHS.split())
_HAN = "〇一二三四五六七八九十"
# Years, months and days; places in a document; names of licences and digests; constants of a
# formula; thresholds that the book's own rule sets, in a cell of their own.
ALLOWED = tuple(
    re.compile(rf"(?<![\d.,]){pattern}(?![\d%人户家个项条元万亿]| (?:persons|people|jobs|posts)\b)")
    for pattern in (
        rf"{_YEAR}-\d\d-\d\d",
        rf"\d{{1,2}} (?:{_MONTH}) {_YEAR}",
        rf"{_YEAR}年(?:\d{{1,2}}(?:[–-]\d{{1,2}})?月(?:\d{{1,2}}日)?)?",
        rf"{_YEAR}(?:[–-]{_YEAR})?",
        r"part \d(?:\(\d\))?(?:, paragraph \d+)?(?:, sentence \d+)?",
        rf"第[{_HAN}\d]部分(?:（[{_HAN}\d]）)?(?:第\d+段)?(?:第\d+句)?",
        r"CC BY 4\.0",
        r"SHA-256",
        r"1 ?[+＋] ?(?=[a-z增\N{OBJECT REPLACEMENT CHARACTER}])",
        r"(?<=÷) ?12\b",
        r"^至少\d项$",
        r"\d{1,2}(?:月?[–～至-]\d{1,2})?月",
    )
)
# A target in percent of itself, where a chart marks it.
WHOLE = "100%"
_NUMBER = re.compile(r"[+-]?\d[\d.,]*")
# A share in words is a number all the same.
_WORDS = "one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty"
_WORDS += " forty fifty sixty seventy eighty ninety hundred"
_SHARE = re.compile(
    rf"\b(?:{'|'.join(_WORDS.split())}) per ?cent\b|百分之[{_HAN}百零两]+",
    re.IGNORECASE,
)


def typed_numbers(words: str) -> Iterator[str]:
    """Yield every number in words whose tagged ones are taken out, but those that may be typed."""
    if words.strip() == WHOLE:
        return
    for pattern in ALLOWED:
        words = pattern.sub("", words)
    yield from (found[0] for found in _NUMBER.finditer(words))
    yield from (found[0] for found in _SHARE.finditer(words))
