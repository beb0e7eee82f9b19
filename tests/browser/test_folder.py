"""Opened from a folder, as from a USB stick, every page works as it does from a server."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from browser.walk import problems
from minsheng.language import LANGUAGES

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_goes_wrong_on_any_page(browser: Browser, site: Path, lang: str) -> None:
    assert problems(browser, site, f"{site.as_uri()}/", lang) == []
