"""On paper: no row is cut, no heading left behind, every card a note, and nothing of the screen."""

import io
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PageObject, PdfReader

from browser.axe import COLOUR, violations
from browser.walk import addresses
from minsheng.language import LANGUAGES

pytestmark = pytest.mark.browser
CHAPTER = "2023/urban_new_jobs.html"
# Tables of every kind, charts, formulas and lists, some in one language and some in the other.
PAGES = (
    "en/index.html",
    "zh/index.html",
    "en/methods.html",
    "en/2023/evaluation.html",
    "zh/2023/audit.html",
    f"en/{CHAPTER}",
    f"zh/{CHAPTER}",
    "zh/glossary.html",
)
# What A4 leaves between the margins, in CSS pixels.
PAPER = 658
# Texts of the page as they are printed, with the mark of its note behind each number.
TEXTS = """(selector) => [...document.querySelectorAll(selector)]
  .filter((each) => !each.closest("details")).map((each) => {
  const copy = each.cloneNode(true);
  copy.querySelectorAll("data.fact > button").forEach((button) => {
    button.append(button.dataset.note);
  });
  copy.querySelectorAll(".headerlink, .fact-close").forEach((unprinted) => unprinted.remove());
  return copy.textContent;
})"""
PRINTED = ".fact-card dl > div:first-child > dd:not(:has(ul))"
ROWS, HEADINGS = ".book-table tbody tr, .worked tbody tr", "article :is(h1, h2, h3, dt), caption"
WIDER = """() => [...document.querySelectorAll("article *")]
  .filter((each) => {
    const { left, right, width } = each.getBoundingClientRect();
    return width && (left < -1 || right > innerWidth + 1);
  })
  .map((each) => each.outerHTML.slice(0, 120))"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with browser.new_page(color_scheme="dark", viewport={"width": PAPER, "height": 900}) as page:
        yield page


def squeezed(text: str) -> str:
    """Return a text without white space, and each character in its plain form."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def texts(page: Page, selector: str) -> list[str]:
    found: list[str] = page.evaluate(TEXTS, selector)
    return [squeezed(each) for each in found]


@dataclass(frozen=True)
class Sheet:
    """The text of a sheet of paper, and the words on its last line."""

    text: str
    last: str

    @classmethod
    def of(cls, sheet: PageObject, number: str) -> "Sheet":
        lines: defaultdict[int, str] = defaultdict(str)

        def lay(text: str, world: list[float], place: list[float], *_: Any) -> None:
            height = place[4] * world[1] + place[5] * world[3] + world[5]
            lines[round(height)] += squeezed(text)

        text = squeezed(sheet.extract_text(visitor_text=lay)).removeprefix(number)
        lowest = (lines[height] for height in sorted(lines))
        return cls(text, next(words for words in lowest if words and words != number))


def paper(page: Page) -> list[Sheet]:
    """Return a page as it is printed, without the numbers of the sheets."""
    sheets = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
    return [Sheet.of(each, f"{place}/{len(sheets)}") for place, each in enumerate(sheets, 1)]


def cut(page: Page, sheets: list[Sheet]) -> list[str]:
    """Return rows that do not stand on one sheet, and headings that end one."""
    rows = [row for row in texts(page, ROWS) if not any(row in each.text for each in sheets)]
    headings = [text for text in texts(page, HEADINGS) if text]
    return rows + [each.last for each in sheets if any(h.endswith(each.last) for h in headings)]


@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_cut(page: Page, server: str, name: str) -> None:
    page.goto(f"{server}{name}")
    assert cut(page, paper(page)) == []
    page.emulate_media(media="print")
    assert violations(page, COLOUR) == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_page_is_wider_than_the_paper(page: Page, site: Path, lang: str) -> None:
    page.emulate_media(media="print")
    found = {}
    for address in addresses(site, lang):
        page.goto((site / address).as_uri(), wait_until="domcontentloaded")
        found[address] = page.evaluate(WIDER)
    assert len(found) > 20
    assert {address: wide for address, wide in found.items() if wide} == {}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_sheet_has_what_a_reader_needs_and_nothing_of_the_screen(
    page: Page, server: str, lang: str
) -> None:
    address = f"{server}{lang}/{CHAPTER}"
    page.goto(address)
    sheets = paper(page)
    whole = "".join(sheet.text for sheet in sheets)
    (title,) = texts(page, "h1")
    (book,) = texts(page, ".book-on-paper")
    assert sheets[0].text.startswith(f"{book}{title}")
    assert not sheets[0].text.startswith(f"{book}{title}{title}")
    assert address in whole
    for screen in ("nav.bd-docs-nav", ".prev-next-area", "#pst-skip-link", ".page-record summary"):
        assert all(text not in whole for text in texts(page, screen)), screen
    assert "Ctrl" not in whole


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_card_is_a_note(page: Page, server: str, lang: str) -> None:
    page.goto(f"{server}{lang}/{CHAPTER}")
    whole = "".join(sheet.text for sheet in paper(page))
    notes = whole[whole.index(texts(page, ".fact-notes")[0]) :]
    names = texts(page, ".fact-name")
    assert len(names) > 20
    for number, name in enumerate(names, 1):
        assert f"{number}.{name}" in notes
    for said in texts(page, f"{PRINTED}, .fact-card dd > a, .fact-card dd > a > code"):
        assert said in notes


def test_a_long_table_has_its_header_on_every_sheet(page: Page, server: str) -> None:
    page.goto(f"{server}en/status.html")
    sheets, parted = paper(page), 0
    for number, table in enumerate(page.locator("article table:has(thead)").all()):
        table.evaluate(f"table => table.dataset.number = {number}")
        ours = f"[data-number='{number}']"
        (head,), rows = texts(page, f"{ours} thead"), texts(page, f"{ours} tbody tr")
        found = [each.text for each in sheets if any(row in each.text for row in rows)]
        assert all(head in each for each in found), head
        parted += len(found) > 1
    assert parted


def test_a_planted_wide_table_is_found(page: Page, server: str) -> None:
    page.emulate_media(media="print")
    page.goto(f"{server}en/2020/audit.html")
    page.add_style_tag(content=".book-table table { width: 700px !important }")
    assert page.evaluate(WIDER) != []


PLANTED = {
    "heading": "h2 { break-after: page !important }",
    "row": "td:last-child::before { content: ''; display: block; height: 300mm }",
}


@pytest.mark.parametrize("planted", PLANTED)
def test_a_planted_cut_is_found(page: Page, server: str, planted: str) -> None:
    page.goto(f"{server}en/2020/audit.html")
    page.add_style_tag(content=PLANTED[planted])
    assert cut(page, paper(page))
