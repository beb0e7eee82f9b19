"""Golden sentences: one for every state, and none that claims what the cut-off does not allow."""

from dataclasses import replace
from fractions import Fraction

import pytest

from minsheng.commentary import promises as sentence
from minsheng.comparability import Comparing, Condition, Refused
from minsheng.data import load_book
from minsheng.language import Language
from minsheng.quantity import Interval
from minsheng.verdict import Assessment, Evidence, State, assess, decide

ENGLISH = Language("en")
VIEW = load_book().edition(2023).view("overview")


def judged(measure: str) -> Assessment:
    return assess(VIEW, measure)


JOBS = judged("urban_new_jobs")
SAID = {
    State.NOT_PUBLISHED: "No figure on this promise has been published yet",
    State.NOT_COMPARABLE: "may not be set against the target of 200,000 persons: the two are "
    "read in different units",
    State.NOT_COMPUTABLE: "no target is printed",
    State.UNDETERMINED: "what is published leaves open where the promise stood",
    State.ACHIEVED: "by the cut-off the target had been reached",
    State.ON_SCHEDULE: "was on schedule for an even spread",
    State.BEHIND: "was behind an even spread",
    State.MISSED: "the year is over and the target was not reached",
    State.STATED_ACHIEVED: "The report states a coverage of 100%",
    State.ASSERTED_ACHIEVED: "it prints no figure",
}


@pytest.mark.parametrize("state", State)
def test_every_state_has_its_sentence(state: State) -> None:
    result = judged("jobless_graduates") if state is State.STATED_ACHIEVED else JOBS
    promised = result.promised
    if state is State.NOT_COMPARABLE:
        assert promised.actual is not None
        assert promised.target is not None
        pair = (promised.actual, promised.target)
        promised = replace(promised, refused=Refused(Comparing.COMPLETION, *pair, Condition.UNIT))
    said = sentence.reached(ENGLISH, replace(result, state=state, promised=promised))
    assert SAID[state] in said.plain


@pytest.mark.parametrize(
    ("printed", "state", "said"),
    [
        ("99.5", State.ON_SCHEDULE, " of 99.5%, which is short of the whole"),
        ("80.0", State.BEHIND, " of 80.0%, which is short of the whole"),
        ("100.0", State.UNDETERMINED, "what is published leaves open where the promise stood"),
    ],
)
@pytest.mark.parametrize("place", ["coverage", "stated_rate"])
def test_a_rate_alone(printed: str, state: State, said: str, place: str) -> None:
    promised = judged("jobless_graduates").promised
    assert promised.coverage is not None
    rate = replace(promised.coverage, printed=printed, precision=None)
    promised = replace(promised, **{"coverage": None, place: rate})
    result = replace(JOBS, promised=promised, state=decide(promised))
    assert result.state is state
    words = sentence.reached(ENGLISH, result).plain
    assert said in words
    assert ("states a coverage" if place == "coverage" else "states a completion") in words


@pytest.mark.parametrize("evidence", Evidence)
def test_every_evidence_has_its_sentence(evidence: Evidence) -> None:
    assert sentence.evidence(ENGLISH, replace(JOBS, evidence=evidence)).plain


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


def test_a_contradicted_completion_is_said() -> None:
    promised = JOBS.promised
    assert promised.stated_rate is not None
    wrong = replace(promised.stated_rate, printed="108.95")
    said = sentence.completion(
        ENGLISH, replace(JOBS, promised=replace(promised, stated_rate=wrong))
    )
    assert said is not None
    assert "so the two disagree" in said.plain


def test_a_shortfall_is_said() -> None:
    done = JOBS.promised.completion
    assert done is not None
    short = replace(done, gap=Interval(Fraction(-200), Fraction(-100)))
    result = replace(JOBS, state=State.BEHIND, promised=replace(JOBS.promised, completion=short))
    said = sentence.gap(ENGLISH, result)
    assert said is not None
    assert said.plain == "That is 100–200 persons less than the target."


def test_growth_base_and_ambition() -> None:
    growth, ambitious = sentence.growth(ENGLISH, JOBS), sentence.ambitious(ENGLISH, JOBS)
    assert growth is not None
    assert "the base the source used was 216,900–217,100 persons" in growth.plain
    assert ambitious is not None
    assert "at most 92.2% of what the recovered base gives" in ambitious.plain


def test_what_does_not_exist_is_not_said() -> None:
    families = judged("zero_employment_families")
    for say in (sentence.completion, sentence.gap, sentence.even_spread, sentence.growth):
        assert say(ENGLISH, families) is None
    assert sentence.flip(ENGLISH, families) is None
    assert sentence.ambitious(ENGLISH, families) is None


FORBIDDEN = ("created", "net growth", "kept its", "record", "weakened", "competition", "projection")


@pytest.mark.parametrize("promise", VIEW.promises(), ids=lambda promise: promise.measure)
@pytest.mark.parametrize("word", FORBIDDEN)
def test_forbidden_claims(promise: object, word: str) -> None:
    result = judged(promise.measure)  # type: ignore[attr-defined]
    says = (sentence.reached, sentence.completion, sentence.gap, sentence.growth, sentence.flip)
    said = " ".join(each.plain for say in says if (each := say(ENGLISH, result)))
    assert word not in said


def test_a_promise_without_figures_says_where_it_stands() -> None:
    promise = judged("zero_employment_families").promised.promise
    assert sentence.places(ENGLISH, promise).plain == (
        "No published figure stands behind this page. The promise stands in part 1, paragraph 1, "
        "sentence 3 of the report, and what the report says of it in part 3(1), paragraph 1, "
        "sentence 1."
    )
    voted_only = sentence.places(ENGLISH, replace(promise, claim_locator="")).plain
    assert voted_only.endswith("sentence 3 of its source.")
