"""The first visit to any page stays light: everything it loads, compressed, fonts counted."""

import re
from pathlib import Path

import pytest

from browser.weight import weights

KIB = 1024
LIMITS = {"en": 250 * KIB, "zh": 400 * KIB}


@pytest.mark.parametrize("lang", LIMITS)
def test_no_page_weighs_more_than_its_limit(site: Path, lang: str) -> None:
    found = weights(site, lang)
    assert {page: size for page, size in found.items() if size > LIMITS[lang]} == {}
    assert min(found.values()) > 50 * KIB, "sheets and scripts are counted"


def test_every_icon_is_drawn_in_its_page(site: Path) -> None:
    for page in site.rglob("*.html"):
        assert not re.search(r'class="[^"]*\bfa-(?!lg\b)', page.read_text("utf-8")), page


def test_nothing_is_published_that_only_a_developer_opens(site: Path) -> None:
    assert [*site.rglob("*.map"), *site.rglob("fontawesome*.js")] == []
