"""The status page tells what was built, and nothing of when or where."""

import hashlib
import os
import re
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

from minsheng import paths
from minsheng.digests import input_digests
from minsheng.language import Language
from minsheng.site import status
from minsheng.site.here import Here

ENGLISH = Language("en")
CLOCK = re.compile(r"\b(19|20)\d\d-\d\d-\d\d\b|\b\d\d:\d\d\b")
SHOW = (
    "from minsheng.site import status; from minsheng.site.here import Here; "
    "from minsheng.language import Language; from pathlib import Path; import sys; "
    "here = Here(Path(sys.argv[1])); lang = Language('en'); "
    "sys.stdout.write(''.join(make(lang, here).html(lang) for make in status.TABLES.values()))"
)


def digest(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()


@pytest.fixture
def staged(tmp_path: Path) -> Path:
    for name in ("2023/a.ipynb", "2021/b.ipynb", "2023/notes.md", "other/c.ipynb", "d.ipynb"):
        path = tmp_path / "staged" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{{{name}}}", encoding="utf-8")
    return tmp_path / "staged"


def test_every_data_file_stands_with_its_digest(staged: Path) -> None:
    html = status.data_files(ENGLISH, Here(staged)).html(ENGLISH)
    files = [path for path in paths.DATA.rglob("*") if path.is_file()]
    assert files
    for path in files:
        assert f"<code>{paths.relative(path)}</code>" in html
        assert f"<code>{digest(path.read_bytes())}</code>" in html


def test_staged_notebooks_stand_with_their_digests(staged: Path) -> None:
    table = status.notebooks(ENGLISH, Here(staged))
    names = [row[0].text for row in table.rows]
    assert names == ["2021/b.ipynb", "2023/a.ipynb", "d.ipynb"]
    assert digest(b"{2023/a.ipynb}") in table.html(ENGLISH)


def test_the_number_of_chapters_is_the_number_of_staged_notebooks(staged: Path) -> None:
    rows = status.counts(ENGLISH, Here(staged)).rows
    assert [row[1].value for row in rows if row[0] == "chapters built"] == ["3"]


def test_a_folder_has_the_digest_of_the_list_that_sha256sum_prints(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "ROOT", tmp_path)
    monkeypatch.setattr(status, "SHAPING", ("book", "missing", "lock"))
    files = {"book/b.md": b"b", "book/a.md": b"a", "book/A.md": b"A", "lock": b"lock"}
    passed_over = {
        "book/2023/c.ipynb": b"c",
        "book/__pycache__/d": b"d",
        "book/.hidden": b"h",
        "book/f.mo": b"m",
    }
    for name, body in {**files, **passed_over}.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(body)
    listed = "".join(
        f"{digest(files[name])}  {name}\n" for name in ("book/A.md", "book/a.md", "book/b.md")
    )
    rows = status.parts(ENGLISH, Here(tmp_path)).rows
    assert [row[0].text for row in rows] == ["book", "lock"]
    assert [row[1].value for row in rows] == ["3", "1"]
    assert [row[2].text for row in rows] == [digest(listed.encode()), digest(b"lock")]


def test_every_input_stands_in_one_of_the_tables() -> None:
    asked = {*status.SHAPING, "data"}
    assert all(name.startswith(tuple(asked)) for name in input_digests())


def test_packages_stand_in_the_versions_installed(staged: Path) -> None:
    rows = {row[0].text: row[1].text for row in status.packages(ENGLISH, Here(staged)).rows}
    assert rows["matplotlib"] == version("matplotlib")
    assert rows["pandera"] == version("pandera")
    assert "minsheng" in rows


def shown(staged: Path, **surroundings: str) -> str:
    command = [sys.executable, "-c", SHOW, str(staged)]
    done = subprocess.run(
        command, env={**os.environ, **surroundings}, capture_output=True, text=True, check=True
    )
    return done.stdout


def test_the_page_is_the_same_elsewhere_and_names_no_place_and_no_time(staged: Path) -> None:
    here = shown(staged, TZ="Asia/Shanghai", PYTHONHASHSEED="1", LC_ALL="C.UTF-8", USER="a")
    there = shown(staged, TZ="America/Lima", PYTHONHASHSEED="2", LC_ALL="C", USER="b")
    assert here == there
    for told in (str(paths.ROOT), str(staged), sys.version.split()[0], sys.platform):
        assert told not in here
    assert not CLOCK.search(here)
