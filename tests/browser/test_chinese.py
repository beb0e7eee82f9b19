"""The Chinese pages are in Chinese: no English sentence, no label that nobody has translated."""

import re
from functools import cache
from pathlib import Path

import pytest

from browser.reading import Block, Reading, read, read_all
from minsheng.data import load_book
from minsheng.facts import printed_form

# English there is code, a drawing's own text, words of a source or a title, and works cited.
ENGLISH_PARTS = {
    *("code", "pre", "kbd", "math", "svg", "script", "style", "q", "cite"),
    ".downloads",  # names of formats
    "#sources-of-the-methods",
}
# Words of an English source stand in quotation marks; the glossary gives terms in both languages.
QUOTED = re.compile(r"“[^“”]*”")
TERM = re.compile(r"(?<=[\u4e00-\u9fff）]) · [^\u4e00-\u9fff]*$")
SENTENCE = re.compile(r"[A-Za-z][A-Za-z’'-]*(?:,? [A-Za-z][A-Za-z’'-]*){2,}")
WORD = re.compile(r"[A-Za-z]*[a-z]{2}[A-Za-z]*")
HAN = re.compile(r"[\u4e00-\u9fff]")
# What is the same in both languages and stands alone: names, files, keys of sources, numbers as an
# English source prints them.
NAMES = {"BibTeX", "CSL-JSON", "Ctrl+K"}
FILE = re.compile(r"[a-z0-9_/-]*(?:\.[a-z]+)+")


@cache
def same() -> set[str]:
    book = load_book()
    printed = {printed_form(each) for each in (*book.figures, *book.context)}
    return NAMES | printed | {each.source_id for each in book.sources}


def english(blocks: list[Block]) -> list[str]:
    """Return texts that are English, or in which three English words follow each other."""
    texts = (block.own for block in blocks if not block.within & ENGLISH_PARTS)
    bare = (TERM.sub("", QUOTED.sub("", text)) for text in texts)
    return [
        text
        for text in bare
        if SENTENCE.search(text) or (is_untranslated(text) and not is_same(text))
    ]


def is_same(text: str) -> bool:
    return text in same() or FILE.fullmatch(text) is not None


def is_untranslated(text: str) -> bool:
    return bool(WORD.search(text)) and not HAN.search(text)


def labels(reading: Reading) -> list[str]:
    """Return labels, titles and placeholders that are not in Chinese."""
    return [name for name in reading.names if is_untranslated(name)]


def test_no_sentence_is_english(site: Path) -> None:
    for address, reading in read_all(site / "zh"):
        assert english(reading.blocks) == [], address


def test_no_label_is_english(site: Path) -> None:
    heard = 0
    for address, reading in read_all(site / "zh"):
        assert labels(reading) == [], address
        heard += len(reading.names)
    assert heard > 500


PLANTED = {
    "sentence": "<p>完成率为百分之百。The target was reached.</p>",
    "heading": "<h2>Sources</h2>",
    "button": "<button>Back to top</button>",
    "cell": "<table><tr><td>self-reported</td></tr></table>",
}


@pytest.mark.parametrize("name", PLANTED)
def test_planted_english_is_found(tmp_path: Path, name: str) -> None:
    page = tmp_path / f"{name}.html"
    page.write_text(f'<html lang="zh-Hans">{PLANTED[name]}</html>', encoding="utf-8")
    assert len(english(read(page).blocks)) == 1


@pytest.mark.parametrize("attribute", ["aria-label", "title", "placeholder", "alt"])
def test_a_planted_label_is_found(tmp_path: Path, attribute: str) -> None:
    page = tmp_path / f"{attribute}.html"
    page.write_text(f'<p {attribute}="Toggle sidebar"></p>', encoding="utf-8")
    assert labels(read(page)) == ["Toggle sidebar"]


def test_every_page_says_which_language_it_is_in(site: Path) -> None:
    for lang, tag in (("en", "en"), ("zh", "zh-Hans")):
        for page in (site / lang).rglob("*.html"):
            html = page.read_text(encoding="utf-8")
            assert f'<html lang="{tag}"' in html, page
            assert html.count('<link rel="alternate" hreflang="') == 2, page
