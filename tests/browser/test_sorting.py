"""A long table is sorted from the keyboard by any of its columns, and goes back as it was."""

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

ROWS = "all => all.map((each) => each.rows.length)"


@pytest.fixture
def page(browser: Browser, site: Path) -> Iterator[Page]:
    context = browser.new_context()
    page = context.new_page()
    page.goto((site / "en" / "data.html").as_uri())
    yield page
    context.close()


def table(page: Page) -> Locator:
    return page.get_by_role("region", name="Every published figure").locator("table")


def column(page: Page, number: int) -> list[str]:
    cells = table(page).locator(f"tbody tr > :nth-child({number})")
    return [" ".join(each.split()) for each in cells.all_text_contents()]


def values(page: Page) -> list[Fraction]:
    found = table(page).locator("tbody td:nth-child(2) data")
    return [Fraction(each) for each in found.evaluate_all("all => all.map((each) => each.value)")]


def press(page: Page, name: str) -> Locator:
    """Press Enter on a heading's button; return the heading."""
    button = table(page).get_by_role("button", name=name, exact=True)
    button.focus()
    page.keyboard.press("Enter")
    return button.locator("xpath=..")


def test_numbers_go_up_then_down_then_back(page: Page) -> None:
    before = column(page, 1)
    assert len(before) > 50
    expect(press(page, "Value")).to_have_attribute("aria-sort", "ascending")
    assert values(page) == sorted(values(page))
    assert sorted(column(page, 1)) == sorted(before)
    expect(press(page, "Value")).to_have_attribute("aria-sort", "descending")
    assert values(page) == sorted(values(page), reverse=True)
    heading = press(page, "Value")
    assert heading.get_attribute("aria-sort") is None
    assert column(page, 1) == before


def test_one_column_sorts_at_a_time_and_words_go_by_the_alphabet(page: Page) -> None:
    press(page, "Value")
    press(page, "Source")
    assert column(page, 6) == sorted(column(page, 6), key=str.casefold)
    assert table(page).locator("[aria-sort]").count() == 1


def test_empty_cells_stay_last_either_way(page: Page) -> None:
    for _way in ("up", "down"):
        press(page, "Note")
        notes = column(page, 8)
        filled = [bool(each) for each in notes]
        assert filled == sorted(filled, reverse=True)
        assert not all(filled)


def test_a_short_table_has_nothing_to_press(page: Page) -> None:
    page.goto(page.url.replace("data.html", "methods.html"))
    expect(page.locator(".book-table").first).to_be_visible()
    rows = page.locator(".book-table tbody").evaluate_all(ROWS)
    pressed = page.locator(".book-table:has(button.sort) tbody").evaluate_all(ROWS)
    assert pressed == [each for each in rows if each >= 12]
    assert len(pressed) < len(rows)
