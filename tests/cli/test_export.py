"""`minsheng export` writes whole files or none, and every fault says what to do."""

import json
from pathlib import Path

from cli.test_commands import minsheng
from minsheng.data import load_book
from minsheng.errors import Exit
from minsheng.exchange.export import edition_json, schema_json


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_an_edition_is_printed() -> None:
    done = minsheng("export", "--year", "2023")
    assert done.returncode == Exit.OK
    assert done.stdout == edition_json(load_book().edition(2023))


def test_an_edition_and_its_schema_are_written(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b"
    done = minsheng("export", "--year", "2023", "--output", str(folder))
    assert done.returncode == Exit.OK
    assert names(folder) == ["edition-2023.json", "edition.schema.json"]
    assert (folder / "edition.schema.json").read_text(encoding="utf-8") == schema_json()
    assert json.loads((folder / "edition-2023.json").read_text(encoding="utf-8"))
    assert str(folder / "edition-2023.json") in done.stdout


def test_without_a_year_every_edition_is_written(tmp_path: Path) -> None:
    assert minsheng("export", "--output", str(tmp_path)).returncode == Exit.OK
    editions = [f"edition-{year}.json" for year in load_book().editions()]
    assert names(tmp_path) == [*editions, "edition.schema.json"]


def test_standard_output_takes_one_edition() -> None:
    done = minsheng("export")
    assert done.returncode == Exit.COMMAND_LINE
    assert "takes one edition" in done.stderr
    assert done.stdout == ""


def test_an_unknown_year_is_named(tmp_path: Path) -> None:
    done = minsheng("export", "--year", "1999", "--output", str(tmp_path / "out"))
    assert done.returncode == Exit.UNKNOWN
    assert "use one of" in done.stderr
    assert names(tmp_path) == []


def test_a_folder_that_cannot_be_written_to_is_named_with_a_remedy(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    done = minsheng("export", "--year", "2023", "--output", str(tmp_path / "file"))
    assert done.returncode == Exit.OUTPUT
    assert "Remedy: choose a folder that you may write to" in done.stderr
    assert "Traceback" not in done.stderr
    assert names(tmp_path) == ["file"]


def test_where_one_file_cannot_be_written_none_is(tmp_path: Path) -> None:
    (tmp_path / "edition-2023.json").mkdir()
    done = minsheng("export", "--year", "2023", "--output", str(tmp_path))
    assert done.returncode == Exit.OUTPUT
    assert "edition-2023.json" in done.stderr
    assert names(tmp_path) == ["edition-2023.json"]
