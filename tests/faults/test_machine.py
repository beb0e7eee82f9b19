"""What a machine does to a build: after every fault the next plain build gives the same site.

One checkout goes through all of it, from test to test: killed at ten moments, stopped at ten, with
a full disk, under other surroundings. Nobody cleans it in between.
"""

import os
import resource
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from faults.builds import PAGE, Checkout, checkout, ignore_interrupts
from faults.moment import MOMENTS
from faults.told import told
from minsheng.errors import Exit

AREA = "Machine"
pytestmark = pytest.mark.slow
FIRST, SECOND = "What it said first.", "What it says now."
LAST = "What there was no room for."
# On the machines of a CI service, a user like any other may become root without being asked.
AS_ROOT = () if os.getuid() == 0 or shutil.which("sudo") is None else ("sudo", "-n")
# What lies about after a kill, for the next build to clear.
LEFT = {"notebooks are at work": "pymp-", "a draft is written": ".part"}
BARE = {"HOME": None, "LC_ALL": "C", "LANG": "C", "TMPDIR": "/nowhere", "TZ": "Pacific/Kiritimati"}


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="fault-") as name:
        yield Path(name)


@pytest.fixture(scope="module")
def built(folder: Path) -> Checkout:
    """Return a checkout whose site says the first; its inputs say the second from now on."""
    made = checkout(folder / "a", FIRST)
    ending = made.minsheng("book")
    assert ending.status == Exit.OK, ending.said
    made.change(SECOND)
    return made


@pytest.fixture(scope="module")
def digests(folder: Path, built: Checkout) -> dict[str, str]:
    """Return what `minsheng digest` says of either state, each built on its own and once.

    The second is built without a home, in the C locale, with no folder for temporary files, and
    under a umask that lets nobody else read.
    """
    other = checkout(folder / "b", SECOND)
    ending = other.minsheng("book", surroundings=BARE, first=lambda: os.umask(0o077) and None)
    assert ending.status == Exit.OK, ending.said
    for path in (other.root / "_build" / "html").rglob("*"):
        assert path.stat().st_mode & 0o777 == (0o755 if path.is_dir() else 0o644)
    return {FIRST: built.digest(), SECOND: other.digest()}


@told(
    AREA,
    "It is killed with signal 9 at ten moments of a build",
    "The site stays as it was, nothing is left running, and what lies about goes with the next.",
)
@pytest.mark.parametrize("moment", MOMENTS)
def test_killed(built: Checkout, digests: dict[str, str], moment: str) -> None:
    before, left = built.site(), built.left()
    ending = built.until(moment, "KILL", "book")
    assert ending.status == -9
    assert LEFT.get(moment, "") in " ".join(each.name for each in built.left())
    assert not left & built.left()
    if moment == [*MOMENTS][-1]:
        # Between the two renames: the next start puts the site back before anything can fail.
        figures = built.project.path("data/figures/2026.csv")
        good = figures.read_bytes()
        figures.write_bytes(good + b"x")
        assert built.minsheng("book").status == Exit.DATA
        figures.write_bytes(good)
    assert built.site() == before
    assert digests[FIRST] != digests[SECOND]


@told(
    AREA,
    "A second build is begun while one runs",
    "It is refused at once with exit status 75, and names the process that holds the lock.",
)
def test_a_second_build(built: Checkout, digests: dict[str, str]) -> None:
    """After ten kills, the next build ends well; the one that comes in between does not."""
    first = built.start("-m", "faults.moment", "the lock is held", "STOP", "book")
    assert first.stdout is not None
    said = first.stdout.readline()
    assert said == "at the moment: the lock is held\n", said + first.stdout.read()
    second = built.start("-m", "minsheng", "book")
    refused, _ = second.communicate(timeout=200)
    assert second.returncode == Exit.BUSY
    assert f"process {first.pid}" in refused
    assert "Remedy: wait until it has ended" in refused
    assert first.poll() is None
    os.kill(first.pid, signal.SIGCONT)
    ending = built.end(first)
    assert ending.status == Exit.OK, ending.said
    assert built.digest() == digests[SECOND]
    assert not built.left()


@told(
    AREA,
    "There is no home, the locale is C, TMPDIR leads nowhere, the umask lets nobody else read",
    "The same site, to the byte, and a web server may read all of it.",
)
def test_bare_surroundings(built: Checkout, digests: dict[str, str]) -> None:
    assert built.digest() == digests[SECOND]
    assert digests[FIRST] != digests[SECOND]


@told(
    AREA,
    "It is stopped with Ctrl-C at ten moments of a build",
    "Exit status 130; the site stays as it was.",
)
@pytest.mark.parametrize("moment", MOMENTS)
def test_interrupted(built: Checkout, digests: dict[str, str], moment: str) -> None:
    del digests
    if moment == [*MOMENTS][0]:
        # What was kept of the first state would leave no notebook to be stopped.
        shutil.rmtree(built.root / "_build" / "cache")
    built.change(FIRST)
    before = built.site()
    ending = built.until(moment, "INT", "book")
    assert ending.status == Exit.INTERRUPTED, ending.said
    assert "Remedy: run the command again." in ending.said
    assert "Traceback" not in ending.said
    assert built.site() == before
    assert not built.left()


@told(
    AREA,
    "Ctrl-C comes while it runs in the background, where a shell lets it be ignored",
    "It goes on and ends well.",
)
def test_interrupted_in_the_background(built: Checkout, digests: dict[str, str]) -> None:
    ending = built.until("Sphinx is at work", "INT", "book", first=ignore_interrupts)
    assert ending.status == Exit.OK, ending.said
    assert built.digest() == digests[FIRST]


def small_files() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))


def short_files() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000))


@told(
    AREA,
    "No file may grow beyond 100 bytes, as on a full disk",
    "Exit status 73 with the file and the remedy.",
)
def test_no_room_for_a_notebook(built: Checkout, digests: dict[str, str]) -> None:
    del digests
    built.change(LAST)
    before = built.site()
    ending = built.minsheng("run", "--jobs", "1", first=small_files)
    assert ending.status in (Exit.OUTPUT, Exit.FAILED), ending.said
    assert "File too large" in ending.said
    assert "Remedy: " in ending.said
    assert "Traceback" not in ending.said
    assert built.site() == before


@told(
    AREA,
    "No file may grow beyond 60,000 bytes, so that pages do not fit",
    "Exit status 70 with the cause; the site stays as it was.",
)
def test_no_room_for_a_page(built: Checkout, digests: dict[str, str]) -> None:
    del digests
    before = built.site()
    ending = built.minsheng("book", first=short_files)
    assert ending.status in (Exit.OUTPUT, Exit.FAILED), ending.said
    assert "File too large" in ending.said
    assert "Remedy: " in ending.said
    assert built.site() == before


@told(
    AREA,
    "The disk of the build is full (a file system of a few MB)",
    "Exit status 70 or 73 with the cause; the site stays as it was.",
)
def test_a_full_disk(built: Checkout, digests: dict[str, str]) -> None:
    del digests
    build = built.root / "_build"
    aside = build.rename(built.root.with_name("aside"))
    build.mkdir()
    ours = f"size=8m,uid={os.getuid()},gid={os.getgid()}"
    mount = (*AS_ROOT, "mount", "-t", "tmpfs", "-o", ours, "minsheng-faults", str(build))
    done = subprocess.run(mount, check=False, capture_output=True, text=True)
    if done.returncode:
        build.rmdir()
        aside.rename(build)
        pytest.skip(f"this user may not mount: {done.stderr}")
    try:
        subprocess.run(["cp", "-a", f"{aside}/html", str(build)], check=True)
        before = built.site()
        ending = built.minsheng("book")
        assert ending.status in (Exit.OUTPUT, Exit.FAILED), ending.said
        assert "No space left on device" in ending.said
        assert "Remedy: " in ending.said
        assert "Traceback" not in ending.said
        assert built.site() == before
    finally:
        subprocess.run([*AS_ROOT, "umount", str(build)], check=True)
        build.rmdir()
        aside.rename(build)


@told(AREA, "Then there is room again", "The next plain build ends well, and says what is new.")
def test_room_again(built: Checkout, digests: dict[str, str]) -> None:
    ending = built.minsheng("book")
    assert ending.status == Exit.OK, ending.said
    page = built.root / "_build" / "html" / "en" / "methods.html"
    assert LAST in page.read_text(encoding="utf-8")
    assert built.digest() not in digests.values()


@told(
    AREA,
    "The clock was set back, and a kept result, a page in work and a published page were damaged",
    "Nothing of it is believed: the next build gives the same site.",
)
def test_clock_set_back_and_damage(built: Checkout, digests: dict[str, str]) -> None:
    """What stands after a plain build is damaged, all of it at once."""
    built.change(SECOND)
    plain = built.minsheng("book")
    assert plain.status == Exit.OK, plain.said
    assert built.digest() == digests[SECOND]
    for path in [path for path in (built.root / "_build").rglob("*") if path.is_file()]:
        os.utime(path, (4e9, 4e9))
    for name in (PAGE, "notebooks/overview.ipynb"):
        os.utime(built.project.path(name), (1e9, 1e9))
    for pattern in ("cache/results/*/*", "sphinx/en/**/overview.doctree", "html/en/*.html"):
        found = sorted((built.root / "_build").glob(pattern))
        assert found, pattern
        for path in found:
            path.write_bytes(path.read_bytes()[:-20] + b"x" * 20)
    ending = built.minsheng("book")
    assert ending.status == Exit.OK, ending.said
    assert built.digest() == digests[SECOND]
