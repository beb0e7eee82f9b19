"""Ship the book's font to readers who have no Chinese font: only the characters that pages use.

The font stands inside the style sheet. As a file of its own it arrives after the first text is
laid out, and Chromium then keeps some of that text as empty boxes.
"""

import io
import logging
import shutil
from base64 import b64encode
from pathlib import Path

from minsheng import fonts
from minsheng.digests import digest
from minsheng.files import write_whole

FIRST_CHINESE = 0x2E80
# Marks that Latin fonts have too, but narrow: in Chinese text each takes the width of a character.
SHARED = frozenset("‘’“”…")
FACE = (
    '@font-face {{ font-family: "{family}"; '
    "unicode-range: U+2018-2019, U+201C-201D, U+2026, "
    "U+2E80-9FFF, U+F900-FAFF, U+FE30-FE4F, U+FF00-FFEF; "
    'src: url("data:font/woff2;base64,{font}") format("woff2"); }}\n'
)


def add_webfont(pages: Path, kept: Path) -> None:
    """Add the Chinese characters of all pages under `pages` to their style sheet, as one font.

    It is taken from `kept`, where that has one of the same characters, and else kept there alone.
    """
    characters = set[str]().union(*_lines(pages))
    used = {each for each in characters if ord(each) >= FIRST_CHINESE or each in SHARED}
    held = kept / f"{digest(''.join(sorted(used)).encode())}.woff2"
    if not held.exists():
        shutil.rmtree(kept, ignore_errors=True)
        kept.mkdir(parents=True)
        held.write_bytes(font_of(used))
    face = FACE.format(family=fonts.FAMILY, font=b64encode(held.read_bytes()).decode("ascii"))
    sheet = pages / "_static" / "book.css"
    write_whole(sheet, face + sheet.read_text(encoding="utf-8"))


def _lines(pages: Path) -> set[str]:
    """Return every line of the pages once; most are the same on all."""
    lines = set[str]()
    for page in pages.rglob("*.html"):
        lines.update(page.read_text(encoding="utf-8").split("\n"))
    return lines


def font_of(characters: set[str]) -> bytes:
    """Return the book's font with these characters only, as WOFF2."""
    # Heavy, and most builds take up the font of the one before.
    from fontTools import subset
    from fontTools.ttLib import TTFont

    # Jupyter Book lets every package tell what it is about.
    logging.getLogger(subset.__name__).setLevel(logging.WARNING)
    font = TTFont(fonts.REGULAR, recalcTimestamp=False)
    options = subset.Options(hinting=False, notdef_outline=True, recalc_timestamp=False)
    subsetter = subset.Subsetter(options)
    subsetter.populate(text="".join(sorted(characters)))
    subsetter.subset(font)
    font.flavor = "woff2"
    buffer = io.BytesIO()
    font.save(buffer)
    return buffer.getvalue()
