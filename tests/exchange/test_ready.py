"""The export is worked out once, and anew where the data or the library are others."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from minsheng import paths
from minsheng.data import keep_book, load_book, opening
from minsheng.exchange import ready
from minsheng.exchange.export import SCHEMA_NAME, edition_texts, schema_json


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Return the names of what is worked out, in a checkout of its own."""
    names: list[str] = []
    shutil.copytree(paths.DATA, tmp_path / "data")
    monkeypatch.setattr(paths, "DATA", tmp_path / "data")
    monkeypatch.setattr(paths, "BUILD", tmp_path / "build")
    for name in ("schema_json", "edition_texts"):
        work = getattr(ready, name)

        def watched(*given: object, name: str = name, work=work) -> object:
            names.append(name)
            return work(*given)

        monkeypatch.setattr(ready, name, watched)
    load_book.cache_clear()
    yield names
    load_book.cache_clear()


def exported() -> dict[str, str]:
    """Return the export as another process would: it has not read the data yet."""
    load_book.cache_clear()
    return ready.ready_export()


def edit(before: str, after: str) -> None:
    path = paths.DATA / "figures" / "2023.csv"
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")


def test_what_was_worked_out_is_taken_up_until_the_data_change(made: list[str]) -> None:
    keep_book()
    first = exported()
    book = load_book()
    editions = edition_texts(map(book.edition, book.editions()))
    assert first == {SCHEMA_NAME: schema_json(), **editions}
    worked = [*made]
    assert sorted(worked) == ["edition_texts", "schema_json"]
    assert exported() == first and made == worked
    edit(",actual,652,", ",actual,653,")
    keep_book()
    second = exported()
    assert made == [*worked, "edition_texts"]
    assert second["edition-2023.json"] != first["edition-2023.json"]
    assert second[SCHEMA_NAME] == first[SCHEMA_NAME]


def test_another_library_works_out_everything_anew(
    made: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    keep_book()
    first, worked = exported(), len(made)
    monkeypatch.setattr(opening, "library_digests", lambda: {"src/minsheng/data/rows.py": "other"})
    keep_book()
    assert exported() == first
    assert len(made) == 2 * worked


def test_other_translations_are_taken_over(
    made: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    keep_book()
    exported()
    monkeypatch.setattr(ready, "translations_digest", lambda lang: f"another {lang}")
    worked = len(made)
    exported()
    assert made[worked:] == ["edition_texts"]


def test_nothing_is_kept_of_data_that_were_read_and_may_have_changed(made: list[str]) -> None:
    first, worked = exported(), len(made)
    edit(",actual,652,", ",actual,653,")
    assert ready.ready_export() == first, "this process has read the data already"
    keep_book()
    assert exported() != first
    assert len(made) > worked
