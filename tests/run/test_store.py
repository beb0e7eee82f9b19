"""What is laid into `book/` for builds by hand: the English notebooks as they are, and no other."""

from pathlib import Path

import pytest

from minsheng import paths
from minsheng.data import load_book
from minsheng.run import copy_for_hand_builds, plan


def test_copies_that_are_as_they_should_be_are_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "EXECUTED", tmp_path / "executed")
    monkeypatch.setattr(paths, "BOOK", tmp_path / "book")
    same, changed, gone, *_ = plan(load_book(), [2023], ["en"])
    copies = {run: paths.BOOK / f"{run.page}.ipynb" for run in (same, changed, gone)}
    for run in copies:
        run.target.parent.mkdir(parents=True, exist_ok=True)
        run.target.write_text(run.name, encoding="utf-8")
    copy_for_hand_builds(load_book())
    stamp = copies[same].stat()
    changed.target.write_text("another", encoding="utf-8")
    gone.target.unlink()
    (paths.BOOK / "once.ipynb").write_text("of no chapter", encoding="utf-8")
    copy_for_hand_builds(load_book())
    assert {path.relative_to(paths.BOOK) for path in paths.BOOK.rglob("*.ipynb")} == {
        copies[run].relative_to(paths.BOOK) for run in (same, changed)
    }
    assert copies[changed].read_text(encoding="utf-8") == "another"
    assert copies[same].stat().st_ino == stamp.st_ino
    assert copies[same].stat().st_mtime_ns == stamp.st_mtime_ns
