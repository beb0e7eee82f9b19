"""Hostile text in every column and every entry that takes text: shown as text, and never run."""

import csv
import json
import re
import tempfile
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser

from browser.watch import Watch
from faults.builds import Checkout
from faults.project import copied
from faults.small import rows_of, write_rows
from faults.told import told
from minsheng.data import contract
from minsheng.errors import Exit

AREA = "Hostile text"
pytestmark = pytest.mark.slow
MARK = "hostile"
TEXT = (
    f'{MARK} <script>alert(1)</script> "><img src=x onerror=alert(1)> '
    '<a href="javascript:alert(1)"> '
    "[link](javascript:alert(1)) {raw}`x` ```{include} /etc/passwd``` {{ 7 * 7 }} %(x)s ${x} {0}"
    ' &lt; =HYPERLINK("x") \'><svg/onload=alert(1)>'
)
# Only the English pages are built: the Chinese ones are escaped by the same code.
IN_ENGLISH = """
import minsheng.site.publish as site
publish = site.publish
site.publish = lambda languages, *given: publish(languages[:1], *given)
from minsheng.cli import main
main()
"""
RUNS = ("href", "src", "action", "formaction", "xlink:href", "srcdoc", "style")
EVENTS = ("onerror", "onload")
FORMULA = re.compile(r"[=+@]|-(?![0-9.]+$)")


@pytest.fixture(scope="module")
def site() -> Iterator[Path]:
    """Return a site of the whole book in which every text is hostile."""
    with tempfile.TemporaryDirectory(prefix="fault-") as folder:
        root = Path(folder) / "book"
        root.mkdir()
        checkout = Checkout(copied(root))
        checkout.scratch.mkdir()
        for table in contract.TABLES:
            for path in checkout.project.path("data").glob(table.files):
                spoil(checkout, f"data/{path.relative_to(root / 'data')}", table)
        catalogue = yaml.safe_load(checkout.project.read("data/catalogue.yml"))
        spoilt = yaml.safe_dump(hostile(catalogue), allow_unicode=True, sort_keys=False)
        checkout.project.write("data/catalogue.yml", spoilt)
        ending = checkout.end(checkout.start("-c", IN_ENGLISH, "book"))
        assert ending.status == Exit.OK, ending.said
        yield root / "_build" / "html"


def spoil(checkout: Checkout, name: str, table: contract.Table) -> None:
    """Add the hostile text to every cell of a table that is free text."""
    header, *rows = rows_of(checkout.project, name)
    free = [
        header.index(column.name)
        for column in table.columns
        if column.name.endswith(("_en", "_zh")) and column.pattern is None
    ]
    for row in rows:
        for place in free:
            row[place] = f"{row[place]} {TEXT}" if row[place] else ""
    write_rows(checkout.project, name, [header, *rows])


def hostile(entry: Any) -> Any:
    """Return an entry of the catalogue with the hostile text in all that has two languages."""
    if isinstance(entry, list):
        return [hostile(each) for each in entry]
    if not isinstance(entry, dict):
        return entry
    if {"en", "zh"} <= set(entry):
        return {k: f"{v} {TEXT}" if k in ("en", "zh") else v for k, v in entry.items()}
    return {key: hostile(each) for key, each in entry.items()}


class Live(HTMLParser):
    """What of a page would run, and how often it shows the hostile text."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.shown = 0
        self._inside = ""

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self._inside = tag
        for name, value in attributes:
            if "alert(1)" in (value or "") and name in RUNS or name in EVENTS:
                self.found.append(f"<{tag} {name}={value!r}>")
            if name == "src" and value == "x":
                self.found.append(f"<{tag} src=x>")

    def handle_endtag(self, tag: str) -> None:
        del tag
        self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside == "script" and data.strip() == "alert(1)":
            self.found.append("<script>alert(1)")
        self.shown += MARK in data


@told(AREA, "Markup and scripts in every text", "No page holds a tag or an address that would run.")
def test_no_page_holds_what_would_run(site: Path) -> None:
    shown = 0
    for path in sorted(site.rglob("*.html")):
        page = Live()
        page.feed(path.read_text(encoding="utf-8"))
        assert page.found == [], path
        shown += page.shown > 0
    assert shown >= 20


@told(AREA, "Formulas in every text", "No cell of a table that is offered begins as a formula.")
def test_no_table_holds_a_formula(site: Path) -> None:
    tables = [path for path in sorted(site.rglob("*.csv")) if path.stat().st_size]
    assert tables
    hostile_cells = 0
    for path in tables:
        with path.open(encoding="utf-8-sig", newline="") as table:
            for cell in (cell for row in csv.reader(table) for cell in row):
                assert not FORMULA.match(cell), (path.name, cell)
                hostile_cells += MARK in cell
    assert hostile_cells


@told(
    AREA,
    "Quotation marks and braces in every text",
    "Every export is JSON that holds them as text.",
)
def test_every_export_is_json(site: Path) -> None:
    exports = sorted((site / "en" / "downloads").glob("edition-*.json"))
    assert exports
    held = [
        each
        for path in exports
        for each in strings(json.loads(path.read_text(encoding="utf-8")))
        if MARK in each
    ]
    assert held
    assert any(TEXT in each for each in held)


def strings(tree: Any) -> Iterator[str]:
    """Yield every text of a JSON document."""
    if isinstance(tree, str):
        yield tree
    for each in tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else ():
        yield from strings(each)


PAGES = ("index", "2023/overview", "2023/evaluation", "2023/gig_markets", "register", "glossary")


@told(
    AREA,
    "Every text again, in a browser",
    "No script of it runs and nothing is asked for elsewhere.",
)
@pytest.mark.browser
def test_nothing_runs_in_a_browser(site: Path, browser: Browser) -> None:
    watch, asked, shown = Watch(f"{site.as_uri()}/"), [], 0
    context = browser.new_context()
    page = context.new_page()
    watch.over(page)
    page.on("dialog", lambda dialog: (asked.append(dialog.message), dialog.dismiss()))
    for name in PAGES:
        page.goto(f"{site.as_uri()}/en/{name}.html", wait_until="load")
        for fact in page.locator("data.fact:visible").all()[:3]:
            fact.click()
            page.keyboard.press("Escape")
        shown += MARK in page.inner_text("body")
    assert shown >= 3
    page.goto(f"{site.as_uri()}/en/search.html?q={MARK}", wait_until="load")
    page.wait_for_timeout(500)
    assert asked == []
    assert watch.seen == []
    context.close()
