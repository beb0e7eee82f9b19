"""Runs are strict, whole or nothing, and the same bytes every time."""

from pathlib import Path

import nbformat
import pytest
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from minsheng import paths
from minsheng.data import load_book
from minsheng.errors import Exit, RunFailure, UsageFault
from minsheng.language import LANGUAGES
from minsheng.run import Run, check_parameters, plan, run_all
from minsheng.run.engine import Engine
from minsheng.run.normalise import normalise, without_empty_sections
from minsheng.run.notebook import execute, executed

SOURCE = paths.NOTEBOOKS / "urban_new_jobs.ipynb"


def notebook(folder: Path, code: str) -> Path:
    parameters = new_code_cell(
        'year: int = 2023  # edition\nlang: str = "en"  # language',
        metadata={"tags": ["parameters"]},
    )
    path = folder / "scratch.ipynb"
    cells = [new_markdown_cell("# T"), parameters, new_code_cell(code)]
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    nbformat.write(new_notebook(cells=cells, metadata={"kernelspec": kernel}), path)
    return path


def test_the_plan_lists_every_chapter_with_a_notebook() -> None:
    names = [run.name for run in plan(load_book(), [2023])]
    expected = [
        f"2023/{chapter} ({lang})"
        for lang in LANGUAGES
        for chapter in load_book().edition(2023).chapters()
        if (paths.NOTEBOOKS / f"{chapter}.ipynb").exists()
    ]
    assert names == expected
    assert names


@pytest.mark.parametrize(
    ("given", "rule"),
    [
        ({"lagn": "en"}, "did you mean lang"),
        ({"zzz": "1"}, "use one of year, lang"),
        ({"year": "soon"}, "of type int"),
    ],
)
def test_wrong_parameters_are_refused(given: dict[str, str], rule: str) -> None:
    with pytest.raises(UsageFault, match=rule) as caught:
        check_parameters(SOURCE, given)
    assert caught.value.exit_code is Exit.UNKNOWN
    assert "notebooks/urban_new_jobs.ipynb" in str(caught.value)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"cells": [1]}', '{"cells": [{}]}'])
def test_what_is_no_notebook_is_told_of(tmp_path: Path, text: str) -> None:
    source = tmp_path / "broken.ipynb"
    source.write_text(text, encoding="utf-8")
    with pytest.raises(UsageFault, match="broken.ipynb: The file is no notebook. Remedy: restore"):
        check_parameters(source, {"year": "2023"})


def test_right_parameters_get_their_types() -> None:
    assert check_parameters(SOURCE, {"year": "2023", "lang": "en"}) == {"year": 2023, "lang": "en"}


@pytest.mark.parametrize(
    ("years", "languages", "chapters", "rule"),
    [
        ([1999], ["en"], [], "no such edition"),
        ([2023], ["fr"], [], "no such language"),
        ([2023], ["en"], ["nothing"], "no such chapter"),
    ],
)
def test_unknown_things_are_refused(
    years: list[int], languages: list[str], chapters: list[str], rule: str
) -> None:
    with pytest.raises(UsageFault, match=rule):
        plan(load_book(), years, languages, chapters)


@pytest.mark.parametrize(
    ("code", "message"),
    [("raise ValueError('why')", "ValueError: why"), ("print('stray')", "it printed to stdout")],
)
def test_a_failed_run_leaves_what_was_there(tmp_path: Path, code: str, message: str) -> None:
    target = tmp_path / "out" / "scratch.ipynb"
    target.parent.mkdir()
    target.write_text("the last good one", encoding="utf-8")
    failure = execute(notebook(tmp_path, code), target, {"year": 2023}, "scratch")
    assert failure is not None
    assert message in failure.message
    assert failure.run == "scratch"
    assert target.read_text(encoding="utf-8") == "the last good one"
    assert [path.name for path in target.parent.iterdir()] == ["scratch.ipynb"]


def test_all_failures_are_listed_and_the_rest_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "NOTEBOOKS", tmp_path)
    monkeypatch.setattr(paths, "EXECUTED", tmp_path / "done")
    monkeypatch.setattr(paths, "CACHE", tmp_path / "cache")
    codes = {"audit": "1/0", "evaluation": "1", "overview": "raise KeyError('x')"}
    for name, code in codes.items():
        notebook(tmp_path, code).rename(tmp_path / f"{name}.ipynb")
    runs = [Run(name, 2023, "en") for name in codes]
    with pytest.raises(RunFailure, match="2 of 3 runs failed") as caught:
        run_all(runs)
    assert "2023/audit (en), cell 3: ZeroDivisionError" in str(caught.value)
    assert "KeyError" in str(caught.value)
    assert runs[1].target.exists()
    assert not runs[0].target.exists()


def test_nothing_of_the_machine_stays_in_a_notebook(tmp_path: Path) -> None:
    source = notebook(tmp_path, "x = 1")
    targets = [tmp_path / "a" / "x.ipynb", tmp_path / "b" / "x.ipynb"]
    for target in targets:
        assert execute(source, target, {"year": 2023}, "x") is None
    first, second = (target.read_text(encoding="utf-8") for target in targets)
    assert first == second
    assert str(tmp_path) not in first
    injected = nbformat.reads(first, as_version=4).cells[2]
    assert injected.metadata.tags == ["injected-parameters", "remove-cell"]
    assert normalise(nbformat.reads(first, as_version=4)) == first


def test_sections_that_say_nothing_are_dropped() -> None:
    def code(*outputs: str) -> NotebookNode:
        cell = new_code_cell("page.say()")
        cell.outputs = [new_output("display_data", {"text/plain": words}) for words in outputs]
        return cell

    cells = [
        *(new_markdown_cell("# T"), code()),
        *(new_markdown_cell("## Bare"), code()),
        *(new_markdown_cell("## With words\n\nThat lead to nothing."), code(), code()),
        *(new_markdown_cell("## Half"), code(), code("words")),
        *(new_markdown_cell("## Words alone\n\nThat need no cell."),),
    ]
    kept = without_empty_sections(new_notebook(cells=cells)).cells
    headings = [cell.source.partition("\n")[0] for cell in kept if cell.cell_type == "markdown"]
    assert headings == ["# T", "## Half", "## Words alone"]
    hidden = [
        cell.metadata.get("tags") == ["remove-cell"] for cell in kept if "page" in cell.source
    ]
    assert hidden == [False, True, True, True, False, False]


@pytest.mark.parametrize("whole", [True, False])
def test_only_a_stored_notebook_keeps_every_section(tmp_path: Path, whole: bool) -> None:
    path = notebook(tmp_path, "x = 1")
    tree = nbformat.read(path, as_version=4)
    tree.cells[2:2] = [new_markdown_cell("## Nothing")]
    nbformat.write(tree, path)
    text = executed(path, {}, "scratch", Engine.KERNEL, whole)
    assert isinstance(text, str)
    assert ("## Nothing" in text) is whole
