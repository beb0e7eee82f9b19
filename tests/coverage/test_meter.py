"""Every figure is used, tested or excused; one use less, and the meter names the figure."""

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from minsheng import paths
from minsheng.audit import audit
from minsheng.coverage import (
    cover,
    coverage_faults,
    editions_coverage,
    executed_notebooks,
    figures_shown,
    lines_by_figure,
    require_coverage,
    uses_of,
)
from minsheng.data import Bilingual, Book, Excuse, load_book
from minsheng.errors import Exit, InputFault, RunFailure
from minsheng.run import plan

AWARD = "2023.demonstration_award.award"


@pytest.fixture
def book() -> Book:
    return load_book()


@pytest.fixture
def notebooks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Copy the sources with their stored outputs, and look for executed ones beside them."""
    shutil.copytree(paths.NOTEBOOKS, tmp_path / "notebooks")
    monkeypatch.setattr(paths, "NOTEBOOKS", tmp_path / "notebooks")
    monkeypatch.setattr(paths, "EXECUTED", tmp_path / "executed")
    return tmp_path / "notebooks"


def edit(path: Path, change: Callable[[dict[str, Any]], object]) -> None:
    tree = json.loads(path.read_text(encoding="utf-8"))
    change(tree)
    path.write_text(json.dumps(tree, ensure_ascii=False), encoding="utf-8")


def code(tree: dict[str, Any]) -> list[dict[str, Any]]:
    return [cell for cell in tree["cells"] if cell["cell_type"] == "code"]


def forget(words: str) -> Callable[[dict[str, Any]], object]:
    """Empty the outputs of every cell of code that holds these words."""

    def change(tree: dict[str, Any]) -> None:
        chosen = [cell for cell in code(tree) if words in "".join(cell["source"])]
        assert chosen
        for cell in chosen:
            cell["outputs"] = []

    return change


@pytest.mark.usefixtures("notebooks")
def test_the_report_of_2023_is_used_whole(book: Book) -> None:
    (report,) = editions_coverage(book, [2023])
    assert report.source.source_id == "nbrd-2024-02-27"
    assert (len(report.accounted), len(report.figures)) == (57, 57)
    assert report.printings == 58
    assert all(each.chapters for each in report.figures)


def test_one_use_less_names_the_figure(book: Book, notebooks: Path) -> None:
    edit(notebooks / "labour_market.ipynb", forget("demonstration_award"))
    faults = coverage_faults(editions_coverage(book, [2023]))
    assert {fault.value for fault in faults} == {AWARD, "2023.demonstration_actions.actual"}
    (fault,) = (each for each in faults if each.value == AWARD)
    assert fault.file == "data/figures/2023.csv"
    assert fault.row == book.edition(2023).figures[AWARD].row
    assert "data/excused.csv" in fault.remedy


def test_a_figure_that_another_chapter_uses_is_not_missed(book: Book, notebooks: Path) -> None:
    edit(notebooks / "overview.ipynb", lambda tree: [c.update(outputs=[]) for c in code(tree)])
    assert coverage_faults(editions_coverage(book, [2023])) == []


def test_a_list_of_sources_and_a_count_prove_no_use(tmp_path: Path) -> None:
    def cell(*numbers: str) -> dict[str, Any]:
        output = {"output_type": "display_data", "data": {"text/html": [*numbers]}}
        return {"cell_type": "code", "source": ["x"], "metadata": {}, "outputs": [output]}

    def number(ids: str, how: str) -> str:
        return f'<data class="fact" value="1" data-figure="{ids}" data-how="{how}">1</data>'

    cells = [
        cell(number("a b", "published"), number("c", "counted")),
        cell(number("b d", "recomputed")),
        cell(number("e", "published")),
    ]
    path = tmp_path / "chapter.ipynb"
    path.write_text(json.dumps({"cells": cells}), encoding="utf-8")
    assert figures_shown(path) == ("a", "b", "d")
    assert uses_of({"2023/x": path, "2023/y": path})["d"] == ("2023/x", "2023/y")


def test_an_audit_line_or_a_reason_accounts_for_a_figure(book: Book) -> None:
    figures = [book.edition(2023).figures[AWARD]]
    excused = replace(book, excuses=(Excuse(AWARD, Bilingual("kept", "备查")),))
    assert coverage_faults(cover(book, figures, {}, {}))
    assert not coverage_faults(cover(book, figures, {}, {AWARD: ("2023.a.completion_pct",)}))
    assert not coverage_faults(cover(excused, figures, {}, {}))


def test_a_reason_that_no_longer_holds_is_named(book: Book) -> None:
    figures = [book.edition(2023).figures[AWARD]]
    excused = replace(book, excuses=(Excuse(AWARD, Bilingual("kept", "备查")),))
    for uses, tests in (({AWARD: ("2023/a",)}, {}), ({}, {AWARD: ("2023.a.completion_pct",)})):
        (fault,) = coverage_faults(cover(excused, figures, uses, tests))
        assert (fault.file, fault.value) == ("data/excused.csv", AWARD)
        assert "no longer holds" in fault.rule


def test_the_lines_of_the_audit_are_named(book: Book) -> None:
    tests = lines_by_figure([audit(book.edition(2023).whole())])
    completion = "2023.urban_new_jobs.completion_pct"
    assert completion in tests[completion]
    assert completion in tests["2023.urban_new_jobs.actual"]
    assert "districts_with_a_market" in tests["2023.gig_markets.actual"]
    assert "2023.jobless_graduates.coverage_pct" not in tests


def executed(book: Book, chapter: str) -> Path:
    """Lay an executed notebook of 2023 where a run would leave it."""
    (run,) = plan(book, [2023], ["en"], [chapter])
    run.target.parent.mkdir(parents=True)
    shutil.copyfile(run.source, run.target)
    return run.target


def test_a_run_comes_before_what_is_stored(book: Book, notebooks: Path) -> None:
    target = executed(book, "gig_markets")
    found = executed_notebooks(book, [2023])
    assert found["2023/gig_markets"] == target
    assert found["2023/overview"] == notebooks / "overview.ipynb"


@pytest.mark.usefixtures("notebooks")
def test_a_run_of_other_code_proves_nothing(book: Book) -> None:
    edit(executed(book, "gig_markets"), lambda tree: code(tree)[-1].update(source=["pass"]))
    with pytest.raises(RunFailure, match=r"2023/gig_markets \(en\)(?s:.*)minsheng run"):
        editions_coverage(book, [2023])


@pytest.mark.usefixtures("notebooks")
def test_a_year_that_was_not_run_is_named(book: Book) -> None:
    later = replace(book.entries[0], year=2024)
    promises = tuple(replace(each, edition=2024) for each in book.promises)
    other = replace(book, entries=(*book.entries, later), promises=(*book.promises, *promises))
    with pytest.raises(RunFailure, match=r"2024/overview \(en\)"):
        editions_coverage(other, [2024])


def test_the_book_is_refused_where_a_figure_is_left_over(book: Book, notebooks: Path) -> None:
    entries = tuple(each for each in book.entries if each.year == 2023)
    alone = replace(book, entries=entries, context=())
    require_coverage(alone, ["en"])
    edit(notebooks / "labour_market.ipynb", forget("demonstration_award"))
    with pytest.raises(InputFault, match=AWARD) as caught:
        require_coverage(alone, ["en"])
    assert caught.value.exit_code is Exit.DATA
