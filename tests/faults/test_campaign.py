"""Every fault ends in its message and its status, and leaves the published site as it was."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from faults.campaign import CASES, Case
from faults.plant import catalogue, files
from faults.project import Project, standing_in

assert catalogue, files


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with standing_in(tmp_path) as project:
        yield project


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_fault_is_named_and_nothing_is_lost(project: Project, case: Case) -> None:
    case.plant(project)
    before = project.site()
    ending = project.command(*case.command)
    place = 0
    for piece in case.says:
        found = ending.said.find(piece, place)
        assert found >= 0, f"{piece!r} is not said, or not in its place:\n{ending.said}"
        place = found
    assert ending.status == case.exit
    assert "Remedy: " in ending.said
    assert "Traceback" not in ending.said
    assert project.site() == before
