"""The command in a process of its own, on a copy of the data and the notebooks."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from minsheng import paths


@pytest.fixture
def scratch(tmp_path: Path) -> Path:
    for name in ("data", "notebooks"):
        shutil.copytree(paths.ROOT / name, tmp_path / name)
    return tmp_path


@pytest.fixture
def minsheng(scratch: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    def run(*words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "minsheng", *words],
            env={**os.environ, "MINSHENG_ROOT": str(scratch)},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )

    return run
