"""What a first visit to a page weighs over the wire: everything it loads, compressed."""

import gzip
import re
from functools import cache
from pathlib import Path

# Scripts, sheets and icons of a page; a sheet holds its fonts and pictures itself or names them.
_LOADED = re.compile(r'<(?:script|link|img)\b[^>]*\b(?:src|href)="([^"#?:]+\.(?!html)\w+)')
_NAMED = re.compile(r"url\([\"']?(?!data:|#)([^\"')]+)")


@cache
def weight(path: Path) -> int:
    """Return the bytes of a file over the wire."""
    return len(gzip.compress(path.read_bytes(), mtime=0))


def loaded(page: Path) -> set[Path]:
    """Return every file that a page loads, itself included."""
    found = {(page.parent / each).resolve() for each in _LOADED.findall(page.read_text("utf-8"))}
    sheets = [path for path in found if path.suffix == ".css"]
    named = ((path, each) for path in sheets for each in _NAMED.findall(path.read_text("utf-8")))
    fonts = {(path.parent / each.partition("?")[0]).resolve() for path, each in named}
    return {page, *found, *(font for font in fonts if font.exists())}


def weights(site: Path, lang: str) -> dict[str, int]:
    """Return the weight of every page of a language, by its address in the site."""
    return {
        page.relative_to(site).as_posix(): sum(map(weight, loaded(page)))
        for page in (site / lang).rglob("*.html")
    }
