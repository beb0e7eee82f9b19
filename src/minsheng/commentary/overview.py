"""Sentences about all promises of an edition together, and about the official opinion."""

from collections.abc import Sequence

from minsheng.commentary.sentence import Sentence, compose
from minsheng.data import Edition, Opinion
from minsheng.facts import Fact, capitalised, counted
from minsheng.language import Language, _, plural
from minsheng.verdict import Assessment, State

COUNT = plural(
    "{N} promise on employment was voted for {year}.",
    "{N} promises on employment were voted for {year}.",
)
RECOMPUTED = plural(
    "For {n} of them both terms are printed and the arithmetic shows that it had been reached by the cut-off.",
    "For {n} of them both terms are printed and the arithmetic shows that they had been reached by the cut-off.",
)
STATED = plural(
    "{N} rests on a rate that is stated without the number behind it.",
    "{N} rest on a rate that is stated without the number behind it.",
)
ASSERTED = plural("{N} rests on a sentence alone.", "{N} rest on a sentence alone.")
SHORT = plural(
    "{N} had not been reached by the cut-off, as far as what is published tells.",
    "{N} had not been reached by the cut-off, as far as what is published tells.",
)
OPEN = plural(
    "On {n} of them what is published leaves open where it stood.",
    "On {n} of them what is published leaves open where they stood.",
)
NO_RESULT = plural(
    "On {n} of them the published numbers allow no result.",
    "On {n} of them the published numbers allow no result.",
)
UNPUBLISHED = plural(
    "On {n} of them no result has been published yet.",
    "On {n} of them no result has been published yet.",
)
# Every state falls into one group, so that the parts add up to the whole.
TALLIED = {
    State.ACHIEVED: RECOMPUTED,
    State.STATED_ACHIEVED: STATED,
    State.ASSERTED_ACHIEVED: ASSERTED,
    State.ON_SCHEDULE: SHORT,
    State.BEHIND: SHORT,
    State.MISSED: SHORT,
    State.UNDETERMINED: OPEN,
    State.NOT_COMPARABLE: NO_RESULT,
    State.NOT_COMPUTABLE: NO_RESULT,
    State.NOT_PUBLISHED: UNPUBLISHED,
}
OPINION = _(
    "The official opinion, by the {body}, reads: {opinion}. The report gives no rule by which it was reached."
)
NO_OPINION = _("No official opinion has been published.")
CUTOFF = _(
    "The figures cover the year up to {month}; they say what had been reached by then, not what was reached in the whole year."
)
OPINIONS = {
    Opinion.SATISFIED: _("satisfied (满意)"),
    Opinion.BASICALLY_SATISFIED: _("basically satisfied (基本满意)"),
    Opinion.NOT_SATISFIED: _("not satisfied (不满意)"),
}


def tally(lang: Language, edition: Edition, results: Sequence[Assessment]) -> tuple[Sentence, ...]:
    """Count the promises by what their results rest on, leaving out what does not occur."""
    groups = {COUNT: list(results)}
    for message in TALLIED.values():
        groups[message] = [each for each in results if TALLIED[each.state] is message]
    return tuple(
        compose(
            lang,
            lang.plural(message, len(found)),
            n=(number := number_of(lang, found)),
            N=capitalised(number),
            year=str(edition.year),
        )
        for message, found in groups.items()
        if found
    )


def number_of(lang: Language, results: Sequence[Assessment]) -> Fact:
    """Count promises, resting on every figure published about them."""
    inputs = [figure for result in results for figure in result.promised.figures]
    return counted(lang, len(results), inputs)


def cutoff(lang: Language, edition: Edition) -> Sentence | None:
    """Say up to when the figures reach."""
    month = edition.entry.cutoff
    return None if month is None else compose(lang, CUTOFF, month=lang.period(month.text))


def opinion(lang: Language, edition: Edition) -> Sentence:
    """Give the official opinion as printed, or say that there is none."""
    entry = edition.entry
    if entry.opinion is None:
        return compose(lang, NO_OPINION)
    body = entry.evaluated_by.within(lang.code)
    return compose(lang, OPINION, body=body, opinion=lang.text(OPINIONS[entry.opinion]))
