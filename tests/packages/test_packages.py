"""What is installed is told as `importlib.metadata` would, from a folder at a time."""

import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import pytest

from minsheng import packages
from minsheng.digests import locked_versions
from minsheng.packages import versions


def as_python_has_it(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def test_every_package_of_the_lock_has_the_version_that_python_tells() -> None:
    found = locked_versions()
    assert len([name for name in found if found[name]]) > 100
    assert found == {name: as_python_has_it(name) for name in found}


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Install nothing but what a test lays into a folder, and one that is gone."""
    monkeypatch.setattr(sys, "path", [str(tmp_path / "first"), str(tmp_path / "second"), "gone"])
    return tmp_path


def lay(folder: Path, name: str, text: str) -> None:
    (folder / name).mkdir(parents=True)
    (folder / name / "METADATA").write_text(text, encoding="utf-8")


def test_names_are_one_however_they_are_written_and_the_first_folder_counts(
    installed: Path,
) -> None:
    lay(installed / "second", "Some_Thing-1.0.dist-info", "Name: some.thing\nVersion: 1.0\n\n")
    assert versions(["some-thing", "other"]) == {"some-thing": "1.0", "other": ""}
    lay(installed / "first", "some.thing-2.0.dist-info", "Version: 2.0\n\nVersion: 3.0\n")
    assert versions(["some-thing"]) == {"some-thing": "2.0"}
    (installed / "first" / "some.thing-2.0.dist-info" / "METADATA").unlink()
    (installed / "first" / "some.thing-2.0.dist-info").rmdir()
    assert versions(["some-thing"]) == {"some-thing": "1.0"}


def test_a_package_is_looked_up_once_whatever_else_is_on_the_path(
    installed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay(installed / "first", "thing-1.0.dist-info", "Version: 1.0\n")
    (installed / "modules").mkdir()
    (installed / "modules" / "thing.py").touch()
    assert versions(["thing"]) == {"thing": "1.0"}
    monkeypatch.setattr(packages, "distribution", None)
    monkeypatch.setattr(sys, "path", [str(installed / "modules"), *sys.path])
    assert versions(["thing"]) == {"thing": "1.0"}


def test_a_note_that_tells_no_version_is_of_nothing_installed(installed: Path) -> None:
    lay(installed / "first", "thing-1.0.dist-info", "Name: thing\n\nVersion: 1.0\n")
    (installed / "first" / "empty-1.0.dist-info").mkdir()
    assert versions(["thing", "empty"]) == {"thing": "", "empty": ""}
