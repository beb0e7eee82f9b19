"""A skip passes by hand and fails in CI, wherever it stands."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from minsheng import paths

PASSES = "def test_it():\n    pass\n"
SKIPS = {
    "test_call": "import pytest\ndef test_it():\n    pytest.skip('no browser')\n",
    "test_mark": f"import pytest\n@pytest.mark.skip\n{PASSES}",
    "test_module": f"import pytest\npytest.importorskip('no_such_package')\n{PASSES}",
    "test_fixture": (
        "import pytest\n@pytest.fixture\ndef browser():\n    pytest.skip('none')\n"
        "def test_it(browser):\n    pass\n"
    ),
}


def run(folder: Path, *, in_ci: bool) -> tuple[int, set[str]]:
    """Run the planted skips; return the exit status and the modules that failed."""
    shutil.copy(paths.ROOT / "tests" / "conftest.py", folder)
    (folder / "pytest.ini").write_text("[pytest]\n", encoding="utf-8")
    for name, source in {**SKIPS, "test_plain": PASSES}.items():
        (folder / f"{name}.py").write_text(source, encoding="utf-8")
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("PYTEST", "MINSHENG_CI"))}
    kept["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    command = [sys.executable, "-m", "pytest", "-q", "-rfE", "-p", "no:cacheprovider"]
    done = subprocess.run(
        [*command, "--continue-on-collection-errors"],
        cwd=folder,
        env=kept | ({"MINSHENG_CI": "1"} if in_ci else {}),
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, set(re.findall(r"^(?:FAILED|ERROR) (\w+)\.py", done.stdout, re.M))


def test_every_skip_fails_in_ci(tmp_path: Path) -> None:
    status, failed = run(tmp_path, in_ci=True)
    assert failed == set(SKIPS)
    assert status == 1


def test_no_skip_fails_by_hand(tmp_path: Path) -> None:
    assert run(tmp_path, in_ci=False) == (0, set())
