"""A table's CSV holds its cells in words, with exact values beside numbers."""

import csv
import io
import re
from dataclasses import replace
from urllib.parse import unquote

from minsheng.facts import Fact, How
from minsheng.language import Language
from minsheng.tables import NoteNumber, Quoted, Said, Table, Titled, Told, headings

ENGLISH = Language("en")
HEADS = headings(ENGLISH, ("Figure", "Value", "Source"), numeric=(1,))
JOBS = Fact("219,900 persons", "219900", ("2023.urban_new_jobs.actual",))
BASE = Fact("216,900–217,100", "4397000000/20269..4399000000/20267", (), How.RECOVERED)
ROWS = (("New urban jobs, reported", JOBS, NoteNumber(1)), (Quoted("近"), BASE, NoteNumber(2)))
NOTES = (Titled("A report", ", 2024"), Titled("A “paper”"))
TABLE = Table("A caption", HEADS, ROWS, notes=NOTES, name="figures")


def test_numbers_stand_in_words_and_exactly() -> None:
    rows = list(csv.reader(io.StringIO(TABLE.csv(ENGLISH))))
    assert rows == [
        ["Figure", "Value", "Value, exact", "Source"],
        ["New urban jobs, reported", "219,900 persons", "219900", "A report, 2024"],
        ["近", "216,900–217,100", "4397000000/20269..4399000000/20267", "A “paper”"],
    ]


def test_notes_behind_words_stand_in_a_last_column() -> None:
    noted = {"what": "none", "first": NoteNumber(2), "other": NoteNumber(1)}
    cell = Told.filled("{what}, see note {first} {other}", **noted)
    table = Table("A caption", HEADS, (("one", cell, ""), ("other", "", "")), notes=NOTES, name="a")
    rows = list(csv.reader(io.StringIO(table.csv(ENGLISH))))
    assert rows == [
        ["Figure", "Value", "Source", "Notes"],
        ["one", "none, see note 2 1", "", "A “paper”; A report, 2024"],
        ["other", "", "", ""],
    ]


def test_many_columns_are_records_on_a_phone_and_name_their_cells() -> None:
    heads = headings(ENGLISH, ("Figure", "Value", "Source", "As “printed”"), numeric=(1,))
    wide = Table("A caption", heads, (("a", JOBS, "b", "c"),), name="wide").html(ENGLISH)
    assert '<div class="book-table records" ' in wide
    assert re.findall('<td( class="num")? data-label="([^"]*)">', wide) == [
        (' class="num"', "Value"),
        ("", "Source"),
        ("", "As “printed”"),
    ]
    said = replace(TABLE, rows=(("a", Said("Two, in 2023.", "Two, in 2023."), "b"),), notes=())
    assert "records" in html(said)
    assert "records" not in html(TABLE)
    assert "data-label" not in html(TABLE)


def test_a_table_without_rows_has_its_headings() -> None:
    table = Table("A caption", HEADS, (), name="empty")
    assert table.csv(ENGLISH) == "Figure,Value,Source\r\n"


def test_the_link_beside_a_table_holds_its_csv() -> None:
    found = re.search(r'<a download="figures.csv" href="data:text/csv[^,]*,([^"]*)"', html(TABLE))
    assert found is not None
    assert unquote(found[1]) == TABLE.csv(ENGLISH)
    assert 'aria-label="A caption: CSV">CSV</a>' in html(TABLE)


def test_a_table_without_a_name_has_no_link() -> None:
    assert "download" not in html(Table("A caption", HEADS, ROWS, notes=NOTES, name=""))


def html(table: Table) -> str:
    return table.html(ENGLISH)
