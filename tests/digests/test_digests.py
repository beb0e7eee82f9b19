"""The files of a folder are found, those that lie deep, are hidden or are linked among them."""

import os
from pathlib import Path

import pytest

from minsheng import paths
from minsheng.digests import (
    digest,
    file_digest,
    files_below,
    folder_digests,
    joint_digest,
    library_digests,
    own_files,
)


def test_every_file_is_found_and_a_link_to_a_folder_is_not_followed(tmp_path: Path) -> None:
    for name in ("a", "b/.c", "b/d/数据", "b/d/e"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name, encoding="utf-8")
    (tmp_path / "link").symlink_to(tmp_path / "a")
    (tmp_path / "folder").symlink_to(tmp_path / "b")
    (tmp_path / "nowhere").symlink_to(tmp_path / "gone")
    names = ["a", "b/.c", "b/d/e", "b/d/数据", "link"]
    assert sorted(files_below(tmp_path)) == names
    assert folder_digests(tmp_path) == {name: file_digest(tmp_path / name) for name in names}
    assert own_files(tmp_path) == [tmp_path / name for name in names if name != "b/.c"]


def test_what_is_no_folder_holds_none(tmp_path: Path) -> None:
    assert [*files_below(tmp_path / "gone")] == []
    assert [*files_below(Path(__file__))] == []


def test_they_are_those_that_the_project_has() -> None:
    found = {path for path in paths.LIBRARY.rglob("*") if path.is_file()}
    own = {path for path in found if "__pycache__" not in path.parts}
    assert {*own_files(paths.LIBRARY)} == own


@pytest.mark.parametrize("same_size", [True, False])
def test_a_library_that_was_written_in_the_meantime_is_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, same_size: bool
) -> None:
    monkeypatch.setattr(paths, "LIBRARY", tmp_path)
    module = tmp_path / "module.py"
    for text in ("first", "later" if same_size else "another"):
        module.write_text(text, encoding="utf-8")
        stat = module.stat()
        os.utime(module, ns=(stat.st_atime_ns, 0))  # as a tool that keeps times would
        found = library_digests()
        assert found == {"src/minsheng/module.py": file_digest(module)} == library_digests()
        found.clear()  # whoever asked may do with it what they like


def test_names_count_in_the_order_of_their_bytes() -> None:
    names = ["z", "é", "数据", "\U0001f4c4", "a/b", "a.b"]
    listed = "".join(f"{name}-digest  {name}\n" for name in sorted(names, key=str.encode))
    assert joint_digest({name: f"{name}-digest" for name in names}) == digest(listed.encode())
