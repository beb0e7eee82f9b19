"""Whoever prefers papermill gets the same outputs from it, in an ordinary kernel, anywhere.

That a Jupyter server does so too is asked of every notebook by nbval in `make test`: it starts the
kernel that JupyterLab would, in the notebook's folder, and compares with what is stored.
"""

import subprocess
import sys
from pathlib import Path

import pytest

from minsheng import paths
from stored import shown

EDITION, ACROSS = (paths.NOTEBOOKS / f"{name}.ipynb" for name in ("gig_markets", "trends"))


def test_every_notebook_is_run_by_nbval() -> None:
    makefile = (paths.ROOT / "Makefile").read_text(encoding="utf-8")
    assert "--nbval notebooks\n" in makefile


@pytest.mark.parametrize(
    ("words", "source"),
    [
        ([EDITION, "out.ipynb", "-p", "year", "2023", "-p", "lang", "en"], EDITION),
        ([ACROSS, "out.ipynb"], ACROSS),
    ],
    ids=["of an edition", "across the years"],
)
def test_the_command_shows_what_is_stored(
    words: list[str | Path], source: Path, tmp_path: Path
) -> None:
    command = [sys.executable, "-m", "papermill", *map(str, words)]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    (made,) = tmp_path.glob("*.ipynb")
    assert shown(made) == shown(source)
    assert shown(source)
    assert all(shown(source))
