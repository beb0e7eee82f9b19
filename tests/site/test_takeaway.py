"""What a page offers to take away lies beside it as files, and the page holds none of it."""

import csv
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

import pytest

from minsheng import paths
from minsheng.language import Language
from minsheng.site.takeaway import Files
from stored import html_of

CHAPTERS = ("urban_new_jobs", "overview", "audit", "gig_markets", "labour_market")
HELD = re.compile(r'<a download="([^"]+)" href="data:text/csv;charset=utf-8,([^"]*)"')
LINKED = re.compile(r'<a download="([^"]+)" href="([^"]+)"')


def stored(chapter: str) -> str:
    return html_of(paths.NOTEBOOKS / f"{chapter}.ipynb")


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_every_link_leads_to_a_file(chapter: str) -> None:
    files, body = Files(f"2023/{chapter}", Language("en"), "The book"), stored(chapter)
    page = files.taken_from(body)
    assert "data:text/csv" not in page
    found = LINKED.findall(page)
    folder = f"../downloads/pages/2023/{chapter}/"
    assert {address.removeprefix(folder) for _name, address in found} == set(files.held)
    assert all(saved.startswith(f"2023-{chapter}-") for saved, _address in found)
    charts = body.count('<figure class="book-chart">')
    ends = [name.rpartition(".")[2] for name in files.held]
    assert charts >= 1
    assert [ends.count(each) for each in ("svg", "png", "csv")] == [
        charts,
        charts,
        len(HELD.findall(body)),
    ]


def test_a_csv_is_what_the_notebook_holds() -> None:
    body = stored("audit")
    files = Files("2023/audit", Language("en"), "The book")
    files.taken_from(body)
    for name, data in HELD.findall(body):
        assert files.held[name] == ("\ufeff" + unquote(data)).encode()
        rows = list(csv.reader(files.held[name].decode("utf-8-sig").splitlines()))
        assert len({len(row) for row in rows}) == 1


def test_a_picture_names_its_sources_and_the_book() -> None:
    files = Files("2023/urban_new_jobs", Language("en"), "The book")
    files.taken_from(stored("urban_new_jobs"))
    words = files.held["2023-urban_new_jobs-actual.svg"].decode()
    assert "Source: Standing Committee of the Ningbo Municipal People's Congress" in words
    assert "(2024-02-27)." in words
    assert "The book · CC BY 4.0" in words


def test_tables_of_one_name_keep_apart() -> None:
    link = '<a download="a.csv" href="data:text/csv;charset=utf-8,{}" aria-label="A: CSV">CSV</a>'
    files = Files("data", Language("en"), "The book")
    files.taken_from(link.format("1") + link.format("2"))
    assert files.held == {"a.csv": b"\xef\xbb\xbf1", "a-2.csv": b"\xef\xbb\xbf2"}


def test_a_page_that_is_written_anew_leaves_no_old_files(build_pages: Callable) -> None:
    first = build_pages(index="# A page\n\n```{editions}\n```\n")
    folder = Path(first.folder) / "downloads" / "pages" / "index"
    assert [path.name for path in folder.iterdir()] == ["editions.csv"]
    assert first.warnings == ""
    build_pages(index="# A page\n\n```{data-units}\n```\n")
    assert [path.name for path in folder.iterdir()] == ["units.csv"]
