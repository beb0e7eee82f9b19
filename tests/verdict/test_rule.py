"""The book's own rule is data: applied step by step, and changed without touching code."""

import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from minsheng import paths
from minsheng.data import Edition, OwnRule, load_book, read_book
from minsheng.verdict import Assessment, Decided, Evidence, Ruling, State, assess, rule_on

BOOK = load_book()
RULE = BOOK.rules.own_rule
EDITION = BOOK.edition(2023)
ONE = assess(EDITION.view("urban_new_jobs"), "urban_new_jobs")


def judged(state: State, evidence: Evidence = Evidence.RECOMPUTABLE) -> Assessment:
    return replace(ONE, state=state, evidence=evidence)


REACHED = judged(State.ACHIEVED)
NOT_DECIDING = sorted(set(State) - {State.ACHIEVED, State.MISSED})


def result(results: Sequence[Assessment], rule: OwnRule = RULE) -> Ruling:
    return rule_on(rule, results).result


def decided(edition: Edition) -> Decided:
    view = edition.view("overview")
    return rule_on(edition.rules.own_rule, [assess(view, each.measure) for each in edition.judged])


def test_the_edition_of_2023_cannot_be_decided_and_says_why() -> None:
    found = decided(EDITION)
    assert (found.result, found.step) == (Ruling.OPEN, None)
    assert [each.promised.promise.measure for each in found.counted] == [
        "urban_new_jobs",
        "gig_market_districts",
        "disabled_employment",
    ]
    assert [(each.promised.promise.measure, each.state) for each in found.left_open] == [
        ("zero_employment_families", State.ASSERTED_ACHIEVED),
        ("jobless_graduates", State.STATED_ACHIEVED),
    ]
    assert RULE.results[found.result].en == "cannot be decided from what is published"
    assert all(RULE.reasons[each.state] for each in found.left_open)


@pytest.mark.parametrize("year", sorted(set(BOOK.editions()) - {2023}))
def test_no_other_edition_is_decided_either(year: int) -> None:
    found = decided(BOOK.edition(year))
    assert found.result is Ruling.OPEN
    assert found.left_open


def test_all_reached_by_numbers_that_can_be_recomputed() -> None:
    found = rule_on(RULE, [REACHED, REACHED])
    assert (found.result, found.left_open) == (Ruling.REACHED, ())


@pytest.mark.parametrize("evidence", sorted(set(Evidence) - {Evidence.RECOMPUTABLE}))
def test_a_result_that_cannot_be_recomputed_leaves_it_open(evidence: Evidence) -> None:
    assert result([REACHED, judged(State.ACHIEVED, evidence)]) is Ruling.OPEN


@pytest.mark.parametrize("state", NOT_DECIDING)
def test_anything_short_of_reached_leaves_it_open(state: State) -> None:
    assert result([REACHED, judged(state)]) is Ruling.OPEN


def test_one_missed_promise_is_enough() -> None:
    results = [REACHED, judged(State.UNDETERMINED), judged(State.MISSED)]
    assert result(results) is Ruling.MISSED


def test_an_edition_without_promises_has_reached_nothing() -> None:
    assert result([]) is Ruling.OPEN


# --- the same rule, changed in a copied data folder ---------------------------------------------


def changed(folder: Path, old: str, new: str) -> Edition:
    """Return the edition of 2023 from a copy of the data in which the rules read otherwise."""
    data = shutil.copytree(paths.DATA, folder / "data")
    path = data / "rules.yml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return read_book(data).edition(2023)


@pytest.mark.parametrize(
    ("share", "expected"),
    [("60", Ruling.REACHED), ('"60.01"', Ruling.OPEN), ('"61"', Ruling.OPEN)],
)
def test_a_share_changed_in_the_data_changes_the_result(
    tmp_path: Path, share: str, expected: Ruling
) -> None:
    """Three of the five promises of 2023 count: exactly 60 %."""
    edition = changed(tmp_path, "at_least_pct: 100", f"at_least_pct: {share}")
    assert decided(edition).result is expected


def test_a_number_changed_in_the_data_changes_the_result(tmp_path: Path) -> None:
    rule = changed(tmp_path, "at_least: 1\n", "at_least: 2\n").rules.own_rule
    assert result([REACHED, judged(State.MISSED)], rule) is Ruling.OPEN
    assert result([REACHED, judged(State.MISSED), judged(State.MISSED)], rule) is Ruling.MISSED


def test_evidence_and_states_changed_in_the_data_change_the_result(tmp_path: Path) -> None:
    edition = changed(
        tmp_path,
        "states: [achieved]\n      evidence: [recomputable]",
        "states: [achieved, stated_achieved, asserted_achieved]\n"
        "      evidence: [recomputable, stated, asserted]",
    )
    assert decided(edition).result is Ruling.REACHED
