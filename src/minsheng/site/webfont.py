"""Ship the book's font to readers who have no Chinese font: only the characters that pages use."""

from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

from minsheng import fonts

FIRST_CHINESE = 0x2E80
NAME = "MinshengSans.woff2"


def write_webfont(pages: Path) -> None:
    """Write the Chinese characters of all pages under `pages` as one font into `_static`."""
    used = {
        character
        for page in pages.rglob("*.html")
        for character in page.read_text(encoding="utf-8")
        if ord(character) >= FIRST_CHINESE
    }
    font = TTFont(fonts.REGULAR, recalcTimestamp=False)
    options = subset.Options(hinting=False, notdef_outline=True, recalc_timestamp=False)
    subsetter = subset.Subsetter(options)
    subsetter.populate(text="".join(sorted(used)))
    subsetter.subset(font)
    font.flavor = "woff2"
    font.save(pages / "_static" / NAME)
