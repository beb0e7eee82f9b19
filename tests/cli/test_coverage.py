"""`minsheng coverage` counts, names what is left over, and stops a build before it is published."""

from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from typer.testing import CliRunner

from minsheng import paths
from minsheng.cli import work
from minsheng.cli.every import app
from minsheng.errors import Exit, Fault, InputFault
from minsheng.site import apart, publish

Minsheng = Callable[..., CompletedProcess[str]]


def test_the_report_of_2023_is_accounted_for(minsheng: Minsheng) -> None:
    done = minsheng("coverage", "--year", "2023")
    assert done.returncode == Exit.OK
    assert "nbrd-2024-02-27: 57 of 57 figures, 58 printings" in done.stdout
    assert "  2023.returning_workers.actual: used by 2023/job_stabilisation\n" in done.stdout


def test_a_figure_that_nothing_uses_fails(scratch: Path, minsheng: Minsheng) -> None:
    path = scratch / "notebooks" / "gig_markets.ipynb"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("2023.gig_service_institutions.actual", "2023.gig_stations.actual"),
        encoding="utf-8",
    )
    done = minsheng("coverage", "--year", "2023")
    assert done.returncode == Exit.DATA
    assert "nbrd-2024-02-27: 56 of 57 figures, 58 printings" in done.stdout
    assert "  2023.gig_service_institutions.actual: nothing uses it\n" in done.stdout
    assert "1 fault:" in done.stderr
    assert "'2023.gig_service_institutions.actual'" in done.stderr
    assert "Remedy: use it in a chapter" in done.stderr


def test_an_unknown_year_is_named(minsheng: Minsheng) -> None:
    done = minsheng("coverage", "--year", "1999")
    assert done.returncode == Exit.UNKNOWN
    assert "use one of" in done.stderr


def test_a_figure_left_over_stops_the_build_before_anything_is_published(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = []

    def refuse(*_: object) -> None:
        raise InputFault([Fault("data/figures/2023.csv", "Nothing uses it.", "use it")])

    monkeypatch.setattr(paths, "BUILD", tmp_path)
    monkeypatch.setattr(work, "run_with_progress", lambda *_: done.append("run"))
    monkeypatch.setattr(work, "require_coverage", refuse)
    monkeypatch.setattr(apart, "parts_maker", lambda: nullcontext(lambda _: done.append("made")))
    monkeypatch.setattr(publish, "_swap", lambda *_: done.append("published"))
    result = CliRunner().invoke(app, ["book"])
    assert isinstance(result.exception, InputFault)
    assert done == ["run", "made"]
