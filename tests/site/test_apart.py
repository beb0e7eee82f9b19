"""Pages come out the same from a fork of the warm process as from a process of their own."""

import os
import pickle
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import IO

import psutil
import pytest

from minsheng.errors import MinshengError, OutputFault, RunFailure
from minsheng.run.child import Died, Raised, begun_in_child, in_children
from minsheng.run.execute import surroundings
from minsheng.site import apart, calling
from minsheng.site.calling import jupyter_book

CONFIG = "title: T\nonly_build_toc_files: true\nexecute:\n  execute_notebooks: 'off'\n"
PAGE = "# T\n\nWords, {}.\n"


def laid(folder: Path, words: str) -> Path:
    folder.mkdir()
    (folder / "_config.yml").write_text(CONFIG, encoding="utf-8")
    (folder / "_toc.yml").write_text("format: jb-book\nroot: index\n", encoding="utf-8")
    (folder / "index.md").write_text(PAGE.format(words), encoding="utf-8")
    return folder


def called(source: Path, output: Path) -> tuple[int, str, int]:
    """Call Jupyter Book where this runs; return the number of processes that it had to start."""
    started: list[object] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("subprocess.Popen.__init__", lambda *_, **__: started.append(1))
        done = jupyter_book(source, output, "-W", "--keep-going")
    return done.returncode, done.stdout, len(started)


def test_a_fork_makes_the_same_pages_and_names_the_same_faults(tmp_path: Path) -> None:
    good, bad = laid(tmp_path / "good", "that is all"), laid(tmp_path / "bad", "[](nowhere.md)")
    tasks = [(each, (each, tmp_path / f"{each.name}-out")) for each in (good, bad)]
    with surroundings():
        forked = dict(in_children(called, tasks, jobs=2))
    assert [each.text for each in forked.values() if isinstance(each, Raised)] == []
    assert forked[good][::2] == (0, 0), forked[good]
    assert forked[bad][0] != 0
    assert "nowhere.md" in forked[bad][1]
    alone = jupyter_book(good, tmp_path / "alone", "-W", "--keep-going")
    assert alone.returncode == 0, alone.stdout
    pages = (tmp_path / place / "_build" / "html" for place in ("good-out", "alone"))
    here, there = ({at.relative_to(each): at.read_bytes() for at in files(each)} for each in pages)
    assert here == there


def test_no_place_is_looked_for_where_it_may_say_what_is_wrong(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A build that is killed while it looks for one leaves a file that no other build knows."""
    monkeypatch.setattr(tempfile, "gettempdir", lambda: pytest.fail("it was looked for"))

    def says(_: Sequence[str], said: IO[str]) -> int:
        said.write("no page")
        return 1

    monkeypatch.setattr(calling, "_status_elsewhere", says)
    assert jupyter_book(tmp_path / "pages", tmp_path / "out").stdout == "no page"


def files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def test_a_part_that_fails_says_why_and_a_bug_is_no_fault_of_the_reader() -> None:
    assert isinstance(apart._made(fail, RunFailure("no pages")), RunFailure)
    assert isinstance(apart._made(fail, OSError(28, "No space left on device")), MinshengError)
    with pytest.raises(KeyError):
        apart._made(fail, KeyError("a bug"))
    with pytest.raises(RunFailure, match="no pages"):
        apart._parts({"en": RunFailure("no pages"), "": "front"})


def test_a_fault_comes_out_of_another_process_as_it_was() -> None:
    full = OSError(28, "No space left on device", "page.html")
    fault = pickle.loads(pickle.dumps(apart._made(fail, full)))
    assert isinstance(fault, OutputFault)
    assert "No space left on device" in str(fault)
    assert len(fault.faults) == 1


def fail(error: Exception) -> str:
    raise error


def test_the_warm_process_dies_with_a_message(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "in_children", lambda *_, **__: iter([("zh", Died(-9))]))
    with pytest.raises(RunFailure, match=r"The zh pages .*signal 9"):
        apart._made_in_forks(["zh"])


def by_its_own(work: Callable[..., object], *given: object) -> list[object]:
    return [result for _, result in in_children(work, [("", given)], jobs=1, own=True)]


def numbers() -> tuple[int, int]:
    return os.getpid(), os.getpgrp()


def works_on(told: Path) -> None:
    told.with_suffix(".part").write_text(str(os.getpid()), encoding="utf-8")
    told.with_suffix(".part").rename(told)
    time.sleep(600)


def test_a_child_forks_its_own_which_end_with_it(tmp_path: Path) -> None:
    with begun_in_child(by_its_own, numbers) as result:
        ((pid, group),) = result()
    assert pid != group != os.getpgrp()
    told = tmp_path / "told"
    with begun_in_child(by_its_own, works_on, told):
        until(told.exists)
        pid = int(told.read_text(encoding="utf-8"))
        assert psutil.pid_exists(pid)
    until(lambda: not psutil.pid_exists(pid))


def until(come: Callable[[], bool]) -> None:
    end = time.monotonic() + 60
    while not come():
        assert time.monotonic() < end, "it has not come"
        time.sleep(0.01)
