"""A fingerprint holds what a run depends on: all of it, and of the figures nothing more."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from minsheng import digests, paths
from minsheng.chapters import across, page
from minsheng.data import Bilingual, Book, Figure, load_book
from minsheng.data.known import known_across, known_figures
from minsheng.digests import Inputs
from minsheng.run import Run, plan
from minsheng.run.child import in_children
from minsheng.run.engine import Engine
from minsheng.run.fingerprint import Fingerprint, Fingerprints
from minsheng.run.notebook import executed

GRADUATES = Run("jobless_graduates", 2023, "en")


def parameters(run: Run) -> dict[str, int | str]:
    return run.own


def fingerprint(run: Run, book: Book | None = None, inputs: Inputs | None = None) -> Fingerprint:
    return Fingerprints(book or load_book(), inputs or Inputs.take()).of(run, parameters(run))


def with_figure(change: Callable[[Figure], Figure], *figure_ids: str) -> Book:
    """Return the book with some of its figures changed."""
    book = load_book()

    def changed(figures: tuple[Figure, ...]) -> tuple[Figure, ...]:
        return tuple(change(each) if each.figure_id in figure_ids else each for each in figures)

    return replace(book, figures=changed(book.figures), context=changed(book.context))


def other(figure: Figure) -> Figure:
    """Return a figure with everything altered but what it is about and where it was found."""
    words = Bilingual("altered", "改动")
    return replace(
        figure, printed="77.77", scale=1, period=None, region="100000", locator="", note=words
    )


def other_number(figure: Figure) -> Figure:
    """Return a figure altered in the same way, in its own region."""
    return replace(other(figure), region=figure.region)


def runs_changed_by(book: Book) -> set[str]:
    inputs = Inputs.take()
    before, after = Fingerprints(load_book(), inputs), Fingerprints(book, inputs)
    return {
        run.name
        for run in plan(load_book())
        if before.of(run, parameters(run)).value != after.of(run, parameters(run)).value
    }


def in_both(*chapters: str) -> set[str]:
    return {f"{chapter} ({lang})" for chapter in chapters for lang in ("en", "zh")}


def test_a_changed_figure_concerns_the_chapters_that_read_it_and_no_other() -> None:
    audits = in_both("2020/audit", "2021/audit", "2023/audit")
    insured = "2023.linghuobao_insured.actual"
    readers = in_both("2023/gig_markets", "2023/evaluation") | audits
    assert runs_changed_by(with_figure(other_number, insured)) == readers
    moved = runs_changed_by(with_figure(other, insured))
    assert moved == readers | in_both("trends", "peers")
    market = in_both("2021/labour_market", "2023/labour_market")
    assert (
        runs_changed_by(with_figure(other_number, "2023.labour_demand.actual")) == market | audits
    )


def test_a_figure_that_only_moved_to_another_line_concerns_nobody() -> None:
    moved = with_figure(lambda each: replace(each, row=each.row + 7), "2023.labour_demand.actual")
    assert runs_changed_by(moved) == set()


def test_an_order_that_changed_concerns_those_that_read_both() -> None:
    book = load_book()
    assert runs_changed_by(replace(book, figures=book.figures[::-1])) >= {"2023/gig_markets (en)"}


def altered_beyond(run: Run) -> Book:
    """Return the book with every figure altered that the run may not know."""
    every = (*load_book().figures, *load_book().context)
    if run.is_across:
        promised = {each.measure for each in load_book().promises}
        known, alteration = known_across(every, promised), other_number
    else:
        known = known_figures(load_book().edition(run.year).view(run.chapter))
        alteration = other
    beyond = [each.figure_id for each in every if f"figure {each.figure_id}" not in known]
    return with_figure(alteration, *beyond)


def text_of(run: Run, altered: bool, folder: Path) -> str:
    """Return the notebook of a run, also where all that it may not know is altered."""
    book = altered_beyond(run) if altered else load_book()
    for opened in (page, across):
        opened.load_book = lambda: book  # type: ignore[misc]
    text = executed(run.source, parameters(run), run.name, Engine.WARM, False, folder)
    assert isinstance(text, str), text
    return text


@pytest.mark.slow
def test_no_run_depends_on_a_figure_beyond_its_fingerprint(tmp_path: Path) -> None:
    runs = [run for run in plan(load_book()) if run.lang == "en"]
    keys = [(run, altered) for run in runs for altered in (False, True)]
    work = [(key, (*key, tmp_path / str(place))) for place, key in enumerate(keys)]
    found = dict(in_children(text_of, work, jobs=2))
    for run in runs:
        assert isinstance(found[run, False], str), f"{run}: {found[run, False]}"
        assert found[run, False] == found[run, True], run.name


def test_stored_outputs_do_not_count(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = fingerprint(GRADUATES).own["notebooks/jobless_graduates.ipynb"]
    text = GRADUATES.source.read_text(encoding="utf-8")
    monkeypatch.setattr(paths, "NOTEBOOKS", tmp_path)
    for old, new, same in (
        ('"execution_count": 2', '"execution_count": 9', True),
        ("# ", "#", False),
    ):
        assert old in text
        GRADUATES.source.write_text(text.replace(old, new), encoding="utf-8")
        (digest,) = (
            value for name, value in fingerprint(GRADUATES).own.items() if name.endswith("ipynb")
        )
        assert (digest == before) is same


@pytest.mark.parametrize(
    "name",
    [
        *("data/promises.csv", "data/catalogue.yml", "requirements.txt", "package matplotlib"),
        *("Python", "src/minsheng/charts/svg.py", "src/minsheng/run/normalise.py"),
        *("src/minsheng/fonts/MinshengSans-Regular.ttf", "src/minsheng/quantity/interval.py"),
    ],
)
def test_what_most_runs_share_is_part_of_it(name: str) -> None:
    assert name in fingerprint(GRADUATES).common


def test_what_no_chapter_reads_is_not() -> None:
    found = fingerprint(GRADUATES).pieces
    assert not [name for name in found if name.startswith(("src/minsheng/site/", "book/"))]
    assert "data/datapackage.json" not in found


def test_each_language_has_its_catalogue() -> None:
    catalogue = "locale/zh_CN/LC_MESSAGES/minsheng.po"
    assert catalogue not in fingerprint(GRADUATES).common
    assert catalogue in fingerprint(Run("jobless_graduates", 2023, "zh")).common


def test_another_version_of_a_package_is_another_fingerprint(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = fingerprint(GRADUATES)
    monkeypatch.setattr(digests, "versions", lambda names: dict.fromkeys(names, "0"))
    after = fingerprint(GRADUATES)
    assert after.common["package matplotlib"] == "0"
    assert before.value != after.value


def test_inputs_that_changed_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "ROOT", tmp_path)
    for name in ("data/figures.csv", "_config.yml"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("before", encoding="utf-8")
    inputs = Inputs.take()
    assert inputs.changed() == []
    (tmp_path / "_config.yml").write_text("before", encoding="utf-8")
    assert inputs.changed() == []
    (tmp_path / "data" / "figures.csv").write_text("after!", encoding="utf-8")
    (tmp_path / "data" / "new.csv").write_text("new", encoding="utf-8")
    assert inputs.changed() == ["data/figures.csv", "data/new.csv"]
