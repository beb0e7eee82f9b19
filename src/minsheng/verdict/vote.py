"""What a vote comes to under the rule of the body that voted, and for how many members it does.

The rule is data (`data/rules.yml`), clause by clause as the body printed it. Clauses may overlap:
then more than one opinion holds, and the result is ambiguous.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from minsheng.data import Condition, Opinion, Vote, VoteRule


@dataclass(frozen=True)
class Tally:
    """A vote under its rule, for a number of all members.

    `opinions` are those whose clauses hold: one, or two where the clauses overlap, or none. `valid`
    is `False` where fewer were present than must be, and `None` where that number is not published.
    """

    vote: Vote
    members: int
    opinions: tuple[Opinion, ...]
    valid: bool | None

    @property
    def is_ambiguous(self) -> bool:
        """Whether the printed words let two opinions hold at once."""
        return len(self.opinions) > 1

    @property
    def follows(self) -> bool:
        """Whether the rule gives the published result, and no other."""
        return self.opinions == (self.vote.result,)


@dataclass(frozen=True)
class BackTest:
    """The tallies of one sitting for one number of all members."""

    members: int
    tallies: tuple[Tally, ...]

    @property
    def failing(self) -> tuple[Tally, ...]:
        """The tallies whose published result does not follow."""
        return tuple(each for each in self.tallies if not each.follows)


def tally(rule: VoteRule, vote: Vote, members: int) -> Tally:
    """Apply a rule to a vote; `members` counts all of the body, present or not.

    Without a quorum no opinion holds. Raises `ValueError` where fewer members are said to be than
    were present.
    """
    if members < vote.present:
        raise ValueError(f"{vote.present} were present, so there are not {members} members")
    valid = None if vote.quorum is None else vote.present >= vote.quorum
    holding = tuple(
        clause.opinion
        for clause in rule.clauses
        if all(_holds(each, vote, members) for each in clause.when)
    )
    return Tally(vote, members, () if valid is False else holding, valid)


def back_test(rule: VoteRule, votes: Sequence[Vote]) -> Iterator[BackTest]:
    """Yield the tallies for each possible number of members, up to the first that does not fit.

    The smallest is the number present. The last is the first at which a published result does not
    follow, or the one beyond which no votes of those present reach half.
    """
    present = max((each.present for each in votes), default=None)
    if present is None:
        return
    for members in range(present, 2 * present + 2):
        found = BackTest(members, tuple(tally(rule, each, members) for each in votes))
        yield found
        if found.failing:
            return


def follows_up_to(rule: VoteRule, vote: Vote) -> int | None:
    """Return the largest number of members for which the published result follows.

    `None` where it does not follow for the number present either.
    """
    fitting = [each.members for each in back_test(rule, [vote]) if not each.failing]
    return max(fitting, default=None)


def ambiguous(rule: VoteRule, votes: Iterable[Vote]) -> Iterator[Tally]:
    """Yield for each vote the smallest number of members at which two opinions hold, if any."""
    for vote in votes:
        possible = (tally(rule, vote, each) for each in range(vote.present, 2 * vote.present + 2))
        first = next((each for each in possible if each.is_ambiguous), None)
        if first is not None:
            yield first


def _holds(condition: Condition, vote: Vote, members: int) -> bool:
    share = Fraction(sum(vote.cast[each] for each in condition.votes), members)
    if condition.at_least is not None:
        return share >= condition.at_least
    if condition.below is not None:
        return share < condition.below
    return condition.at_most is not None and share <= condition.at_most
