"""The strict comparison of stored outputs fails on one altered digit, wherever it stands."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from minsheng import paths

SOURCE = paths.NOTEBOOKS / "urban_new_jobs.ipynb"
ALTERED = {
    "nothing": ("", ""),
    "sentence": (">219,900 persons</data>", ">219,901 persons</data>"),
    "table": ('>21.99<span lang=\\"', '>21.98<span lang=\\"'),
    "chart": ("166,667 persons</text>", "166,668 persons</text>"),
}


def nbval(path: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pytest", "--nbval", "-q", "-p", "no:cacheprovider", str(path)]
    env = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST")}
    return subprocess.run(
        command, cwd=path.parent, env=env, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize("place", ALTERED)
def test_one_digit(place: str, tmp_path: Path) -> None:
    copy = Path(shutil.copy(SOURCE, tmp_path))
    before, after = ALTERED[place]
    text = copy.read_text(encoding="utf-8")
    assert before in text
    copy.write_text(text.replace(before, after, 1) if before else text, encoding="utf-8")
    done = nbval(copy)
    assert done.returncode == (1 if before else 0), done.stdout
    assert ("Cell outputs differ" in done.stdout) == bool(before)
