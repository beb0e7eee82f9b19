"""What a disk and its permissions do to a command: a message, a status, every file as it was."""

import os
import resource
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from faults.builds import Checkout, checkout
from faults.project import digests
from faults.told import told
from minsheng.errors import Exit

AREA = "Machine"
# Root may read and write everything, so that it has to become somebody else. Where Python belongs
# to root, nothing can be imported from then on: all that is needed is used once before.
AS_NOBODY = """
import os, sys
import filelock, minsheng.cli.work, minsheng.run.lock, minsheng.cli.built
from minsheng.cli import main
from minsheng.data import load_book
if os.geteuid() == 0:
    load_book()
    load_book.cache_clear()
if os.geteuid() == 0:
    os.setgroups([]), os.setgid(65534), os.setuid(65534)
main()
"""


@pytest.fixture
def small() -> Iterator[Checkout]:
    with tempfile.TemporaryDirectory(prefix="fault-") as folder:
        Path(folder).chmod(0o755)
        yield checkout(Path(folder) / "a", "What it says.")


def no_room() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))


@told(
    AREA,
    "The disk is full in the middle of a file (RLIMIT_FSIZE)",
    "Exit status 73 with the file and the remedy; the file is as it was, and no draft is left.",
)
def test_no_room_for_a_file(small: Checkout) -> None:
    before = digests(small.root)
    ending = small.minsheng("toc", first=no_room)
    assert ending.status == Exit.OUTPUT, ending.said
    assert "_toc.yml: The file cannot be written (File too large). Remedy: " in ending.said
    assert digests(small.root) == before
    assert small.minsheng("toc").status == Exit.OK


@told(
    AREA,
    "The checkout may only be read",
    "Exit status 73 with the folder and the remedy.",
)
def test_a_checkout_that_may_only_be_read(small: Checkout) -> None:
    (small.root / "_build").chmod(0o555)
    before = digests(small.root)
    ending = small.end(small.start("-c", AS_NOBODY, "book"))
    assert ending.status == Exit.OUTPUT, ending.said
    assert "_build/scratch: The file cannot be written (Permission denied). Remedy: " in ending.said
    assert "Traceback" not in ending.said
    assert digests(small.root) == before
    (small.root / "_build").chmod(0o755)


@told(
    AREA,
    "A table has a mode in which nobody may read it",
    "Exit status 65 with the file and the remedy.",
)
def test_an_unreadable_mode(small: Checkout) -> None:
    table = small.project.path("data/figures/2026.csv")
    table.chmod(0)
    ending = small.end(small.start("-c", AS_NOBODY, "check"))
    assert ending.status == Exit.DATA, ending.said
    rule = "data/figures/2026.csv: The file cannot be read (Permission denied). Remedy: restore it"
    assert rule in ending.said
    table.chmod(0o644)
    assert os.access(table, os.R_OK)
