"""What killed processes left behind goes with the next build; what others have in use stays."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest

from minsheng import paths
from minsheng.leftovers import clear_leftovers, noted, temporary_folder

AT_WORK = """
import sys
from minsheng.leftovers import temporary_folder
with temporary_folder() as folder:
    print(folder, flush=True)
    sys.stdin.read()
"""


@pytest.fixture(autouse=True)
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    for name in ("BUILD", "BOOK", "NOTEBOOKS", "DATA", "LOCALE"):
        monkeypatch.setattr(paths, name, tmp_path / name.lower())
        (tmp_path / name.lower()).mkdir()
    yield tmp_path


def notes() -> list[Path]:
    return [*(paths.BUILD / "scratch").iterdir()]


def test_a_folder_stays_while_its_process_lives_and_goes_when_it_was_killed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    paths.BUILD.rename(tmp_path / "_build")
    monkeypatch.setattr(paths, "BUILD", tmp_path / "_build")
    surroundings = {**os.environ, "MINSHENG_ROOT": str(tmp_path), "TMPDIR": str(tmp_path)}
    command = [sys.executable, "-c", AT_WORK]
    with subprocess.Popen(
        command, env=surroundings, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        folder = Path(process.stdout.readline().strip())
        (folder / "0").mkdir()
        clear_leftovers()
        assert [*folder.iterdir()] == [folder / "0"]
        assert len(notes()) == 1
        process.kill()
    assert folder.is_dir()
    clear_leftovers()
    assert not folder.exists()
    assert notes() == []


def test_a_folder_in_use_here_stays_and_ends_with_its_note() -> None:
    with temporary_folder() as folder:
        clear_leftovers()
        assert folder.is_dir()
    assert not folder.exists()
    assert notes() == []


def test_the_note_goes_too_where_the_work_fails(tmp_path: Path) -> None:
    with pytest.raises(InterruptedError), noted(tmp_path / "minsheng-x"):
        raise InterruptedError
    assert notes() == []


def test_no_note_can_have_a_folder_removed_that_is_not_of_its_kind(tmp_path: Path) -> None:
    precious = tmp_path / "precious"
    precious.mkdir()
    (paths.BUILD / "scratch").mkdir()
    (paths.BUILD / "scratch" / quote(str(precious), safe="")).touch()
    clear_leftovers()
    assert precious.is_dir()
    assert notes() == []


@pytest.mark.parametrize("room", ["BUILD", "BOOK", "NOTEBOOKS", "DATA", "LOCALE"])
def test_drafts_go_but_those_of_others_at_work(room: str) -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    folder = getattr(paths, room) / "of" / "some" / "depth"
    folder.mkdir(parents=True)
    gone = [f".a.csv.{ended.pid}.part", f".b.csv.{os.getpid()}.part"]
    kept = [f".c.csv.{os.getppid()}.part", ".d.part", "e.csv.99.part", "a.csv"]
    for name in (*gone, *kept):
        (folder / name).touch()
    clear_leftovers()
    assert sorted(path.name for path in folder.iterdir()) == sorted(kept)
