"""The book that was kept is the book that would be read, or it is not handed out."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from minsheng import paths
from minsheng.cli.ahead import begin_ahead
from minsheng.data import Book, keep_book, load, load_book, opening, read_book
from minsheng.data.contract import Table
from minsheng.data.parts import Parts
from minsheng.data.reading import read_table
from minsheng.errors import InputFault

TOLD = (
    "from minsheng.data import load_book; import sys; load_book(); print('pandas' in sys.modules)"
)


@pytest.fixture
def fresh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], Book]:
    """Copy the data, with nothing kept yet; return what opens them as a new process would."""
    monkeypatch.setattr(paths, "BUILD", tmp_path / "_build")
    shutil.copytree(paths.DATA, tmp_path / "data")
    monkeypatch.setattr(paths, "DATA", tmp_path / "data")

    def opened() -> Book:
        load_book.cache_clear()
        return load_book()

    yield opened
    load_book.cache_clear()


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Note the folders that are read, and not taken as they were kept."""
    folders: list[Path] = []

    def watched(folder: Path, parts: Parts | None = None) -> Book:
        folders.append(folder)
        return read_book(folder, parts)

    monkeypatch.setattr(opening, "read_book", watched)
    return folders


def kept() -> Path:
    return paths.BUILD / "read" / "book"


def change(path: Path, before: str, after: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")


def test_what_was_kept_is_what_would_be_read(fresh: Callable, read: list[Path]) -> None:
    keep_book()
    assert read == [paths.DATA]
    assert fresh() == read_book(paths.DATA)
    keep_book()
    assert read == [paths.DATA]


def test_to_open_the_book_keeps_nothing(fresh: Callable, read: list[Path]) -> None:
    fresh()
    assert read == [paths.DATA]
    assert not kept().exists()


def test_another_figure_is_read_anew(fresh: Callable, read: list[Path]) -> None:
    keep_book()
    change(paths.DATA / "figures" / "2023.csv", ",actual,652,", ",actual,653,")
    assert fresh().figure_by_id["2023.disability_fair_posts.actual"].printed == "653"
    assert len(read) == 2


def test_the_same_data_elsewhere_are_read_anew(
    fresh: Callable, read: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    keep_book()
    elsewhere = paths.DATA.rename(paths.DATA.with_name("other"))
    monkeypatch.setattr(paths, "DATA", elsewhere)
    fresh()
    assert len(read) == 2


@pytest.fixture
def tables(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Note the tables that are read, and not taken as they were read before."""
    names: list[str] = []

    def watched(table: Table, path: Path) -> pd.DataFrame:
        names.append(path.name)
        return read_table(table, path)

    monkeypatch.setattr(load, "read_table", watched)
    return names


def test_of_the_tables_those_that_changed_are_read(fresh: Callable, tables: list[str]) -> None:
    keep_book()
    assert len(tables) > 10
    tables.clear()
    change(paths.DATA / "figures" / "2023.csv", ",actual,652,", ",actual,653,")
    keep_book()
    assert tables == ["2023.csv"]
    assert fresh() == read_book(paths.DATA)


@pytest.mark.usefixtures("fresh")
def test_a_table_with_a_fault_is_read_until_it_has_none(tables: list[str]) -> None:
    keep_book()
    change(paths.DATA / "figures" / "2023.csv", ",actual,652,", ",actual,many,")
    for _ in range(2):
        tables.clear()
        with pytest.raises(InputFault, match=r"2023.csv, row \d+, column printed, value 'many'"):
            keep_book()
        assert tables == ["2023.csv"]


@pytest.mark.usefixtures("fresh")
def test_what_spans_tables_is_checked_though_one_alone_changed(tables: list[str]) -> None:
    keep_book()
    tables.clear()
    change(paths.DATA / "sources.csv", "\nnbrd-2024-02-27,", "\nnbrd-2024-02-28,")
    with pytest.raises(InputFault, match=r"2023.csv, row 2, column source"):
        keep_book()
    assert tables == ["sources.csv"]


def test_what_changes_while_it_is_read_is_no_part(tmp_path: Path) -> None:
    path, parts = tmp_path / "table.csv", Parts()
    path.write_text("1", encoding="utf-8")

    def overtaken(place: Path) -> str:
        text = place.read_text(encoding="utf-8")
        place.write_text("2", encoding="utf-8")
        return text

    assert parts.of(path, overtaken) == "1"
    assert parts.held == {}
    assert parts.of(path, Path.read_text) == "2"
    assert [*parts.held.values()] == ["2"]
    assert Parts(parts.held).of(path, overtaken) == "2"


@pytest.mark.parametrize("what", ["library_digests", "versions"])
def test_another_library_or_package_reads_anew(
    fresh: Callable, read: list[Path], monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    keep_book()
    made: dict[str, Callable] = {
        "library_digests": lambda: {"src/minsheng/data/rows.py": "another"},
        "versions": lambda names: dict.fromkeys(names, "another"),
    }
    monkeypatch.setattr(opening, what, made[what])
    fresh()
    assert len(read) == 2


@pytest.mark.parametrize("spoil", [lambda body: body[:-9], bytes.swapcase, lambda body: body * 0])
def test_what_is_not_whole_is_as_good_as_absent(
    fresh: Callable, read: list[Path], spoil: Callable[[bytes], bytes]
) -> None:
    keep_book()
    kept().write_bytes(spoil(kept().read_bytes()))
    assert fresh() == read_book(paths.DATA)
    assert len(read) == 2
    keep_book()
    fresh()
    assert len(read) == 3


@pytest.mark.usefixtures("fresh")
def test_what_changes_while_it_is_read_is_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    def overtaken(folder: Path, parts: Parts) -> Book:
        book = read_book(folder, parts)
        change(folder / "figures" / "2023.csv", ",actual,652,", ",actual,653,")
        return book

    monkeypatch.setattr(opening, "read_book", overtaken)
    keep_book()
    assert not kept().exists()


def test_what_cannot_be_compared_is_read(
    fresh: Callable, read: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def unreadable(folder: Path) -> dict[str, str]:
        raise PermissionError(13, "Permission denied", str(folder))

    keep_book()
    monkeypatch.setattr(opening, "folder_digests", unreadable)
    fresh()
    keep_book()
    assert read == [paths.DATA] * 2


@pytest.mark.usefixtures("fresh")
def test_broken_data_are_for_the_build_to_tell_of() -> None:
    change(paths.DATA / "figures" / "2023.csv", ",actual,652,", ",actual,many,")
    begin_ahead()
    assert not kept().exists()


def test_whoever_finds_it_kept_needs_no_pandas() -> None:
    def told() -> str:
        words = [sys.executable, "-c", TOLD]
        return subprocess.run(words, capture_output=True, text=True, check=True).stdout.strip()

    keep_book()
    assert told() == "False"
