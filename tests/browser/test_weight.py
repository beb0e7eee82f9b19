"""The first visit to any page stays light: everything it loads, compressed, fonts counted."""

import gzip
import re
from functools import cache
from pathlib import Path

import pytest

KIB = 1024
LIMITS = {"en": 250 * KIB, "zh": 400 * KIB}
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


@pytest.mark.parametrize("lang", LIMITS)
def test_no_page_weighs_more_than_its_limit(site: Path, lang: str) -> None:
    weights = {
        page.relative_to(site).as_posix(): sum(map(weight, loaded(page)))
        for page in (site / lang).rglob("*.html")
    }
    assert {page: found for page, found in weights.items() if found > LIMITS[lang]} == {}
    assert min(weights.values()) > 50 * KIB, "sheets and scripts are counted"


def test_every_icon_is_drawn_in_its_page(site: Path) -> None:
    for page in site.rglob("*.html"):
        assert not re.search(r'class="[^"]*\bfa-(?!lg\b)', page.read_text("utf-8")), page


def test_nothing_is_published_that_only_a_developer_opens(site: Path) -> None:
    assert [*site.rglob("*.map"), *site.rglob("fontawesome*.js")] == []
