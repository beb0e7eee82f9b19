"""The campaign would notice: in a copy of the library with a regression, a test of it fails."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from faults.told import told
from minsheng import paths

AREA = "Planted in the library"
TESTS = Path(__file__).parent
REGRESSIONS = {
    "swallowed exception": (
        *("data/text.py", 'raw.decode("utf-8-sig")', 'raw.decode("utf-8-sig", "replace")'),
        *("test_campaign.py", "gbk"),
    ),
    "non-atomic write": (
        *("files.py", 'target.with_name(f".{target.name}.{os.getpid()}.part")', "target"),
        *("test_disk.py", "no_room_for_a_file"),
    ),
}


@told(
    AREA,
    "An exception is swallowed, or a file is written in its place",
    "The campaign fails.",
)
@pytest.mark.parametrize("name", REGRESSIONS)
def test_a_regression_is_caught(tmp_path: Path, name: str) -> None:
    module, good, bad, tests, chosen = REGRESSIONS[name]
    fails = campaign(library(tmp_path, module, good, bad), tests, chosen)
    assert fails.returncode == 1, fails.stdout
    assert "1 failed" in fails.stdout
    assert "AssertionError" in fails.stdout, "it fails for another reason"


def library(folder: Path, module: str, good: str, bad: str) -> Path:
    """Return a copy of the library with something else in one module."""
    shutil.copytree(paths.LIBRARY, folder / "minsheng", ignore=shutil.ignore_patterns("*.pyc"))
    changed = folder / "minsheng" / module
    text = changed.read_text(encoding="utf-8")
    assert text.count(good) == 1, f"{module} has changed: plant the regression elsewhere"
    changed.write_text(text.replace(good, bad), encoding="utf-8")
    return folder


def campaign(library: Path, tests: str, chosen: str) -> subprocess.CompletedProcess[str]:
    """Run one test of the campaign over a library."""
    surroundings = {"PYTHONPATH": str(library), "MINSHENG_ROOT": str(paths.ROOT)}
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", tests, "-k", chosen],
        cwd=TESTS,
        env={**os.environ, **surroundings},
        capture_output=True,
        text=True,
        check=False,
        timeout=400,
    )
