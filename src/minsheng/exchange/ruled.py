"""What rules make of an edition, as the export writes it: the book's own, others', and of votes."""

from minsheng import data
from minsheng.exchange import results
from minsheng.exchange.audited import keys
from minsheng.exchange.values import Range, Text
from minsheng.verdict import (
    Assessment,
    ambiguous,
    assess_all,
    follows_up_to,
    measure_all,
    rule_on,
    tally,
)


def own_rule(view: data.View) -> results.OwnRule:
    """Return what the book's own rule makes of all promises together."""
    rule = view.edition.rules.own_rule
    decided = rule_on(rule, [*assess_all(view.edition).values()])
    return results.OwnRule(
        result=decided.result,
        step=None if decided.step is None else rule.steps.index(decided.step) + 1,
        counted=tuple(each.promised.promise.promise_id for each in decided.counted),
        left_open=tuple(
            results.LeftOpen(each.promised.promise.promise_id, Text.of(rule.reasons[each.state]))
            for each in decided.left_open
        ),
    )


def measured(edition: data.Edition, judged: Assessment) -> tuple[results.Measured, ...]:
    """Return a promise under every yardstick of others."""
    return tuple(
        results.Measured(
            yardstick=each.yardstick,
            result=each.result,
            value=None if each.value is None else Range.of(each.value),
            breakdowns=each.breakdowns,
            inputs=keys(each.inputs),
        )
        for each in measure_all(edition.rules.yardsticks, judged)
    )


def yardsticks(edition: data.Edition) -> tuple[results.Yardstick, ...]:
    """Return every yardstick with its classes and its source."""
    return tuple(
        results.Yardstick(
            key=key,
            name=Text.of(each.name),
            method=each.method,
            results={name: Text.of(words) for name, words in each.results.items()},
            source=each.source,
            locator=each.locator,
        )
        for key, each in edition.rules.yardsticks.items()
    )


def votes(edition: data.Edition) -> tuple[results.Vote, ...]:
    """Return every vote with what the rule of its body makes of it."""
    return tuple(_vote(edition.rules.votes[each.rule], each) for each in edition.votes)


def _vote(rule: data.VoteRule, vote: data.Vote) -> results.Vote:
    held = None if vote.members is None else tally(rule, vote, vote.members).opinions
    overlap = next(ambiguous(rule, [vote]), None)
    return results.Vote(
        id=vote.vote_id,
        edition=vote.edition,
        body=Text.of(rule.body),
        voted_on=vote.voted_on,
        project=Text.of(vote.project),
        members=vote.members,
        quorum=vote.quorum,
        present=vote.present,
        satisfied=vote.cast[data.Opinion.SATISFIED],
        basically_satisfied=vote.cast[data.Opinion.BASICALLY_SATISFIED],
        not_satisfied=vote.cast[data.Opinion.NOT_SATISFIED],
        result=vote.result,
        opinions=held,
        follows_up_to=follows_up_to(rule, vote),
        ambiguous_from=None if overlap is None else overlap.members,
        source=vote.source,
        locator=vote.locator,
    )
