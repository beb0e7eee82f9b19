"""Only what is due runs; what is kept comes back as it was; why is told."""

from pathlib import Path
from weakref import ref

import pytest
from nbformat import write
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from minsheng import paths
from minsheng.digests import Inputs
from minsheng.errors import RunFailure
from minsheng.run import Cache, Run, due_runs, incremental, run_all
from minsheng.run.due import LOST, NEVER, UNCHANGED, Due, longest_first
from minsheng.run.execute import Execution
from stored import shown

RUNS = [Run(name, 2023, "en") for name in ("audit", "evaluation")]
PARAMETERS = 'year: int = 2023  # edition\nlang: str = "en"  # language'


def notebook(run: Run, code: str) -> None:
    cells = [
        new_markdown_cell("# T"),
        new_code_cell(PARAMETERS, metadata={"tags": ["parameters"]}),
        new_code_cell(code),
    ]
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    write(new_notebook(cells=cells, metadata={"kernelspec": kernel}), run.source)


@pytest.fixture
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("NOTEBOOKS", "EXECUTED", "CACHE"):
        folder = tmp_path / name.lower()
        folder.mkdir()
        monkeypatch.setattr(paths, name, folder)
    for run in RUNS:
        notebook(run, f"'{run.chapter}'")
    return tmp_path


def names(runs: list[Run]) -> list[str]:
    return sorted(run.chapter for run in runs)


def whys() -> list[str]:
    return [each.why for each in due_runs(RUNS, {}, Inputs.take(), Cache.of_checkout())]


@pytest.mark.usefixtures("scratch")
def test_only_what_is_due_runs() -> None:
    assert whys() == [NEVER, NEVER]
    assert names(run_all(RUNS)) == ["audit", "evaluation"]
    texts = [run.target.read_text(encoding="utf-8") for run in RUNS]
    stamps = [run.target.stat().st_mtime_ns for run in RUNS]
    assert whys() == [UNCHANGED, UNCHANGED]
    assert run_all(RUNS) == []
    assert [run.target.stat().st_mtime_ns for run in RUNS] == stamps
    notebook(RUNS[1], "'another'")
    assert whys() == [UNCHANGED, "evaluation.ipynb changed"]
    assert names(run_all(RUNS)) == ["evaluation"]
    notebook(RUNS[1], "'evaluation'")
    assert run_all(RUNS) == []
    assert [run.target.read_text(encoding="utf-8") for run in RUNS] == texts


@pytest.mark.usefixtures("scratch")
def test_a_result_that_was_spoilt_is_done_again() -> None:
    run_all(RUNS)
    text = RUNS[0].target.read_text(encoding="utf-8")
    kept = [path for path in (paths.CACHE / "results").rglob("*") if path.is_file()]
    (spoilt,) = (path for path in kept if path.read_text(encoding="utf-8") == text)
    spoilt.write_text(text.replace("audit", "false"), encoding="utf-8")
    RUNS[0].target.unlink()
    assert whys() == [LOST, UNCHANGED]
    assert names(run_all(RUNS)) == ["audit"]
    assert RUNS[0].target.read_text(encoding="utf-8") == text
    assert spoilt.read_text(encoding="utf-8") == text


@pytest.mark.usefixtures("scratch")
def test_what_stands_in_the_place_of_a_result_is_put_right() -> None:
    run_all(RUNS)
    text = RUNS[0].target.read_text(encoding="utf-8")
    RUNS[0].target.write_text("something else", encoding="utf-8")
    assert run_all(RUNS) == []
    assert RUNS[0].target.read_text(encoding="utf-8") == text


@pytest.mark.usefixtures("scratch")
def test_a_failed_run_is_not_kept() -> None:
    notebook(RUNS[0], "1 / 0")
    for _ in range(2):
        with pytest.raises(RunFailure, match="1 of 2 runs failed"):
            run_all(RUNS)
        assert whys()[1] == UNCHANGED
        assert whys()[0] == NEVER


@pytest.mark.usefixtures("scratch")
def test_nothing_is_kept_that_ran_while_its_inputs_changed() -> None:
    later = Inputs.take()
    stale = Inputs({**later.digests, "data/figures/2023.csv": "as it was before"}, {})
    with pytest.raises(RunFailure, match="changed while the notebooks ran: data/figures/2023.csv"):
        run_all(RUNS, inputs=stale)
    assert whys() == [NEVER, NEVER]


class Text(str):
    """A text that tells when nobody holds it any more."""

    __slots__ = ("__weakref__",)


@pytest.mark.usefixtures("scratch")
def test_no_more_than_one_kept_result_is_held_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    run_all(RUNS)
    found, held = list[ref[Text]](), list[int]()
    kept = Cache.result

    def watched(cache: Cache, fingerprint: str) -> Text:
        text = Text(kept(cache, fingerprint))
        found.append(ref(text))
        return text

    monkeypatch.setattr(Cache, "result", watched)
    run_all(RUNS, ended=lambda _: held.append(sum(each() is not None for each in found)))
    assert held == [1] * len(RUNS)


@pytest.mark.usefixtures("scratch")
def test_the_longest_run_begins_first(monkeypatch: pytest.MonkeyPatch) -> None:
    run_all(RUNS)
    found = [*due_runs(RUNS, {}, Inputs.take(), Cache.of_checkout())]
    assert all(0 < each.seconds < 600 for each in found)

    def cost(due: Due, seconds: float) -> Due:
        return Due(due.run, due.parameters, due.fingerprint, None, seconds, "")

    short, long = cost(found[0], 1.0), cost(found[1], 2.0)
    unknown = cost(found[0], float("inf"))
    assert longest_first([short, long, unknown]) == [unknown, long, short]
    began: list[str] = []

    class Recorder:
        def ended(self, tasks: dict[Run, object], *, whole: bool = True) -> list[object]:
            assert not whole
            began.extend(run.chapter for run in tasks)
            return []

    monkeypatch.setattr(incremental, "due_runs", lambda *_: [short, long])
    run_all(RUNS, how=Recorder())
    assert began == ["evaluation", "audit"]


@pytest.mark.usefixtures("scratch")
def test_two_editions_with_other_charts_share_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "NOTEBOOKS", paths.ROOT / "notebooks")
    runs = [Run("urban_new_jobs", year, "en") for year in (2020, 2021, 2023)]
    side = {each: each.target for each in runs}
    run_all(runs, how=Execution(jobs=3))
    together = {run: path.read_text(encoding="utf-8") for run, path in side.items()}
    monkeypatch.setattr(paths, "CACHE", paths.CACHE.with_name("other"))
    for run in runs:
        run_all([run], how=Execution(jobs=1))
        assert run.target.read_text(encoding="utf-8") == together[run]
    drawings = {
        each["text/html"]
        for run in runs
        for each in shown(run.target)
        if "<svg" in each.get("text/html", "")
    }
    assert len(drawings) >= 2
