"""The book's own rule over the states of all promises, step by step."""

from dataclasses import replace

import pytest

from minsheng.data import load_book
from minsheng.verdict import Assessment, Evidence, Ruling, State, assess, ruling

EDITION = load_book().edition(2023)
ONE = assess(EDITION.view("urban_new_jobs"), "urban_new_jobs")


def judged(state: State, evidence: Evidence = Evidence.RECOMPUTABLE) -> Assessment:
    return replace(ONE, state=state, evidence=evidence)


REACHED = judged(State.ACHIEVED)
NOT_DECIDING = sorted(set(State) - {State.ACHIEVED, State.MISSED})


def test_the_edition_of_2023_cannot_be_decided() -> None:
    view = EDITION.view("overview")
    results = [assess(view, promise.measure) for promise in EDITION.promises]
    assert ruling(results) is Ruling.OPEN


def test_all_reached_by_numbers_that_can_be_recomputed() -> None:
    assert ruling([REACHED, REACHED]) is Ruling.ALL_REACHED


@pytest.mark.parametrize("evidence", sorted(set(Evidence) - {Evidence.RECOMPUTABLE}))
def test_a_result_that_cannot_be_recomputed_leaves_it_open(evidence: Evidence) -> None:
    assert ruling([REACHED, judged(State.ACHIEVED, evidence)]) is Ruling.OPEN


@pytest.mark.parametrize("state", NOT_DECIDING)
def test_anything_short_of_reached_leaves_it_open(state: State) -> None:
    assert ruling([REACHED, judged(state)]) is Ruling.OPEN


def test_one_missed_promise_is_enough() -> None:
    assert ruling([REACHED, judged(State.UNDETERMINED), judged(State.MISSED)]) is Ruling.MISSED


def test_an_edition_without_promises_has_reached_nothing() -> None:
    assert ruling([]) is Ruling.OPEN
