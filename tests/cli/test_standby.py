"""Who builds again has it done by a process that stands by, and sees that by the time alone."""

import os
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from faults.builds import PATIENCE, Checkout, checkout
from faults.processes import at_work_in, end_standby, left_in, until_it_stands_by
from faults.project import Ending
from faults.small import NOTEBOOK, text
from minsheng import cli
from minsheng.cli import handover, standby
from minsheng.cli.asked import Asked
from minsheng.cli.call import Call
from minsheng.errors import Exit

# pytest notes in the environment which test it is at.
TOGETHER: dict[str, str | None] = dict.fromkeys((*handover.ALONE, "PYTEST_CURRENT_TEST"))
ELSEWHERE: dict[str, str | None] = {**TOGETHER, "SOME_OTHER": "surroundings"}
FIRST, SECOND, BAD = "What it said first.", "What it says now.", b"what is no row\n"
STAYS = "A process stays for 10 minutes"

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def built() -> Iterator[Checkout]:
    """Return a small project, built once by a process that left another."""
    with tempfile.TemporaryDirectory(prefix="standby-") as folder:
        made = checkout(Path(folder).resolve() / "a", FIRST)
        assert STAYS in book(made).said
        yield made
        end_standby(made.root)


def begun(made: Checkout, surroundings: dict[str, str | None] = TOGETHER) -> subprocess.Popen[str]:
    return made.start("-m", "minsheng", "book", surroundings=surroundings)


def ended(process: subprocess.Popen[str]) -> Ending:
    said, _ = process.communicate(timeout=PATIENCE)
    return Ending(process.returncode, said)


def book(made: Checkout, surroundings: dict[str, str | None] = TOGETHER) -> Ending:
    return ended(begun(made, surroundings))


def place(made: Checkout) -> Path:
    return made.root / "_build" / ".standby"


def builder(made: Checkout) -> str:
    """Return which process the last build was done by."""
    return (made.root / "_build" / ".holder").read_text(encoding="utf-8")


def page(made: Checkout) -> str:
    return (made.root / "_build" / "html" / "en" / "methods.html").read_text(encoding="utf-8")


def test_it_builds_what_was_changed(built: Checkout) -> None:
    until_it_stands_by(built.root)
    built.change(SECOND)
    process = begun(built)
    ending = ended(process)
    assert ending.status == Exit.OK, ending.said
    assert "run, the others as they were" in ending.said
    assert "The book is at" in ending.said
    assert SECOND in page(built)
    assert builder(built) != f"process {process.pid}"
    assert "Nothing has changed" in book(built).said


def test_the_site_is_the_one_that_a_build_alone_makes(built: Checkout) -> None:
    before = built.site()
    built.change(FIRST)
    assert book(built).status == Exit.OK
    assert built.site() != before
    built.change(SECOND)
    assert ended(built.start("-m", "minsheng", "book", "--alone")).status == Exit.OK
    assert built.site() == before


def test_a_fault_is_told_and_the_next_build_is_at_hand(built: Checkout) -> None:
    figures = built.project.path("data/figures/2026.csv")
    good, before = figures.read_bytes(), built.site()
    figures.write_bytes(good + BAD)
    ending = book(built)
    assert ending.status == Exit.DATA
    assert "Remedy" in ending.said
    assert built.site() == before
    figures.write_bytes(good)
    built.change(FIRST)
    until_it_stands_by(built.root)
    assert book(built).status == Exit.OK


def test_other_surroundings_are_not_built_in(built: Checkout) -> None:
    """Whoever comes from there builds alone, and what stands by then is of there."""
    until_it_stands_by(built.root)
    built.change(SECOND)
    process = begun(built, ELSEWHERE)
    assert ended(process).status == Exit.OK
    assert builder(built) == f"process {process.pid}"
    built.change(FIRST)
    process = begun(built, ELSEWHERE)
    assert ended(process).status == Exit.OK
    assert builder(built) != f"process {process.pid}"


@pytest.mark.parametrize(
    ("happens", "status"),
    [(signal.SIGINT, Exit.INTERRUPTED), (signal.SIGKILL, -signal.SIGKILL)],
)
def test_it_stops_with_whoever_asked(built: Checkout, happens: signal.Signals, status: int) -> None:
    built.change(f"Before {happens.name}.")
    assert book(built).status == Exit.OK
    until_it_stands_by(built.root)
    before, by = built.site(), builder(built)
    built.project.write(NOTEBOOK, text("overview", "import time", "time.sleep(300)"))
    process = begun(built)
    while builder(built) == by:
        time.sleep(0.05)
    process.send_signal(happens)
    ending = ended(process)
    assert ending.status == status
    if happens == signal.SIGINT:
        assert "Remedy: run the command again." in ending.said
    assert "Traceback" not in ending.said
    assert not left_in(built.root), "something of it still runs"
    assert built.site() == before


@pytest.mark.parametrize("name", handover.ALONE)
def test_nobody_stays_where_builds_are_to_be_alone(built: Checkout, name: str) -> None:
    end_standby(built.root)
    built.change(f"Alone by {name}.")
    ending = book(built, {**TOGETHER, name: "1"})
    assert ending.status == Exit.OK
    assert STAYS not in ending.said
    assert not at_work_in(built.root)


def test_where_nobody_can_be_reached_nobody_stays(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(handover.paths, "BUILD", tmp_path / "missing")
    monkeypatch.setattr(standby.subprocess, "Popen", lambda *_, **__: pytest.fail("it was begun"))
    with standby.standby_left():
        pass


def test_what_cannot_be_reached_is_not_waited_for(built: Checkout) -> None:
    """The place is taken by what no process listens at, as after a kill."""
    end_standby(built.root)
    place(built).write_text("", encoding="utf-8")
    built.change("Without help.")
    process = begun(built)
    assert ended(process).status == Exit.OK
    assert builder(built) == f"process {process.pid}"
    end_standby(built.root)


@pytest.fixture
def line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[standby.socket]:
    """Listen for calls in this process, where the folder has a long name."""
    folder = tmp_path / ("n" * 120)
    folder.mkdir()
    monkeypatch.setattr(handover.paths, "BUILD", folder)
    monkeypatch.setattr(handover, "GIVEN", {})
    with standby.socket(standby.AF_UNIX) as line:
        standby._listen(line)
        yield line


def call(monkeypatch: pytest.MonkeyPatch, line: standby.socket, own: bytes) -> Call | None:
    """Return what a process with this key finds to build when it is called from here."""
    monkeypatch.setattr(standby, "LOOKS", 2)
    library = standby.at_work()
    with handover._reached():
        return standby._next_build(line, standby._mark(), own, library)


def test_a_call_has_its_key_and_three_files(
    line: standby.socket, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = call(monkeypatch, line, handover.key())
    assert found is not None
    assert found.key == handover.key()
    assert len(found.files) == 3
    found.hang_up()


def test_it_ends_when_nobody_asks_for_anything(
    line: standby.socket, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert call(monkeypatch, line, b"another") is None


def test_another_library_is_not_built_with(
    line: standby.socket, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = iter(["as it was imported", "as it is now"])
    monkeypatch.setattr(standby, "at_work", lambda: next(found))
    assert call(monkeypatch, line, handover.key()) is None


def test_nobody_is_asked_where_there_is_nothing_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who stands by may still import, and to know that needs nothing of it."""
    monkeypatch.setattr(Asked, "take", lambda: Asked(inputs=None, is_built=True))  # type: ignore[arg-type]
    monkeypatch.setattr(handover, "handed_over", lambda: pytest.fail("it was asked"))
    monkeypatch.setattr(cli, "command", lambda asked: int(asked.is_built))
    assert cli._build() == 1


CHANGES: dict[str, Callable[[pytest.MonkeyPatch], object]] = {
    "environment": lambda patch: patch.setitem(handover.GIVEN, "LANG", "another"),
    "umask": lambda patch: patch.setattr(os, "umask", lambda _: 0o027),
    "folder": lambda patch: patch.chdir("/"),
    "Python": lambda patch: patch.setattr(handover.sys, "prefix", "another"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_the_key_tells_surroundings_apart(change: str) -> None:
    before = handover.key()
    with pytest.MonkeyPatch.context() as patch:
        CHANGES[change](patch)
        assert handover.key() != before
    assert handover.key() == before
    assert len(before) == handover.KEY_BYTES


def test_the_key_is_the_same_whatever_a_shell_notes(monkeypatch: pytest.MonkeyPatch) -> None:
    before = handover.key()
    monkeypatch.setitem(handover.GIVEN, "_", "the command")
    assert handover.key() == before
