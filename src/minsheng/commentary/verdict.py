"""Sentences about the book's own rule, about votes and who verified, for the evaluation chapter."""

from collections.abc import Iterator, Sequence

from minsheng.commentary import overview, promises
from minsheng.commentary.sentence import Sentence, begin, compose
from minsheng.data import Edition, OwnRule, Verification, Vote, VoteRule
from minsheng.facts import capitalised, counted, digits, votes
from minsheng.language import Language, _, plural
from minsheng.verdict import Assessment, BackTest, Decided, Tally

RESULT = _("The book's own rule comes to this: {result}.")
COUNTS = plural(
    "Of {all} promises {n} counts as reached by the cut-off, by numbers that are printed.",
    "Of {all} promises {n} count as reached by the cut-off, by numbers that are printed.",
)
DECIDED = plural("Of {all} promises {n} decides it.", "Of {all} promises {n} decide it.")
REASON = _("“{Promise}”: {why}.")
DISTANCE = _("“{Promise}”: {said}")
NO_DISTANCE = plural(
    "For {n} other promise no such distance can be computed: no number is set against a target.",
    "For {n} other promises no such distance can be computed: no number is set against a target.",
)
VERIFIED = {
    Verification.SELF_REPORTED: plural(
        "{N} figure of this edition is self-reported: no source says that anyone but the reporting body has checked it.",
        "{N} figures of this edition are self-reported: no source says that anyone but the reporting bodies has checked them.",
    ),
    Verification.SEEN_ON_SITE: plural(
        "{N} is about something of which the supervision group saw a part on site.",
        "{N} are about something of which the supervision group saw a part on site.",
    ),
    Verification.INDEPENDENT: plural(
        "{N} comes from an independent source.", "{N} come from an independent source."
    ),
}
NO_VOTE = _(
    "No vote on how these promises were met has been published, and no rule by which one would be read."
)
OWN_VOTE = _("A vote on these promises has been published, of {date}, by the {body}.")
ELSEWHERE = _(
    "What a vote can look like is shown by one held elsewhere: on {date} the {body} voted on {n} projects of its own. None of them is a promise of this book. Its rule is a note below its table; it is not a rule of the city and no statute, and nothing about the city follows from it."
)
PRESENT = _(
    "By that rule a share of all members decides. {Present} were present; how many members there are is not printed, and neither is how many had to be present."
)
FOLLOWS = _(
    "For any number of all members from {low} to {high}, every published result follows from the votes."
)
FAILS = plural(
    "At {members} members {n} published result no longer follows: {projects}.",
    "At {members} members {n} published results no longer follow: {projects}.",
)
OVERLAP = _(
    "The clauses overlap: where satisfied and basically satisfied together are exactly half of all members, two of them hold. With {members} members that would be so for {projects}, and the printed rule does not say which result it is."
)


def own_rule(lang: Language, rule: OwnRule, decided: Decided) -> Iterator[Sentence]:
    """Give the result of the rule, and how many promises it rests on."""
    result = rule.results[decided.result].within(lang.code)
    yield compose(lang, RESULT, result=result)
    inputs = [figure for each in decided.counted for figure in each.promised.figures]
    number = counted(lang, len(decided.counted), inputs)
    message = lang.plural(COUNTS if decided.step is None else DECIDED, len(decided.counted))
    total = counted(lang, decided.asked)
    yield compose(lang, message, n=number, all=total)


def reasons(lang: Language, rule: OwnRule, decided: Decided) -> Iterator[Sentence]:
    """Say of every promise that leaves the rule open why it does."""
    for each in decided.left_open:
        name = begin(each.promised.measure.name.within(lang.code))
        why = rule.reasons[each.state].within(lang.code)
        yield compose(lang, REASON, Promise=name, why=why)


def distances(lang: Language, results: Sequence[Assessment]) -> Iterator[Sentence]:
    """Say of each promise how far its reported number is from another state, and which."""
    said = [(each, promises.flip(lang, each)) for each in results]
    for each, distance in said:
        if distance is not None:
            name = begin(each.promised.measure.name.within(lang.code))
            yield compose(lang, DISTANCE, Promise=name, said=distance)
    without = [each for each, distance in said if distance is None]
    if without and len(without) < len(said):
        message = lang.plural(NO_DISTANCE, len(without))
        yield compose(lang, message, n=overview.number_of(lang, without))


def verified(lang: Language, edition: Edition) -> Iterator[Sentence]:
    """Count the figures of an edition by who has seen that they are so."""
    measures = edition.catalogue.measures
    for kind, message in VERIFIED.items():
        found = [
            each for each in edition.figures.values() if measures[each.measure].verification is kind
        ]
        if found:
            number = capitalised(counted(lang, len(found)))
            yield compose(lang, lang.plural(message, len(found)), N=number)


def vote(lang: Language, rule: VoteRule, cast: Sequence[Vote], year: int) -> Iterator[Sentence]:
    """Say whose votes these are, and what is not printed about them."""
    first = cast[0]
    slots = {"date": lang.period(first.voted_on), "body": rule.body.within(lang.code)}
    if first.edition == year:
        yield compose(lang, OWN_VOTE, **slots)
    else:
        yield compose(lang, NO_VOTE)
        yield compose(lang, ELSEWHERE, n=counted(lang, len(cast)), **slots)
    if first.members is None and first.quorum is None:
        yield compose(lang, PRESENT, Present=votes(lang, first.present))


def back_test(lang: Language, found: Sequence[BackTest]) -> Iterator[Sentence]:
    """Say for how many members the published results follow, and at how many they stop."""
    fitting = [each.members for each in found if not each.failing]
    if fitting:
        low, high = digits(lang, fitting[0]), digits(lang, fitting[-1])
        yield compose(lang, FOLLOWS, low=low, high=high)
    for each in found:
        if each.failing:
            number, members = counted(lang, len(each.failing)), digits(lang, each.members)
            message = lang.plural(FAILS, len(each.failing))
            named = _projects(lang, each.failing)
            yield compose(lang, message, n=number, members=members, projects=named)


def overlap(lang: Language, found: Sequence[Tally]) -> Sentence | None:
    """Say at how many members, the fewest, two clauses would hold at once, and for which votes."""
    fewest = min((each.members for each in found), default=None)
    if fewest is None:
        return None
    named = _projects(lang, [each for each in found if each.members == fewest])
    return compose(lang, OVERLAP, members=digits(lang, fewest), projects=named)


def _projects(lang: Language, tallies: Sequence[Tally]) -> str:
    return lang.listed([f"“{each.vote.project.within(lang.code)}”" for each in tallies])
