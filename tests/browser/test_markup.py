"""Every page is HTML as the standard has it, and every link within the site leads somewhere."""

import re
from functools import cache
from html import unescape
from pathlib import Path
from urllib.parse import unquote

import pytest

from browser.nu import complaints

LINK = re.compile(r'<(?:a|link|script|img)\b[^>]*?\s(?:href|src)="([^"]*)"')
ANCHOR = re.compile(r'\s(?:id|name)="([^"]+)"')
ELSEWHERE = re.compile(r"[a-z]+:")


def test_every_page_is_sound(site: Path) -> None:
    assert [*complaints(site)] == []


def test_a_planted_fault_is_found(tmp_path: Path) -> None:
    page = '<!DOCTYPE html><html lang="en"><title>A</title><p id="a"><p id="a"><summary>x</summary>'
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    found = "\n".join(complaints(tmp_path))
    assert "Duplicate ID" in found
    assert "not allowed as child" in found


@cache
def anchors(page: Path) -> frozenset[str]:
    return frozenset(map(unescape, ANCHOR.findall(page.read_text(encoding="utf-8"))))


def broken(page: Path) -> list[str]:
    """Return the links of a page that lead to no file or to no place in it."""
    return [link for link in LINK.findall(page.read_text("utf-8")) if not leads(page, link)]


def leads(page: Path, link: str) -> bool:
    if ELSEWHERE.match(link):
        return True
    address, _, anchor = unquote(unescape(link)).partition("#")
    target = page.parent / address.partition("?")[0] if address else page
    if not target.is_file():
        return False
    return not anchor or target.suffix != ".html" or anchor in anchors(target.resolve())


def test_every_link_within_the_site_leads_somewhere(site: Path) -> None:
    pages = sorted(site.rglob("*.html"))
    assert {page: found for page in pages if (found := broken(page))} == {}
    assert sum(len(LINK.findall(page.read_text("utf-8"))) for page in pages) > 5000


@pytest.mark.parametrize("link", ["nowhere.html", "methods.html#nowhere", "#nowhere"])
def test_a_planted_link_is_found(tmp_path: Path, link: str) -> None:
    (tmp_path / "methods.html").write_text('<p id="here">', encoding="utf-8")
    page = tmp_path / "page.html"
    page.write_text(f'<a href="methods.html#here"></a><a href="{link}"></a>', encoding="utf-8")
    assert broken(page) == [link]
