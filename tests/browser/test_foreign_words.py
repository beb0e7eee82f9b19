"""Words of the other language are marked as such, so that they are read aloud and set rightly."""

import re
from pathlib import Path

import pytest

from browser.reading import Block, read, read_all

HAN = re.compile(r"[\u3400-\u9fff]")
WORD = r"[A-Za-z]*[a-z]{2}[\w’'-]*"  # no abbreviation: CSV, GB/T
PHRASE = re.compile(rf"{WORD}(?:,? {WORD}){{2}}", re.ASCII)
FOREIGN = {"en": HAN, "zh": PHRASE}
# What no language is spoken in.
CODE = {"code", "pre", "kbd", "math", "script", "style"}


def unmarked(blocks: list[Block], lang: str) -> list[str]:
    """Return texts with words of the other language that nothing marks."""
    texts = (block.own for block in blocks if not block.within & CODE)
    return [text for text in texts if FOREIGN[lang].search(text)]


@pytest.mark.parametrize("lang", FOREIGN)
def test_foreign_words_are_marked(site: Path, lang: str) -> None:
    for address, reading in read_all(site / lang):
        assert unmarked(reading.blocks, lang) == [], address


@pytest.mark.parametrize(
    ("lang", "words"), [("en", "satisfied (满意)"), ("zh", "称“over ten thousand new jobs”")]
)
def test_planted_foreign_words_are_found(tmp_path: Path, lang: str, words: str) -> None:
    page = tmp_path / "page.html"
    marked = f'<p><span lang="{"zh-Hans" if lang == "en" else "en"}">{words}</span></p>'
    page.write_text(f'<html lang="{lang}"><p>{words}</p>{marked}</html>', encoding="utf-8")
    assert unmarked(read(page).blocks, lang) == [words]
