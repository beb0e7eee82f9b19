"""Golden sentences about the book's own rule, about votes, and about who verified."""

from collections.abc import Iterator
from dataclasses import replace

from commentary.golden.case import Case
from commentary.golden.made import EDITION
from commentary.golden.of_promises import EVERY
from minsheng.commentary import joined, verdict
from minsheng.data import Edition, Opinion, Verification
from minsheng.language import Language
from minsheng.verdict import Decided, State, ambiguous, back_test, rule_on

RULE = EDITION.rules.own_rule
VOTE_RULE, VOTES = EDITION.rules.votes["zhenhai"], EDITION.votes
BY_STATE = {result.state: result for result in EVERY.values()}
REACHED, MISSED = BY_STATE[State.ACHIEVED], BY_STATE[State.MISSED]
RULED = {
    "one counts": [REACHED, BY_STATE[State.STATED_ACHIEVED]],
    "two count": [REACHED, REACHED, BY_STATE[State.BEHIND]],
    "one decides": [REACHED, MISSED],
    "two decide": [REACHED, REACHED],
}

NEAR, ASSERTED = EVERY["achieved, one"], EVERY["asserted"]
DISTANCES = {
    "one without": [NEAR, ASSERTED],
    "two without": [NEAR, ASSERTED, ASSERTED],
    "none without": [NEAR],
    "none with": [ASSERTED],
}


def cases(lang: Language) -> Iterator[Case]:
    """Yield every sentence about a verdict."""
    for row, results in RULED.items():
        decided = rule_on(RULE, results)
        yield Case("verdict.own_rule", row, joined(lang, verdict.own_rule(lang, RULE, decided)))
    yield from _reasons(lang)
    for row, results in DISTANCES.items():
        for place, said in enumerate(verdict.distances(lang, results)):
            yield Case("verdict.distances", f"{row}, {place + 1}", said)
    yield from _verified(lang)
    yield from _votes(lang)


def _reasons(lang: Language) -> Iterator[Case]:
    every = Decided(RULE.otherwise, None, (), tuple(BY_STATE.values()), len(BY_STATE))
    for each, said in zip(every.left_open, verdict.reasons(lang, RULE, every), strict=True):
        yield Case("verdict.reasons", each.state.value, said)


def _verified(lang: Language) -> Iterator[Case]:
    for kind in Verification:
        for count in (1, 2):
            (said,) = verdict.verified(lang, _seen(kind, count))
            yield Case("verdict.verified", f"{kind}, {count}", said)


def _seen(kind: Verification, count: int) -> Edition:
    """Return an edition of so many figures, all of them verified in one way."""
    figures = dict(list(EDITION.figures.items())[:count])
    measures = {
        key: replace(each, verification=kind) for key, each in EDITION.catalogue.measures.items()
    }
    catalogue = replace(EDITION.catalogue, measures=measures)
    return replace(EDITION, figures=figures, catalogue=catalogue)


def _votes(lang: Language) -> Iterator[Case]:
    own = [replace(each, edition=2023, members=34, quorum=18) for each in VOTES]
    for row, cast in (("elsewhere", VOTES), ("its own, of 34 members", own)):
        said = verdict.vote(lang, VOTE_RULE, cast, 2023)
        yield Case("verdict.vote", row, joined(lang, said))
    refused = replace(VOTES[0], result=Opinion.NOT_SATISFIED)
    tested = {"eight": VOTES, "two": VOTES[:5], "never": [refused]}
    for row, cast in tested.items():
        said = verdict.back_test(lang, list(back_test(VOTE_RULE, cast)))
        yield Case("verdict.back_test", row, joined(lang, said))
    for row, cast in (("eight", VOTES), ("none", [])):
        found = list(ambiguous(VOTE_RULE, cast))
        yield Case("verdict.overlap", row, verdict.overlap(lang, found))
