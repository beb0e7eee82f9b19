"""The files that the data page offers lie beside it, and are those of the data and the export."""

import re
from collections.abc import Callable

import pytest

from minsheng import paths
from minsheng.data import load_book
from minsheng.data.contract import TABLES
from minsheng.exchange.export import SCHEMA_NAME, edition_json, schema_json
from minsheng.language import Language
from minsheng.site import downloads

PAGE = "# Data\n\n```{data-downloads}\n```\n"


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_file_offered_lies_there(build_pages: Callable, lang: str) -> None:
    built = build_pages(lang=lang, index=PAGE)
    assert built.warnings == ""
    offered = re.findall(r'href="(downloads/[^"]+)"', built.text("index.html"))
    laid = (built.folder / "downloads").rglob("*")
    assert sorted(offered) == sorted(
        path.relative_to(built.folder).as_posix() for path in laid if path.is_file()
    )


def test_the_files_are_the_published_ones(build_pages: Callable) -> None:
    built = build_pages(index=PAGE)
    for year in load_book().editions():
        held = edition_json(load_book().edition(year))
        assert built.text(f"downloads/edition-{year}.json") == held
    assert built.text(f"downloads/{SCHEMA_NAME}") == schema_json()
    for table in TABLES:
        for path in paths.DATA.glob(table.files):
            name = path.relative_to(paths.DATA)
            assert (built.folder / "downloads/data" / name).read_bytes() == path.read_bytes()


def test_translators_get_no_files(build_pages: Callable) -> None:
    assert not (build_pages("gettext", index=PAGE).folder / "downloads").exists()


def test_every_table_of_the_contract_says_what_it_holds() -> None:
    assert set(downloads.CONTENTS) == {table.key for table in TABLES}
    rows = downloads.table(Language("en")).rows
    assert all(words for _file, words in rows)
