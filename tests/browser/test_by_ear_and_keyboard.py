"""The book without a mouse and without a screen: a walk by keys alone, and what is read aloud."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from minsheng.language import LANGUAGES

pytestmark = pytest.mark.browser
FIRST, CHAPTER = "index.html", "2023/urban_new_jobs.html"
NUMBER, CARD = "p.finding data.fact > button", ".fact-card:popover-open"
REPORT = "https://www.nbrd.gov.cn/"
MOST = 60
CHARTS = {FIRST: 0, CHAPTER: 1}  # at least
IS_AT = "(selector) => document.activeElement.matches(selector)"
# An outline or a rim around what has the focus, or the solid line below a number.
RING = """() => {
  const style = getComputedStyle(document.activeElement);
  const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  const rims = style.boxShadow.matchAll(/ ([0-9.]+)px(?= inset|,|$)/g);
  return outlined || [...rims].some((rim) => parseFloat(rim[1]) >= 2);
}"""


@pytest.fixture(params=["light", "dark"])
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    with browser.new_page(color_scheme=request.param, reduced_motion="reduce") as page:
        page.route(f"{REPORT}**", lambda route: route.fulfill(body="<title>Report</title>"))
        yield page


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until the element has the focus; everything on the way shows that it has it."""
    for _ in range(MOST):
        page.keyboard.press("Tab")
        assert page.evaluate(RING), page.evaluate("() => document.activeElement.outerHTML")
        if page.evaluate(IS_AT, selector):
            return
    pytest.fail(f"{selector} is not reached with {MOST} tabs on {page.url}")


def skip_to_content(page: Page) -> None:
    tab_to(page, "#pst-skip-link a")
    page.keyboard.press("Enter")
    expect(page).to_have_url(page.url.partition("#")[0] + "#main-content")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_from_the_first_page_to_a_source_and_back(page: Page, server: str, lang: str) -> None:
    page.goto(f"{server}{lang}/{FIRST}")
    skip_to_content(page)
    tab_to(page, f"article a[href='{CHAPTER}']")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{CHAPTER}")
    chapter = page.url
    skip_to_content(page)
    tab_to(page, NUMBER)
    page.keyboard.press("Enter")
    expect(page.locator(CARD)).to_be_visible()
    tab_to(page, f"{CARD} a[href^='{REPORT}']")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{REPORT}**")
    page.go_back()  # what Alt and the left arrow do, which this browser has no window for
    expect(page).to_have_url(f"{chapter}#main-content")
    page.reload()
    tab_to(page, NUMBER)
    page.keyboard.press("Enter")
    tab_to(page, f"{CARD} a[href*='data.html#figure-']")
    page.keyboard.press("Escape")
    expect(page.locator(CARD)).to_have_count(0)
    assert page.evaluate(IS_AT, NUMBER), "the focus is back at the number"


@dataclass(frozen=True)
class Heard:
    """A node of the page as a screen reader has it: what it is, its name, its level."""

    role: str
    name: str
    level: int


def heard(page: Page) -> list[Heard]:
    """Return what is read aloud, in order; before it, the landmarks' and lists' own nodes."""
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    by_id = {node["nodeId"]: node for node in nodes}

    def walk(node: dict[str, Any]) -> Iterator[Heard]:
        if not node["ignored"]:
            level = [each for each in node.get("properties", []) if each["name"] == "level"]
            yield Heard(
                node["role"]["value"],
                node.get("name", {}).get("value", ""),
                level[0]["value"]["value"] if level else 0,
            )
        for child in node.get("childIds", []):
            yield from walk(by_id[child])

    return [*walk(nodes[0])]


def faults(tree: list[Heard]) -> Iterator[str]:
    """Yield what a listener would miss."""
    roles = [each.role for each in tree]
    for landmark in ("banner", "main", "contentinfo"):
        if roles.count(landmark) != 1:
            yield f"{roles.count(landmark)} of {landmark}"
    names = [each.name for each in tree if each.role == "navigation"]
    if len(set(names) - {""}) < len(names):
        yield f"lists of links are not told apart: {names}"
    unnamed = {each.role for each in tree if each.role in NAMED and not each.name}
    yield from (f"{role} without a name" for role in sorted(unnamed))
    yield from _headings([each.level for each in tree if each.role == "heading"])


NAMED = {"image", "table", "region", "dialog", "link", "button", "searchbox", "heading"}


def _headings(levels: list[int]) -> Iterator[str]:
    """Yield what is wrong with the levels; before its title a page has the list of all pages."""
    if levels.count(1) != 1:
        yield f"{levels.count(1)} titles"
    below = levels[levels.index(1) :] if 1 in levels else []
    for above, level in zip(below, below[1:], strict=False):
        if level > above + 1:
            yield f"a heading of level {level} below one of level {above}"


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", CHARTS)
def test_everything_is_told_by_name_and_in_order(
    browser: Browser, server: str, lang: str, name: str
) -> None:
    with browser.new_page() as page:
        page.goto(f"{server}{lang}/{name}")
        tree = heard(page)
        assert [*faults(tree)] == []
        captions = page.locator("figure.book-chart figcaption").all_inner_texts()
        images = [each.name for each in tree if each.role == "image"]
        assert len(images) == len(captions) >= CHARTS[name]
        for caption, image in zip(captions, images, strict=True):
            assert image.startswith(caption.strip())
        tables = [each for each in tree if each.role == "table"]
        assert {each.role for each in tree} >= {"columnheader", "rowheader", "caption"}
        assert len(tables) == page.locator("article table:visible").count()


PLANTED = {
    "a heading of level 4 below one of level 2": "<h4>Deep</h4>",
    "2 titles": "<h1>Another</h1>",
    "image without a name": '<svg role="img"></svg>',
    "table without a name": "<table><tr><th>A</th><td>1</td></tr></table>",
    "2 of banner": '<div role="banner">Again</div>',
}


@pytest.mark.parametrize("fault", PLANTED)
def test_a_planted_fault_is_heard(browser: Browser, server: str, fault: str) -> None:
    with browser.new_page() as page:
        page.goto(f"{server}en/{CHAPTER}")
        page.locator("article").evaluate(
            "(article, html) => article.insertAdjacentHTML('beforeend', html)", PLANTED[fault]
        )
        assert [*faults(heard(page))] == [fault]
