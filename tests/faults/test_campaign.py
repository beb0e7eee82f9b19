"""Every fault ends in its message and its status, and leaves the published site as it was."""

import tempfile
from collections.abc import Iterator
from multiprocessing.util import get_temp_dir
from pathlib import Path

import pytest

from faults.campaign import CASES, Case
from faults.moment import MOMENTS
from faults.processes import left_in
from faults.project import Project, standing_in
from faults.record import PAGE, count, entry, findings, load_campaign, long_run, told_entry
from faults.told import TOLD
from minsheng.errors import Exit

load_campaign()


@pytest.fixture
def scratch(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Give the folder for temporary files; a kernel's sockets need its path to be short."""
    get_temp_dir()  # the fork server outlives the test, and so must its folder
    with tempfile.TemporaryDirectory(prefix="fault-") as folder:
        monkeypatch.setattr(tempfile, "tempdir", folder)
        yield Path(folder)


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_fault_is_named_and_nothing_is_lost(tmp_path: Path, scratch: Path, case: Case) -> None:
    with standing_in(tmp_path, case.of) as project:
        check(case, project)
    assert not left_in(scratch)
    assert [*scratch.iterdir()] == []


def check(case: Case, project: Project) -> None:
    case.plant(project)
    before = project.site()
    ending = project.command(*case.command)
    place = 0
    for piece in case.says:
        found = ending.said.find(piece, place)
        assert found >= 0, f"{piece!r} is not said, or not in its place:\n{ending.said}"
        place = found
    assert ending.status == case.exit
    assert ("Remedy: " in ending.said) is (case.exit is not Exit.OK)
    assert "Traceback" not in ending.said
    assert project.site() == before
    assert entry(case, ending) in PAGE.read_text(encoding="utf-8"), "write it anew: make faults"


def test_the_campaign_holds_what_it_says() -> None:
    said = PAGE.read_text(encoding="utf-8")
    assert count() >= 100
    assert len(MOMENTS) == 10
    assert f"\n{count()} faults.\n" in said
    assert not [each for each in TOLD.values() if told_entry(each) not in said]
    assert not [each for each in findings() if each not in said]
    assert said.endswith(f"\n{long_run()}")
    assert len({case.plant.__doc__ for case in CASES.values()}) == len(CASES)
