"""The tables of a vote: the rule clause by clause, the tallies, and the members they fit."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from minsheng.data import Condition, Opinion, Vote, VoteRule
from minsheng.facts import digits, votes
from minsheng.language import Language, _
from minsheng.tables.cell import Cell
from minsheng.tables.table import Table, headings
from minsheng.verdict import BackTest, Tally

RULE = _("The rule of the vote, clause by clause; clauses that overlap can hold together")
TALLIES = _("The votes, and up to how many members in all the published result follows")
TESTED = _("The published results, for each possible number of all members")
AT_LEAST = _("votes for {votes}: at least {share} of all members")
BELOW = _("votes for {votes}: less than {share} of all members")
AT_MOST = _("votes for {votes}: at most {share} of all members")
WOULD_BE = _("{project}: would be {opinions}")
NOT_PRINTED = _("not printed")
HALF = _("half")
Names = Mapping[Opinion, str]


def vote_rule_table(lang: Language, rule: VoteRule, opinions: Names) -> Table:
    """List the clauses of a body's rule; the words for each opinion come in English."""
    rows = tuple(
        (
            lang.text(opinions[clause.opinion]),
            lang.clauses(_condition(lang, each, opinions) for each in clause.when),
        )
        for clause in rule.clauses
    )
    heads = headings(lang, (_("Result"), _("It holds where")))
    return Table(lang.text(RULE), heads, rows, name="vote-rule")


def _condition(lang: Language, condition: Condition, opinions: Names) -> str:
    bounds = (
        (AT_LEAST, condition.at_least),
        (BELOW, condition.below),
        (AT_MOST, condition.at_most),
    )
    message, share = next(each for each in bounds if each[1] is not None)
    named = lang.listed([lang.text(opinions[each]) for each in condition.votes])
    shown = lang.text(HALF) if share == Fraction(1, 2) else str(share)
    return lang.text(message).format(votes=named, share=shown)


def tallies_table(
    lang: Language, cast: Sequence[Vote], largest: Mapping[str, int | None], opinions: Names
) -> Table:
    """List votes with their results; `largest` holds how many members there may be for each."""
    heads = (
        _("Project"),
        *(opinions[each] for each in Opinion),
        _("Published result"),
        _("Follows up to, in members"),
    )
    rows = []
    for vote in cast:
        most = largest[vote.vote_id]
        counts = tuple(votes(lang, vote.cast[each]) for each in Opinion)
        result = lang.text(opinions[vote.result] if vote.result else NOT_PRINTED)
        last: Cell = "–" if most is None else digits(lang, most)
        rows.append((vote.project.within(lang.code), *counts, result, last))
    numeric = headings(lang, heads, numeric=(1, 2, 3, 5))
    return Table(lang.text(TALLIES), numeric, tuple(rows), name="tallies")


def back_test_table(lang: Language, found: Sequence[BackTest], opinions: Names) -> Table:
    """List for each possible number of all members how many published results follow."""
    heads = (_("All members"), _("Results that follow"), _("Results that do not"))
    rows = tuple(
        (
            digits(lang, each.members),
            digits(lang, len(each.tallies) - len(each.failing)),
            lang.clauses(_failing(lang, tally, opinions) for tally in each.failing) or "–",
        )
        for each in found
    )
    return Table(lang.text(TESTED), headings(lang, heads, numeric=(0, 1)), rows, name="back-test")


def _failing(lang: Language, tally: Tally, opinions: Names) -> str:
    named = lang.clauses(lang.text(opinions[each]) for each in tally.opinions)
    project = tally.vote.project.within(lang.code)
    return lang.text(WOULD_BE).format(project=project, opinions=named)
