"""The pieces of the bench do what they say: the same outputs from each, and marked cities."""

import json
import sys
from collections import Counter
from pathlib import Path

import nbformat
import pytest

import stored
from bench import tasks
from bench.building import FIGURE, FIGURES, knowing, runs_in, spread
from bench.cities import is_marked, lay_cities
from bench.execution import CORES, lay_book, prepared, process
from bench.growth import Grown, duel, rates
from bench.machine import machine
from bench.measure import Failed, Series, compared, run, shown
from bench.project import copied
from bench.record import PARTS, main
from minsheng import paths
from minsheng.data import load_book, read_book
from minsheng.run.execute import surroundings

CHOSEN = [task for task in tasks.every() if task.name in ("2023-audit-zh", "trends-en")]


def test_the_floor_and_papermill_show_the_same(tmp_path: Path) -> None:
    for kind in ("plain", "loop"):
        (tmp_path / kind).mkdir()
        with surroundings():
            process(kind, CORES)(CHOSEN, tmp_path / kind)
    assert len(CHOSEN) == 2
    for task in CHOSEN:
        plain = json.loads(task.target(tmp_path / "plain").read_text(encoding="utf-8"))
        kept = [dict(sorted(bundle.items())) for cell in plain for bundle in cell]
        assert kept == stored.shown(task.target(tmp_path / "loop")), task.name
        assert len(kept) > 3


def test_shares_of_the_list_are_all_of_it() -> None:
    every = tasks.every()
    taken = [task for repeat in range(5) for task in tasks.share(every, repeat, 5)]
    assert sorted(task.name for task in taken) == sorted(task.name for task in every)
    assert len({task.name for task in every}) == len(every)


def test_prepared_notebooks_hold_their_parameters_and_no_output(tmp_path: Path) -> None:
    (path, *_) = prepared(CHOSEN, tmp_path)
    notebook = nbformat.read(path, as_version=4)
    assert 'lang = "zh"' in "\n".join(cell.source for cell in notebook.cells)
    assert not any(cell.get("outputs") for cell in notebook.cells)
    lay_book(tmp_path, [path.stem], "force")
    assert path.stem in (tmp_path / "_toc.yml").read_text(encoding="utf-8")


def test_the_runs_that_may_know_a_figure_are_counted_in_both_languages() -> None:
    book, counts = load_book(), knowing()
    assert counts.keys() == book.figure_by_id.keys()
    figure = book.figure_by_id["2023.disability_fair_posts.actual"]
    edition = book.edition(2023)
    reading = [
        each for each in edition.chapters() if figure.measure in edition.view(each).chapter.reads
    ]
    assert "audit" in reading
    assert counts[figure.figure_id] >= 2 * len(reading)
    assert all(number % 2 == 0 for number in counts.values())
    told = spread(Counter(a=2, b=4, c=12))
    assert told == (
        "Each of the 3 figures may be known to between 2 and 12 runs, "
        "half of the figures to 4 or fewer."
    )


def test_made_up_cities_are_a_book_and_say_so() -> None:
    with copied() as copy:
        lay_cities(copy, 3)
        assert is_marked(copy)
        book = read_book(copy.root / "data")
        assert book.edition(2023).chapters() == ("city_000_0", "city_000_1", "city_000_2")
        said = copy.minsheng("run", "--chapter", "city_000_1")
        assert runs_in(said) == 2
        made = copy.built / "notebooks" / "en" / "2023" / "city_000_1.ipynb"
        assert any('data-figure="2023.city_000.actual"' in str(each) for each in stored.shown(made))


def test_the_figure_that_is_changed_is_there() -> None:
    assert FIGURE.search((paths.ROOT / FIGURES).read_text(encoding="utf-8"))


def test_medians_and_ratios() -> None:
    own, other = Series("own"), Series("other")
    for seconds in (1.0, 3.0, 2.0):
        own.add(seconds * 2, 2)
        other.add(seconds * 10)
    assert (own.median, own.times(own), other.times(own)) == (2.0, "1.00", "10.00")
    assert "| other | 1 | 3 | 20.0 | 10.0 | 30.0 | 10.00 |" in compared([other], own, "runs", "run")
    assert [shown(each) for each in (0.1234, 1.234, 12.34, 123.4)] == [
        "0.123",
        "1.23",
        "12.3",
        "123",
    ]


def series(*samples: float) -> Series:
    made = Series("made up")
    for seconds in samples:
        made.add(seconds)
    return made


def test_what_was_built_since_goes_out_of_the_way() -> None:
    with copied() as copy:
        for name in ("cache/kept", "read/kept", "read/new", "site/new"):
            (copy.built / name).parent.mkdir(parents=True, exist_ok=True)
            if name.endswith("kept"):
                (copy.built / name).touch()
        before = copy.state()
        for name in ("read/new", "site/new", ".built"):
            (copy.built / name).touch()
        copy.back_to(before)
        assert copy.state() == before == {"cache/kept", "read/kept"}
        copy.forget()
        assert not copy.built.exists()


def test_growth_is_told_per_run_and_per_page() -> None:
    found = [
        Grown(10, 10, 50, series(20), 60, 1, series()),
        Grown(100, 90, 60, series(250, 300, 310), 65, 5, series(800, 900, 1000)),
    ]
    assert "0.90 times, of a page 1.50 times, peak memory by 10 MiB" in rates(found)[0]
    assert "3.00 times" in duel(found[1])
    assert duel(found[0]) == ""


def test_a_contestant_that_fails_is_no_measurement() -> None:
    with pytest.raises(Failed, match="ZeroDivisionError"):
        run([sys.executable, "-c", "1 / 0"])


def test_what_only_tests_bring_is_hidden() -> None:
    hidden = "import importlib.util as u; print(u.find_spec('hypothesis').origin)"
    assert run([sys.executable, "-c", hidden]).strip().endswith("bench/hidden/hypothesis.py")


def test_an_unknown_part_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["nothing"]) == 2
    said = capsys.readouterr().err
    assert all(part in said for part in PARTS)


def test_the_machine_is_described_and_not_named() -> None:
    assert "cores" in machine()
    assert paths.ROOT.as_posix() not in machine()
