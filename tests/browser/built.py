"""The built site that browser tests look at: the one at hand where it is current, or a new one."""

import re
import subprocess
import sys
from collections.abc import Iterator

import pytest
from filelock import FileLock

from minsheng import paths
from minsheng.language import Language
from minsheng.site import status
from minsheng.site.here import Here
from minsheng.tables import Code

# The page on what was built, and the tables there that tell the digests of what it was built from.
STATUS = paths.SITE / "en" / "status.html"
TOLD = (status.data_files, status.parts)


def is_current() -> bool:
    """Tell whether the site at hand was built from the inputs as they are now."""
    if not STATUS.exists():
        return False
    said = re.sub("<[^>]*>", "", STATUS.read_text(encoding="utf-8"))
    return all(digest in said for digest in digests())


def digests() -> Iterator[str]:
    """Yield the digest of every input, as the page on what was built would tell it today."""
    for table in TOLD:
        for row in table(Language("en"), Here(paths.STAGED / "en")).rows:
            yield from (cell.text for cell in row if isinstance(cell, Code))


def make_current() -> None:
    """Build the site where it is not current; of several test processes one builds."""
    paths.BUILD.mkdir(exist_ok=True)
    with FileLock(paths.BUILD / ".browser-tests.lock"):
        if is_current():
            return
        command = [sys.executable, "-m", "minsheng", "book"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            pytest.fail(f"The site could not be built:\n{done.stderr[-3000:]}")
        if not is_current():
            pytest.fail("The site was built, but its inputs have changed meanwhile.")
