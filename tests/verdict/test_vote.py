"""Zhenhai's rule for votes on its eight tallies, its overlap, and a missing quorum."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minsheng.data import Opinion, Vote, load_book
from minsheng.verdict import ambiguous, back_test, tally

BOOK = load_book()
RULE = BOOK.rules.votes["zhenhai"]
VOTES = [each for each in BOOK.votes if each.rule == "zhenhai"]
SATISFIED, BASICALLY, NOT = Opinion


def cast(satisfied: int, basically: int, not_satisfied: int = 0, **other: object) -> Vote:
    counts = dict(zip(Opinion, (satisfied, basically, not_satisfied), strict=True))
    total = satisfied + basically + not_satisfied
    return replace(VOTES[0], cast=counts, present=total, **other)  # type: ignore[arg-type]


def test_the_eight_tallies_are_those_of_the_table() -> None:
    assert [tuple(each.cast.values()) for each in VOTES] == [
        (28, 1, 0), (20, 8, 1), (26, 3, 0), (29, 0, 0), (17, 11, 1), (26, 3, 0), (17, 11, 1),
        (28, 1, 0),
    ]  # fmt: skip
    assert {(each.present, each.members, each.quorum, each.result) for each in VOTES} == {
        (29, None, None, SATISFIED)
    }


@pytest.mark.parametrize("members", range(29, 35))
def test_from_29_to_34_members_all_eight_results_follow(members: int) -> None:
    assert all(tally(RULE, each, members).follows for each in VOTES)


def test_at_35_members_two_do_not() -> None:
    failing = [each for each in VOTES if not tally(RULE, each, 35).follows]
    assert [each.project.zh for each in failing] == ["老年护理照料中心建设", "隧道口停车场新建工程"]
    assert {tally(RULE, each, 35).opinions for each in failing} == {(BASICALLY,)}


def test_the_back_test_runs_from_those_present_to_the_first_misfit() -> None:
    found = list(back_test(RULE, VOTES))
    assert [(each.members, len(each.failing)) for each in found] == [
        (29, 0), (30, 0), (31, 0), (32, 0), (33, 0), (34, 0), (35, 2),
    ]  # fmt: skip


def test_a_back_test_that_never_fails_ends() -> None:
    votes = [cast(0, 0, 29, result=NOT)]
    assert [each.members for each in back_test(RULE, votes)] == list(range(29, 60))
    assert list(back_test(RULE, [])) == []


@pytest.mark.parametrize(
    ("vote", "members", "opinions"),
    [
        (cast(15, 0, 14), 30, (SATISFIED, NOT)),  # exactly half, and none besides
        (cast(15, 1, 13), 30, (SATISFIED,)),
        (cast(14, 1, 14), 30, (BASICALLY, NOT)),  # exactly half: the last clause includes it
        (cast(14, 2, 13), 30, (BASICALLY,)),
        (cast(14, 0, 15), 30, (NOT,)),
        (cast(14, 0, 15), 29, (NOT,)),
        (cast(15, 0, 14), 29, (SATISFIED,)),
    ],
)
def test_the_overlap_in_the_last_clause(
    vote: Vote, members: int, opinions: tuple[Opinion, ...]
) -> None:
    found = tally(RULE, vote, members)
    assert found.opinions == opinions
    assert found.is_ambiguous == (len(opinions) > 1)


def test_the_eight_tallies_would_be_ambiguous_at_twice_the_votes() -> None:
    assert [each.members for each in ambiguous(RULE, VOTES)] == [58, 56, 58, 58, 56, 58, 56, 58]
    assert list(ambiguous(RULE, [cast(0, 0, 29)])) == []


@given(st.integers(0, 20), st.integers(0, 20), st.integers(0, 20), st.integers(1, 40))
def test_some_opinion_always_holds_and_two_only_at_exactly_half(
    satisfied: int, basically: int, not_satisfied: int, absent: int
) -> None:
    vote = cast(satisfied, basically, not_satisfied)
    found = tally(RULE, vote, vote.present + absent)
    assert found.opinions
    assert found.is_ambiguous == (2 * (satisfied + basically) == found.members)


@pytest.mark.parametrize(("quorum", "valid"), [(None, None), (15, True), (29, True), (30, False)])
def test_a_missing_quorum(quorum: int | None, valid: bool | None) -> None:
    found = tally(RULE, replace(VOTES[0], quorum=quorum), 34)
    assert found.valid is valid
    assert found.opinions == (() if valid is False else (SATISFIED,))
    assert found.follows is (valid is not False)


def test_fewer_members_than_were_present_are_refused() -> None:
    with pytest.raises(ValueError, match="29 were present"):
        tally(RULE, VOTES[0], 28)
