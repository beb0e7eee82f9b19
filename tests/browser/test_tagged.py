"""The finished pages, too, show no number that opens nothing; `claims.allowed` lists what may."""

from pathlib import Path

import pytest

from claims.allowed import typed_numbers
from claims.pages import read_blocks
from minsheng.language import LANGUAGES

START, END = '<article class="bd-article', "</article>"


def article(html: str) -> str:
    """Return what stands between the header and the foot of a page."""
    start = html.index(START)
    return html[start : html.index(END, start) + len(END)]


def typed(page: Path, lang: str) -> dict[str, list[str]]:
    """Return what of a page shows a number that may not be typed, with those numbers."""
    blocks = read_blocks(page.name, lang, article(page.read_text(encoding="utf-8")))
    assert blocks, page
    found = ((str(block), [*typed_numbers(block.words)]) for block in blocks)
    return {words: numbers for words, numbers in found if numbers}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_number_is_tagged(site: Path, lang: str) -> None:
    for page in sorted((site / lang).rglob("*.html")):
        assert typed(page, lang) == {}


def test_a_planted_number_is_found(site: Path, tmp_path: Path) -> None:
    html = (site / "en" / "methods.html").read_text(encoding="utf-8")
    planted = tmp_path / "methods.html"
    planted.write_text(html.replace(END, f"<p>It rose by 7.5.</p>{END}"), encoding="utf-8")
    assert [*typed(planted, "en").values()] == [["7.5."]]
