"""Whoever watches sees each change on the site, the same as a build from nothing makes."""

import io
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer

from faults.builds import Checkout, checkout
from minsheng.cli import primed
from minsheng.cli.primed import WAITING, wait_primed
from minsheng.errors import Exit

FIRST, SECOND, BAD = "What it said first.", "What it says now.", b"what is no row\n"
NOTHING = "Nothing has changed"

pytestmark = pytest.mark.slow


@pytest.fixture
def folder() -> Iterator[Path]:
    """Return a folder with a short name: a socket stands below it."""
    with tempfile.TemporaryDirectory(prefix="watch-") as name:
        yield Path(name)


@pytest.fixture
def made(folder: Path) -> Checkout:
    return checkout(folder / "a", FIRST)


def said_until_it_waits(watching: subprocess.Popen[str]) -> str:
    """Return what is said until the next build waits to be told."""
    assert watching.stdout is not None
    lines: list[str] = []
    while not lines or WAITING not in lines[-1]:
        line = watching.stdout.readline()
        assert line, "".join(lines)
        lines.append(line)
    return "".join(lines)


def page(made: Checkout) -> str:
    return (made.root / "_build" / "html" / "en" / "methods.html").read_text(encoding="utf-8")


def test_every_change_comes_onto_the_site(made: Checkout, folder: Path) -> None:
    figures = made.project.path("data/figures/2026.csv")
    watching = made.start("-m", "minsheng", "watch")
    said_until_it_waits(watching)
    assert "The book is at" in said_until_it_waits(watching)
    assert FIRST in page(made)
    good = figures.read_bytes()
    figures.write_bytes(good + BAD)
    assert "Remedy" in said_until_it_waits(watching)
    assert FIRST in page(made)
    figures.write_bytes(good)
    assert NOTHING in said_until_it_waits(watching)
    made.change(SECOND)
    assert "run, the others as they were" in said_until_it_waits(watching)
    assert SECOND in page(made)
    watching.send_signal(signal.SIGINT)
    assert made.end(watching).status == Exit.OK
    assert NOTHING in made.minsheng("book").said
    other = checkout(folder / "b", SECOND)
    assert other.minsheng("book").status == Exit.OK
    assert made.site() == other.site()


def test_a_build_that_cannot_wait_ends_the_watch(made: Checkout) -> None:
    """The name of a socket has a limit; whatever else may be, nobody waits for a build in vain."""
    long = made.scratch / ("n" * 100)
    long.mkdir()
    ending = made.end(made.start("-m", "minsheng", "watch", surroundings={"TMPDIR": str(long)}))
    assert ending.status == Exit.OUTPUT
    assert f"{long}/" in ending.said
    assert "too long for the socket of a build. Remedy: set TMPDIR to" in ending.said
    assert "Traceback" not in ending.said


PRIMED = """
import sys
from minsheng.errors import MinshengError
from minsheng.run.child import in_children
from minsheng.run.execute import surroundings
from minsheng.warming import PRIMED, start_ahead

def made():
    from minsheng import digests, packages
    packages.distribution = None  # every package was looked up
    assert digests.locked_versions()
    read = digests._digests_by_path.cache_info().misses
    assert digests.library_digests() and digests._digests_by_path.cache_info().misses == read == 1
    before = set(sys.modules)
    from minsheng.site.build import build
    build("zh")
    assert "sqlalchemy" not in sys.modules
    return [name for name in sys.modules if name not in before]

if __name__ == "__main__":
    start_ahead(PRIMED)
    with surroundings():
        ((_, found),) = in_children(made, [("", ())], jobs=1)
    print(*found if isinstance(found, list) else [found], sep="\\n")
"""
# A few that come with a language or at little cost.
LEFT = {"a11y_pygments", "concurrent", "docutils", "email", "encodings", "importlib_metadata"}
LEFT |= {"pygments", "xml", "zipp"}


def test_a_primed_server_has_imported_what_pages_do(made: Checkout) -> None:
    assert made.minsheng("book").status == Exit.OK
    script = made.project.path("primed.py")
    script.write_text(PRIMED, encoding="utf-8")
    ending = made.end(made.start(str(script)))
    assert ending.status == Exit.OK, ending.said
    assert {name.partition(".")[0] for name in ending.said.split()} <= LEFT, ending.said


@pytest.fixture
def begun(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[list[str]]]:
    """Note what this process would begin anew as, and start no server."""
    noted: list[list[str]] = []
    monkeypatch.setattr(primed, "start_ahead", lambda _: None)
    monkeypatch.setattr(primed, "forks", lambda: False)
    monkeypatch.setattr(primed.os, "execv", lambda _, words: noted.append(words))
    monkeypatch.setattr(sys, "orig_argv", ["python", "-m", "minsheng", "book", "--when-told"])
    monkeypatch.setattr(sys, "stdin", io.StringIO("\n"))
    return noted


def test_it_goes_on_when_it_is_told(begun: list[list[str]]) -> None:
    wait_primed()
    assert begun == []


def test_nobody_left_to_tell_it_ends_it(
    begun: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    with pytest.raises(typer.Exit):
        wait_primed()
    assert begun == []


@pytest.mark.parametrize("what", ["library_digests", "locked_versions"])
def test_another_library_begins_it_anew(
    begun: list[list[str]], monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    found = iter([{"a": "1"}, {"a": "2"}])
    monkeypatch.setattr(primed, what, lambda: next(found))
    wait_primed()
    assert begun == [["python", "-m", "minsheng", "book", "--alone"]]
