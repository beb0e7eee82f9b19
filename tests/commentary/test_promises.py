"""What the sentences of 2023 say, how their numbers are tagged, and what none may claim."""

from dataclasses import replace

import pytest

from commentary.golden.file import PATHS
from minsheng.commentary import promises as sentence
from minsheng.data import load_book
from minsheng.language import Language
from minsheng.verdict import Assessment, assess

ENGLISH = Language("en")
VIEW = load_book().edition(2023).view("overview")


def judged(measure: str) -> Assessment:
    return assess(VIEW, measure)


JOBS = judged("urban_new_jobs")


def test_the_numbers_are_tagged() -> None:
    html = sentence.reached(ENGLISH, JOBS).html
    assert (
        '<data class="fact" value="219900" data-figure="2023.urban_new_jobs.actual" '
        'data-how="published">219,900 persons</data>'
    ) in html


def test_completion_and_gap() -> None:
    completion, gap = sentence.completion(ENGLISH, JOBS), sentence.gap(ENGLISH, JOBS)
    assert completion is not None
    assert "109.925–109.975%, so the two agree" in completion.plain
    assert gap is not None
    assert gap.plain == "That is 19,850–19,950 persons more than the target."


def test_growth_base_and_ambition() -> None:
    growth, ambitious = sentence.growth(ENGLISH, JOBS), sentence.ambitious(ENGLISH, JOBS)
    assert growth is not None
    assert "the base the source used was 216,900–217,100 persons" in growth.plain
    assert ambitious is not None
    assert "at most 92.2% of what the recovered base gives" in ambitious.plain


FORBIDDEN = ("created", "net growth", "kept", "record", "weakened", "competition", "projection")


@pytest.mark.parametrize("word", FORBIDDEN)
def test_no_sentence_claims_what_the_book_must_not_say(word: str) -> None:
    said = [line for line in PATHS["en"].read_text(encoding="utf-8").splitlines() if word in line]
    assert said == []


def test_a_promise_without_figures_says_where_it_stands() -> None:
    promise = judged("zero_employment_families").promised.promise
    assert sentence.places(ENGLISH, promise).plain == (
        "No published figure stands behind this page. The promise stands in part 1, paragraph 1, "
        "sentence 3 of its source, and what the source says of it in part 3(1), paragraph 1, "
        "sentence 1."
    )
    voted_only = sentence.places(ENGLISH, replace(promise, claim_locator="")).plain
    assert voted_only.endswith("sentence 3 of its source.")
