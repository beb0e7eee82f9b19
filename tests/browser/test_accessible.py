"""No page keeps anybody out: axe finds nothing, wide and narrow, in light and dark, folded or open.

Every template is looked at for everything, in both languages, widths and colour schemes; each
width and each scheme sees the whole page once, and the other two combinations long tables
without what follows their first rows.
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.axe import is_as_published, violations
from minsheng.language import LANGUAGES

pytestmark = pytest.mark.browser
WIDE, PHONE = 1280, 360
ZOOMED = 320  # what is left of the wide screen with everything four times as large
CHAPTER = "2023/urban_new_jobs.html"
# One page of each template, and with them every kind of block, table, chart and list.
PAGES = (
    "index.html",
    "contents.html",
    "search.html?q=21.99",
    "data.html",
    "differences.html",
    "glossary.html",
    "methods.html",
    "register.html",
    "status.html",
    "trends.html",
    "2023/audit.html",
    "2023/evaluation.html",
    "2023/gig_markets.html",
    "2026/overview.html",
    CHAPTER,
)
VIEWS = ((WIDE, "light"), (PHONE, "dark"))
OTHER_VIEWS = ((WIDE, "dark"), (PHONE, "light"))
SHORTEN = """() => {
  const later = "tbody tr:nth-child(n + 13), .fact-card:nth-child(n + 40)";
  document.querySelectorAll(later).forEach((each) => each.remove());
}"""
SIDEWAYS = "() => document.documentElement.scrollWidth > innerWidth"
MOVING = """() => [...document.querySelectorAll("*")].filter((each) => {
  const style = getComputedStyle(each);
  return style.animationName !== "none" || /[1-9]/.test(style.transitionDuration);
}).map((each) => each.outerHTML.slice(0, 100))"""
OPEN_ALL = "() => document.querySelectorAll('details').forEach((each) => { each.open = true; })"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with browser.new_page(reduced_motion="reduce") as page:
        yield page


def seen(page: Page, address: str, *, is_front: bool = False) -> Iterator[str]:
    """Yield what axe finds on a page in each view."""
    page.goto(address)
    for width, scheme in (*VIEWS, *OTHER_VIEWS):
        if (width, scheme) == OTHER_VIEWS[0]:
            page.evaluate(SHORTEN)
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme)
        if not is_front:
            expect(page.locator("html")).to_have_attribute("data-theme", scheme)
        for found in violations(page):
            yield f"{width} {scheme} {page.url}: {found}"
    page.set_viewport_size({"width": ZOOMED, "height": 800})
    if page.evaluate(SIDEWAYS):
        yield f"{ZOOMED} {page.url}: the page moves sideways"


def test_axe_is_as_published() -> None:
    assert is_as_published()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nobody_is_kept_out(page: Page, server: str, lang: str) -> None:
    found = [each for name in PAGES for each in seen(page, f"{server}{lang}/{name}")]
    assert found == []


def test_nobody_is_kept_out_of_the_front(page: Page, server: str) -> None:
    assert [*seen(page, server, is_front=True)] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nobody_is_kept_out_of_what_opens(page: Page, server: str, lang: str) -> None:
    page.goto(f"{server}{lang}/{CHAPTER}")
    page.evaluate(OPEN_ALL)
    page.locator("p.finding data.fact > button").first.click()
    expect(page.locator(".fact-card:popover-open")).to_be_visible()
    assert violations(page) == []
    page.keyboard.press("Escape")
    page.keyboard.press("Control+k")
    expect(page.locator("#pst-search-dialog")).to_be_visible()
    assert violations(page) == []
    page.keyboard.press("Escape")
    page.set_viewport_size({"width": PHONE, "height": 800})
    page.locator(".primary-toggle").click()
    expect(page.locator("#pst-primary-sidebar-modal")).to_be_visible()
    assert violations(page) == []


def test_nothing_moves_where_the_reader_wants_no_motion(page: Page, server: str) -> None:
    page.goto(f"{server}en/{CHAPTER}")
    page.evaluate(OPEN_ALL)
    assert page.evaluate(MOVING) == []
    page.emulate_media(reduced_motion="no-preference")
    assert page.evaluate(MOVING) != []


SMALL = "all: unset; display: block; width: 9px; height: 9px"
PLANTED = {
    "image-alt": '<img src="icon.svg">',
    "color-contrast": '<p style="color: #999; background: #fff">pale</p>',
    "heading-order": "<h5>too deep</h5>",
    "label": "<input>",
    "target-size": 3 * f"<button style='{SMALL}'>a</button>",
}


@pytest.mark.parametrize("rule", PLANTED)
def test_a_planted_breach_is_found(page: Page, server: str, rule: str) -> None:
    page.goto(f"{server}en/contents.html")
    page.locator("article").evaluate(
        "(article, html) => article.insertAdjacentHTML('beforeend', html)", PLANTED[rule]
    )
    assert {each.partition(":")[0] for each in violations(page)} == {rule}
