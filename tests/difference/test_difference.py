"""Two editions differ in data alone; between two states of one, data and method are told apart."""

import shutil
from pathlib import Path

import pytest

from minsheng import paths
from minsheng.comparability import Condition
from minsheng.data import Book, load_book, read_book
from minsheng.difference import Difference, Kind, Nature, between_editions, between_revisions
from minsheng.language import LANGUAGES, Language
from minsheng.site.differences import differences
from minsheng.site.here import Here

ENGLISH = Language("en")
JOBS = "urban_new_jobs"


@pytest.fixture(scope="module")
def found() -> Difference:
    book = load_book()
    return between_editions(ENGLISH, book.edition(2021), book.edition(2023))


def test_between_editions_nothing_of_the_method_differs(found: Difference) -> None:
    assert {each.nature for each in found.changes} == {Nature.DATA}
    assert found.of(Kind.RULE) == ()


def test_promises_states_figures_and_sentences_differ(found: Difference) -> None:
    states = {each.key: each for each in found.of(Kind.STATE)}
    before, after = states[JOBS].before, states[JOBS].after
    assert before is not None
    assert after is not None
    assert (before.plain, after.plain) == ("on schedule", "reached by the cut-off")
    promises = {each.key for each in found.of(Kind.PROMISE)}
    assert {JOBS, "vocational_training", "jobless_graduates"} <= promises
    figures = {each.key: each for each in found.of(Kind.FIGURE)}
    assert figures["vocational_training.target"].after is None
    assert figures["jobless_graduates.actual"].before is None
    assert {each.key for each in found.of(Kind.SENTENCE)} == promises


def test_both_refusals_are_said_in_words(found: Difference) -> None:
    refused = {each.later.measure: each for each in found.compared if each.refused is not None}
    assert refused[JOBS].refused is Condition.MONTHS
    said = refused[JOBS].said.plain
    assert "124,200" in said
    assert "219,900" in said
    assert "the two do not cover the same months" in said
    demand = refused["labour_demand"]
    assert demand.refused is Condition.NOT_DECLARED
    assert "they are not shown to be one series" in demand.said.plain


def test_the_same_months_of_two_editions_are_computed() -> None:
    book = load_book()
    found = between_editions(ENGLISH, book.edition(2020), book.edition(2021))
    jobs = next(each for each in found.compared if each.later.measure == JOBS)
    assert jobs.refused is None
    assert "the same months of two years" in jobs.said.plain


def test_an_edition_does_not_differ_from_itself() -> None:
    book = load_book()
    assert between_editions(ENGLISH, book.edition(2023), book.edition(2023)).changes == ()
    assert between_revisions(ENGLISH, book, book, 2023).changes == ()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(paths.DATA, tmp_path / "data"))


def edited(folder: Path, name: str, old: str, new: str) -> Book:
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return read_book(folder)


def edit_figure(folder: Path) -> Book:
    """Let 33 more persons than promised be 33 fewer."""
    row = "2023.disabled_employment.actual,disabled_employment,330200,2023-01/2023-10,"
    text = (folder / "figures/2023.csv").read_text(encoding="utf-8")
    line = next(each for each in text.splitlines() if each.startswith(row[:40]))
    return edited(folder, "figures/2023.csv", line, line.replace(",779,", ",567,"))


def edit_rule(folder: Path) -> Book:
    """Let three recomputable promises of five be enough."""
    return edited(folder, "rules.yml", "at_least_pct: 100", "at_least_pct: 60")


def natures(found: Difference) -> dict[Kind, set[Nature]]:
    return {kind: {each.nature for each in found.of(kind)} for kind in Kind if found.of(kind)}


def test_a_changed_figure_is_a_change_of_data(folder: Path) -> None:
    found = between_revisions(ENGLISH, edit_figure(folder), load_book(), 2023)
    assert {nature for each in natures(found).values() for nature in each} == {Nature.DATA}
    (figure,) = found.of(Kind.FIGURE)
    assert figure.key == "2023.disabled_employment.actual"
    (state,) = found.of(Kind.STATE)
    assert state.key == "disabled_employment"


def test_a_changed_rule_is_a_change_of_method(folder: Path) -> None:
    found = between_revisions(ENGLISH, load_book(), edit_rule(folder), 2023)
    assert {nature for each in natures(found).values() for nature in each} == {Nature.METHOD}
    (rule,) = found.of(Kind.RULE)
    assert rule.key.startswith("rules.own_rule.steps.")
    assert found.of(Kind.FIGURE) == found.of(Kind.STATE) == ()
    assert len(found.of(Kind.RESULT)) == 1


def test_both_at_once_are_told_apart(folder: Path) -> None:
    edit_figure(folder)
    found = between_revisions(ENGLISH, load_book(), edit_rule(folder), 2023)
    kinds = natures(found)
    assert kinds[Kind.FIGURE] == kinds[Kind.STATE] == {Nature.DATA}
    assert kinds[Kind.RULE] == {Nature.METHOD}
    # Three of five were enough under the new rule, and two are not.
    assert kinds[Kind.RESULT] == {Nature.METHOD, Nature.DATA}


def test_a_comparison_no_longer_declared_is_a_change_of_method(folder: Path) -> None:
    declared = "- kind: completion\n        why:\n          en: target and actual name"
    after = edited(folder, "catalogue.yml", declared, declared.replace("completion", "base"))
    found = between_revisions(ENGLISH, load_book(), after, 2023)
    (state,) = found.of(Kind.STATE)
    assert (state.key, state.nature) == (JOBS, Nature.METHOD)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_shows_every_pair_and_both_refusals(lang: str) -> None:
    shown = differences(Language(lang), Here(Path()))
    html = shown.html(Language(lang))
    assert html.count("<table>") >= len(load_book().editions()) - 1
    for figure in ("2021.urban_new_jobs.actual", "2021.labour_demand.actual"):
        assert f'data-figure="{figure}"' in html
    assert shown.plain


def test_the_page_says_where_a_promise_stood_in_both_editions_also_where_that_is_the_same() -> None:
    lines = differences(ENGLISH, Here(Path())).plain.splitlines()
    both = [line for line in lines if line.count("Where it stood: on schedule.") == 2]
    assert [line.partition(" |")[0] for line in both] == ["New urban jobs"]


def test_what_two_editions_give_together_names_its_measure() -> None:
    said = differences(ENGLISH, Here(Path())).plain
    assert "New urban jobs: Growth from 124,200 persons" in said
