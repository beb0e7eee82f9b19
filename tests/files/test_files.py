"""Files are written whole or not at all, several of them together."""

from pathlib import Path

import pytest

from minsheng.errors import Exit, OutputFault
from minsheng.files import write_together, write_whole


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_folders_on_the_way_are_made(tmp_path: Path) -> None:
    target = tmp_path / "a" / "b" / "c.txt"
    write_whole(target, "城镇\n")
    assert target.read_bytes() == "城镇\n".encode()
    assert names(target.parent) == ["c.txt"]


def test_a_later_failure_leaves_every_earlier_file_as_it_was(tmp_path: Path) -> None:
    first, second = tmp_path / "first.txt", tmp_path / "file" / "second.txt"
    first.write_text("the last good one", encoding="utf-8")
    (tmp_path / "file").write_text("in the way of a folder", encoding="utf-8")
    with pytest.raises(OutputFault, match="choose a folder that you may write to") as caught:
        write_together({first: "new", second: "new"})
    assert caught.value.exit_code is Exit.OUTPUT
    assert str(second) in str(caught.value)
    assert first.read_text(encoding="utf-8") == "the last good one"
    assert names(tmp_path) == ["file", "first.txt"]


def test_no_draft_is_left_where_the_disk_is_full(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill(path: Path, body: bytes) -> None:
        with path.open("wb") as file:
            file.write(body[:3])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", fill)
    with pytest.raises(OutputFault, match="No space left on device"):
        write_whole(tmp_path / "out.txt", "too long")
    assert names(tmp_path) == []
