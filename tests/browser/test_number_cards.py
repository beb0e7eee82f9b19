"""Cards open by mouse, keyboard and touch, without JavaScript too, and lead to their rows."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from minsheng.language import LANGUAGES

pytestmark = pytest.mark.browser
CHAPTER = "2023/urban_new_jobs.html"
OPEN = ".fact-card:popover-open"
# How a reader comes to a card: what the browser has and can.
PHONE: dict[str, Any] = {"has_touch": True, "viewport": {"width": 360, "height": 740}}
SCRIPTLESS = {"java_script_enabled": False}
READERS: dict[str, dict[str, Any]] = {
    "mouse": {},
    "mouse without scripts": SCRIPTLESS,
    "touch": PHONE,
    "touch without scripts": PHONE | SCRIPTLESS,
}


@pytest.fixture
def context(browser: Browser, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    context = browser.new_context(**getattr(request, "param", {}))
    yield context
    context.close()


def chapter(context: BrowserContext, server: str, lang: str = "en") -> Page:
    page = context.new_page()
    page.goto(f"{server}{lang}/{CHAPTER}")
    return page


def number(page: Page) -> Locator:
    return page.locator("p.finding data.fact > button").first


def press(button: Locator) -> None:
    """Press with what the reader has: a finger on a phone, else a mouse."""
    width = (button.page.viewport_size or {})["width"]
    button.tap() if width == PHONE["viewport"]["width"] else button.click()


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("context", READERS.values(), ids=READERS, indirect=True)
def test_a_card_opens_and_closes(context: BrowserContext, server: str, lang: str) -> None:
    page = chapter(context, server, lang)
    press(number(page))
    card = page.locator(OPEN)
    expect(card).to_be_visible()
    expect(card).to_contain_text("21.99万")
    expect(card).to_be_in_viewport(ratio=0.99)
    press(card.locator(".fact-close"))
    expect(page.locator(OPEN)).to_have_count(0)


def test_another_number_closes_the_card_and_opens_its_own(
    context: BrowserContext, server: str
) -> None:
    page = chapter(context, server)
    number(page).click()
    title = page.locator(OPEN).locator(".fact-name").inner_text()
    page.locator("p.finding data.fact > button").nth(1).click()
    expect(page.locator(OPEN)).to_have_count(1)
    assert page.locator(OPEN).locator(".fact-name").inner_text() != title


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_the_keyboard_opens_a_card_walks_its_links_and_comes_back(
    context: BrowserContext, server: str, key: str
) -> None:
    page = chapter(context, server)
    button = number(page)
    button.focus()
    page.keyboard.press(key)
    card = page.locator(OPEN)
    expect(card.locator(".fact-close")).to_be_focused()
    for selector in ("a[href^='http']", "a[href*='#figure-']"):
        page.keyboard.press("Tab")
        expect(card.locator(selector)).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(OPEN)).to_have_count(0)
    expect(button).to_be_focused()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_link_of_a_card_lands_on_its_row(
    context: BrowserContext, server: str, lang: str
) -> None:
    page = chapter(context, server, lang)
    number(page).click()
    page.locator(OPEN).locator("a[href*='#figure-']").click()
    page.wait_for_url(f"{server}{lang}/data.html#figure-2023-urban_new_jobs-actual")
    row = page.locator("tr:target")
    expect(row).to_be_in_viewport()
    expect(row).to_contain_text("21.99万")


def test_a_card_is_named_for_those_who_hear_it(context: BrowserContext, server: str) -> None:
    page = chapter(context, server)
    expect(page.get_by_role("button", name="219,900 persons", exact=True).first).to_be_visible()
    number(page).click()
    expect(page.get_by_role("dialog", name="new urban jobs: reported")).to_be_visible()


def test_on_paper_cards_are_numbered_notes(context: BrowserContext, server: str) -> None:
    page = chapter(context, server)
    page.emulate_media(media="print")
    cards = page.locator(".fact-card")
    expect(cards.first).to_be_visible()
    expect(cards.last).to_be_visible()
    marks = page.evaluate(
        "() => [...document.querySelectorAll('data.fact > button')]"
        ".map((each) => getComputedStyle(each, '::after').content)"
    )
    notes = {f'"{place + 1}"' for place in range(cards.count())}
    assert set(marks) == notes


LINK = re.compile(r'<a href="([^"#]*)#(figure-[^"]*)"')


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_link_of_every_card_leads_to_a_row(site: Path, lang: str) -> None:
    rows: dict[Path, set[str]] = {}
    links = 0
    for page in sorted((site / lang).rglob("*.html")):
        for address, anchor in LINK.findall(page.read_text(encoding="utf-8")):
            target = (page.parent / address).resolve() if address else page
            if target not in rows:
                rows[target] = set(re.findall(r'<tr id="([^"]*)"', target.read_text("utf-8")))
            assert anchor in rows[target], f"{page}: {address}#{anchor}"
            links += 1
    assert links > 500
