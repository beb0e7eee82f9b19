"""A build with nothing to do knows it, without a heavy import and without writing anything."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from minsheng import digests, paths
from minsheng.cli.built import is_up_to_date, record_built
from minsheng.digests import folder_digests, input_digests
from minsheng.errors import Exit

HEAVY = ("sphinx", "pandas", "matplotlib", "papermill", "IPython", "pandera")

ASKED = """
import sys
from minsheng.cli.built import is_up_to_date
from minsheng.digests import Inputs
is_up_to_date(Inputs.take().digests)
print(*sys.modules)
"""


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("BUILD", "SITE"):
        monkeypatch.setattr(paths, name, tmp_path / name.lower())
    (paths.SITE / "en").mkdir(parents=True)
    paths.BUILD.mkdir()
    (paths.SITE / "en" / "index.html").write_text("page", encoding="utf-8")
    for name in ("book/index.md", "requirements.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("rich==1 \\\n", encoding="utf-8")
    monkeypatch.setattr(paths, "ROOT", tmp_path)
    record_built(input_digests(), folder_digests(paths.SITE))
    return tmp_path


CHANGES: dict[str, Callable[[Path], object]] = {
    "a page was changed": lambda at: (at / "site/en/index.html").write_text("pages"),
    "a page was removed": lambda at: (at / "site/en/index.html").unlink(),
    "a page was added": lambda at: (at / "site/en/more.html").write_text(""),
    "an input was changed": lambda at: (at / "book/index.md").write_text("other"),
    "an input was added": lambda at: (at / "book/more.md").write_text("other"),
    "the record was spoilt": lambda at: (at / "build/.built").write_text("{}"),
    "the record was removed": lambda at: (at / "build/.built").unlink(),
}


def test_what_was_built_is_up_to_date(built: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in built.rglob("*")}
    assert is_up_to_date(input_digests())
    assert {path: path.stat().st_mtime_ns for path in built.rglob("*")} == before


@pytest.mark.parametrize("change", CHANGES)
def test_whatever_changes_is_seen(built: Path, change: str) -> None:
    CHANGES[change](built)
    assert not is_up_to_date(input_digests())


@pytest.mark.usefixtures("built")
def test_another_package_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(digests, "versions", lambda names: dict.fromkeys(names, "another"))
    assert not is_up_to_date(input_digests())


def test_it_is_asked_before_anything_heavy_is_imported() -> None:
    done = subprocess.run([sys.executable, "-c", ASKED], capture_output=True, text=True, check=True)
    assert set(HEAVY).isdisjoint(done.stdout.split())


BEGUN = """
import sys
from minsheng.cli import asked, main

def started(_imported):
    print("typer" in sys.modules)
    raise {ending}

asked.is_up_to_date, asked.start_ahead = lambda _inputs: False, started
main()
"""


@pytest.mark.parametrize(
    ("words", "late"), [(["book"], "False\n"), (["book", "--jobs", "2"], "True\n")]
)
def test_a_build_without_an_option_begins_before_its_command_is_looked_for(
    words: list[str], late: str
) -> None:
    command = [sys.executable, "-c", BEGUN.format(ending="SystemExit"), *words]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout == late


def test_ctrl_c_ends_it_without_a_traceback_then_too() -> None:
    command = [sys.executable, "-c", BEGUN.format(ending="KeyboardInterrupt"), "book"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == Exit.INTERRUPTED
    assert "Remedy: run the command again." in done.stderr
    assert "Traceback" not in done.stderr
