"""Every number that a page shows opens its source; those that need none are listed here."""

import re
from collections.abc import Iterable
from functools import cache
from itertools import chain
from pathlib import Path

import pytest

from browser.reading import NUMBER, Block, read, read_all
from minsheng.data import load_book
from minsheng.language import LANGUAGES, Language

# The page's own text, without its cards and what stands around it.
ARTICLE = ".bd-article"
# Parts in which numbers are signs: code, formulas, drawings (their table holds the same, tagged),
# the record and the links to other years, works cited.
SIGNS = {
    *("code", "pre", "math", "svg", ".fact-cards", ".page-record", ".book-editions"),
    "#sources-of-the-methods",
}
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
# Words in which digits count nothing: dates, and the names of a licence, a digest, a standard.
WORDS = (
    r"([12][0-9]{3}年)?([0-9]{1,2}[–至])?[0-9]{1,2}月([0-9]{1,2}日)?|[12][0-9]{3}年",
    r"\b[12][0-9]{3}(-[0-9]{2}){0,2}(?![0-9%]|[.,][0-9])",
    rf"\b[0-9]{{1,2}} (?={MONTHS})|({MONTHS}) [0-9]{{1,2}}\b",
    r"CC BY 4\.0|SHA-256|GB/T 7714",
)
# The constants of formulas, in the steps of a worked example: one plus a rate, twelve months.
CONSTANTS = rf"[(（]1 ?[+＋] ?(?={NUMBER}|[^0-9])|÷ ?12\b"
# A chart's scale against targets: a target is the whole of itself.
WHOLE = "100%"


def untagged(blocks: list[Block], lang: str) -> list[str]:
    """Return the texts that show a number which opens nothing."""
    texts = [_without_signs(block) for block in blocks if ARTICLE in block.within]
    return [text for text in texts if re.search("[0-9]", _without_names(text, lang))]


def _without_signs(block: Block) -> str:
    text = "" if block.within & SIGNS else block.text
    if ".worked" in block.within:
        text = re.sub(CONSTANTS, "", text)
    return "" if ".chart-data" in block.within and text == WHOLE else text


def _without_names(text: str, lang: str) -> str:
    text = re.sub("|".join(WORDS), "", text)
    if text in quoted():
        return ""
    if re.search("[0-9]", text):
        for name in names(lang):
            text = text.replace(name, "")
    return text


@cache
def quoted() -> set[str]:
    """Return numbers that the registers quote because they are no figures; each fills a cell."""
    book = load_book()
    cells = [each.printed for each in book.numerals]
    return _bare([*cells, *(each.printed_otherwise for each in book.discrepancies)])


@cache
def names(lang: str) -> list[str]:
    """Return the texts of the data in which numbers stand, and places in sources, longest first."""
    book, here = load_book(), Language(lang)
    texts = [
        *(text for each in book.sources for text in (each.title, each.publisher)),
        *(text for each in book.policies for text in (each.name, each.content)),
        *(each.text for each in book.promises),
        *(each.reason for each in book.numerals),
        *(each.follows for each in book.discrepancies),
    ]
    figures = (*book.figures, *book.context)
    kinds = (figures, book.numerals, book.policies, book.discrepancies)
    placed = (*chain(*kinds), *book.recommendations, *book.supervision)
    told = [
        *(each.within(lang) for each in texts),
        *(here.locator(each.locator) for each in placed),
        *(each.source_id for each in book.sources),
        *(each.figure_id for each in figures),
    ]
    return sorted(filter(re.compile(r"[^\W0-9_]").search, _bare(told)), key=len, reverse=True)


def _bare(told: Iterable[str]) -> set[str]:
    """Return those texts in which a number stands that is no date, without their dates."""
    bare = {re.sub("|".join(WORDS), "", " ".join(each.split())) for each in told}
    return {each for each in bare if re.search("[0-9]", each)}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_number_is_tagged(site: Path, lang: str) -> None:
    for address, reading in read_all(site / lang):
        assert untagged(reading.blocks, lang) == [], address


PLANTED = {
    "count": "<p>It rose by 7 persons.</p>",
    "percentage": "<table><tr><td>109.95%</td></tr></table>",
    "scaled": "<p>达到<b>21.99</b>万人</p>",
    "beside_a_date": "<li>In October 2023 it was 2024.5.</li>",
    "beside_a_tag": '<p><data value="5">5</data> of 6 promises</p>',
    "in_a_code_of_prose": "<p><code>x</code> is 12</p>",
}


@pytest.mark.parametrize("name", PLANTED)
def test_a_planted_number_is_found(tmp_path: Path, name: str) -> None:
    page = tmp_path / f"{name}.html"
    page.write_text(f'<article class="bd-article">{PLANTED[name]}</article>', encoding="utf-8")
    assert len(untagged(read(page).blocks, "en")) == 1


SOUND = {
    "tag": '<p><data value="7">7 persons</data></p>',
    "date": "<p>On 24 November 2023, 2023-11-24, 2023年10月24日, 1–10月</p>",
    "code": "<pre>minsheng --year 2023 -n 2</pre>",
}


@pytest.mark.parametrize("name", SOUND)
def test_what_needs_no_source_passes(tmp_path: Path, name: str) -> None:
    page = tmp_path / f"{name}.html"
    page.write_text(f'<article class="bd-article">{SOUND[name]}</article>', encoding="utf-8")
    assert untagged(read(page).blocks, "en") == []
