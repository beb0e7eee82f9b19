"""Sentences about one promise, chosen from decision tables over states and evidence.

Every function takes the language and an assessment, and returns a sentence, or `None` where what
it would say does not exist.
"""

from minsheng.commentary.refusals import WHY
from minsheng.commentary.sentence import Sentence, begin, compose
from minsheng.data import Figure, Promise, PromiseType
from minsheng.facts import (
    Fact,
    change_to_flip,
    completion_rate,
    figure_period,
    gap_size,
    magnitude,
    most_of_base,
    published,
    recovered_value,
)
from minsheng.facts import even_spread as even_spread_fact
from minsheng.language import Language, _
from minsheng.quantity import Interval
from minsheng.verdict import Assessment, Evidence, State

REACHED = {
    State.NOT_PUBLISHED: _(
        "No result on this promise has been published yet; unpublished is not failed."
    ),
    State.NOT_COMPARABLE: _(
        "The number reported is {actual}; it may not be set against the target of {target}, because {why}."
    ),
    State.NOT_COMPUTABLE: _(
        "The number reported is {actual}; no target is printed, so no completion can be computed."
    ),
    State.UNDETERMINED: _(
        "The number reported for {period} is {actual}, against a target of {target} for the year; what is published leaves open where the promise stood."
    ),
    State.ACHIEVED: _(
        "The number reported for {period} is {actual}, against a target of {target} for the year: by the cut-off the target had been reached."
    ),
    State.ON_SCHEDULE: _(
        "The number reported for {period} is {actual}, against a target of {target} for the year: by the cut-off the target had not been reached, and the number was on schedule for an even spread over the year."
    ),
    State.BEHIND: _(
        "The number reported for {period} is {actual}, against a target of {target} for the year: by the cut-off the target had not been reached, and the number was behind an even spread over the year."
    ),
    State.MISSED: _(
        "The number reported for {period} is {actual}, against a target of {target}: the year is over and the target was not reached."
    ),
    State.STATED_ACHIEVED: _(
        "The source states a {measured} of {rate}; by that statement the promise had been reached by the "
        "cut-off."
    ),
    State.ASSERTED_ACHIEVED: _(
        "The source says in words that the promise was being met; it prints no figure."
    ),
}
REACHED_IN_THE_YEAR = _(
    "The number reported for {period} is {actual}, against a target of {target}: the year is over and the target was reached."
)
TARGET_ALONE = _(
    "The target for the year is {target}. No result on this promise has been published yet; unpublished is not failed."
)
COVERED_ALL = _(
    "{Name}: the source counts {count} and says that this is all of them; by the cut-off the promise had been reached."
)
STATED_SHORT = _("The source states a {measured} of {rate}, which is short of the whole.")
STATED_OPEN = _(
    "The source states a {measured} of {rate}; what is published leaves open where the promise stood."
)
COVERAGE, COMPLETED = _("coverage"), _("completion")
WITHOUT_TARGET = {
    State.ACHIEVED: COVERED_ALL,
    State.UNDETERMINED: STATED_OPEN,
    State.ON_SCHEDULE: STATED_SHORT,
    State.BEHIND: STATED_SHORT,
    State.MISSED: STATED_SHORT,
}
EVIDENCE = {
    Evidence.RECOMPUTABLE: _(
        "Both terms of the comparison are printed, so the result can be recomputed."
    ),
    Evidence.STATED: _(
        "Only one of the two terms is printed, so the result cannot be recomputed: it rests on a statement."
    ),
    Evidence.ASSERTED: _(
        "Nothing can be recomputed: the result rests on one sentence of its source."
    ),
    Evidence.NONE: _("Nothing can be recomputed yet."),
}
COUNTED_ALL = _(
    "The source prints the count and says that it is all of them, so the coverage follows from what is printed. Count and claim stand in one sentence, so neither can be tested by the other."
)
NO_RESULT = {
    State.NOT_COMPARABLE: _(
        "Both numbers are printed, but they may not be compared, so there is no result to recompute."
    ),
    State.NOT_COMPUTABLE: _(
        "Only one of the two terms is printed, so there is no result to recompute."
    ),
}
STATE_NAMES = {
    State.NOT_PUBLISHED: _("not published yet"),
    State.NOT_COMPARABLE: _("not comparable"),
    State.NOT_COMPUTABLE: _("not computable"),
    State.UNDETERMINED: _("undetermined"),
    State.ACHIEVED: _("reached by the cut-off"),
    State.STATED_ACHIEVED: _("stated as reached"),
    State.ASSERTED_ACHIEVED: _("asserted as reached"),
    State.ON_SCHEDULE: _("on schedule"),
    State.BEHIND: _("behind"),
    State.MISSED: _("missed"),
}
EVIDENCE_NAMES = {
    Evidence.RECOMPUTABLE: _("recomputable"),
    Evidence.STATED: _("stated"),
    Evidence.ASSERTED: _("asserted"),
    Evidence.NONE: _("none"),
}
CONFIRMED = _(
    "The source prints a completion of {stated}. Recomputed from the printed figures and their rounding it lies at {rate}, so the two agree."
)
CONTRADICTED = _(
    "The source prints a completion of {stated}. Recomputed from the printed figures and their rounding it lies at {rate}, so the two disagree."
)
COMPLETION = _("Recomputed from the printed figures, the completion is {rate} of the target.")
EXACTLY = _("That is exactly the target.")
EXCESS = _("That is {gap} more than the target.")
SHORTFALL = _("That is {gap} less than the target.")
EVEN_SPREAD = _(
    "Against an even spread over twelve months the completion would read {pace}; this is a customary "
    "test and a weak one, because it takes no account of how the year runs."
)
GROWTH = _(
    "The source prints a growth of {growth} on the same months of the year before. This implies that "
    "the base the source used was {base}; that number is recovered, not published."
)
DECLINE = _(
    "The source prints a decline of {growth} on the same months of the year before. This implies that the base the source used was {base}; that number is recovered, not published."
)
AMBITION = _(
    "The target for the whole year was at most {share} of what the recovered base gives for {period} "
    "alone."
)
FLIP = _(
    "The result would change if the reported number were {change} {direction}: it would then be {state}."
)
LOWER, HIGHER = _("lower"), _("higher")
PLACE = _(
    "No published figure stands behind this page. The promise stands in {voted} of its source."
)
PLACES = _(
    "No published figure stands behind this page. The promise stands in {voted} of its source, and what the source says of it in {said}."
)


def reached(lang: Language, result: Assessment) -> Sentence:
    """Say where the promise stood at the cut-off."""
    promised = result.promised
    message = REACHED[result.state]
    if promised.completion is None:
        message = WITHOUT_TARGET.get(result.state, message)
        if result.state is State.NOT_PUBLISHED and promised.target is not None:
            message = TARGET_ALONE
    elif result.state is State.ACHIEVED and _is_over(promised.completion.actual):
        message = REACHED_IN_THE_YEAR
    return compose(lang, message, **_slots(lang, result))


def _is_over(figure: Figure) -> bool:
    return figure.period is not None and figure.period.is_whole_year


def _slots(lang: Language, result: Assessment) -> dict[str, Fact | str]:
    promised = result.promised
    slots: dict[str, Fact | str] = {
        name: published(lang, figure)
        for name, figure in (
            ("actual", promised.actual),
            ("target", promised.target),
            ("rate", promised.coverage or promised.stated_rate),
        )
        if figure is not None
    }
    if promised.actual is not None and promised.actual.period is not None:
        slots["period"] = figure_period(lang, promised.actual)
    if promised.actual is not None:
        slots["count"] = published(lang, promised.actual, unit=False)
    slots["Name"] = begin(promised.measure.name.within(lang.code))
    slots["measured"] = lang.text(COVERAGE if promised.coverage else COMPLETED)
    if promised.refused is not None:
        slots["why"] = lang.text(WHY[promised.refused.condition])
    return slots


def evidence(lang: Language, result: Assessment) -> Sentence:
    """Say what the result rests on."""
    if result.state is State.ACHIEVED and result.promised.completion is None:
        return compose(lang, COUNTED_ALL)
    return compose(lang, NO_RESULT.get(result.state, EVIDENCE[result.evidence]))


def completion(lang: Language, result: Assessment) -> Sentence | None:
    """Give the recomputed completion, beside the printed one where there is one."""
    done, stated = result.promised.completion, result.promised.stated_rate
    if done is None or (done.rate_pct.low is None and done.rate_pct.high is None):
        return None
    rate = completion_rate(lang, done)
    if stated is None:
        return compose(lang, COMPLETION, rate=rate)
    agree = stated.enclosure().meet(done.rate_pct) is not None
    return compose(
        lang, CONFIRMED if agree else CONTRADICTED, stated=published(lang, stated), rate=rate
    )


def gap(lang: Language, result: Assessment) -> Sentence | None:
    """Give the distance from the target, where it has one sign."""
    done = result.promised.completion
    if done is None or result.state is State.UNDETERMINED:
        return None
    if done.gap == Interval.exactly(0):
        return compose(lang, EXACTLY)
    above = done.gap.reaches(0) is True
    size: Interval = done.gap if above else -done.gap
    return compose(lang, EXCESS if above else SHORTFALL, gap=gap_size(lang, done, size))


def even_spread(lang: Language, result: Assessment) -> Sentence | None:
    """Give the completion against an even spread, with its caveat.

    Only for quantities, and while the year is not over.
    """
    done, pace = result.promised.completion, result.even_spread_pct
    if done is None or pace is None or _type(result) is not PromiseType.QUANTITY:
        return None
    if _is_over(done.actual) or (pace.low is None and pace.high is None):
        return None
    return compose(lang, EVEN_SPREAD, pace=even_spread_fact(lang, done, pace))


def _type(result: Assessment) -> PromiseType:
    promise: Promise = result.promised.promise
    return promise.type


def growth(lang: Language, result: Assessment) -> Sentence | None:
    """Give the printed growth and the base that it implies."""
    base, rate = result.base, result.promised.growth
    if base is None or rate is None:
        return None
    message = DECLINE if rate.value < 0 else GROWTH
    shown = recovered_value(lang, base)
    return compose(lang, message, growth=magnitude(lang, rate), base=shown)


def ambitious(lang: Language, result: Assessment) -> Sentence | None:
    """Set the target against the recovered base; over part of a year only where it is below one."""
    base, target = result.base, result.promised.target
    if base is None or target is None:
        return None
    share = most_of_base(lang, result.promised.measure, target, base)
    if share is None:
        return None
    return compose(lang, AMBITION, share=share, period=lang.period(base.period.text))


def flip(lang: Language, result: Assessment) -> Sentence | None:
    """Say by how much the reported number must change for the result to change."""
    done, step = result.promised.completion, result.flip
    if done is None or step is None:
        return None
    size = change_to_flip(lang, done, step)
    direction = lang.text(LOWER if step.change < 0 else HIGHER)
    state = lang.text(STATE_NAMES[step.state])
    return compose(lang, FLIP, change=size, direction=direction, state=state)


def places(lang: Language, promise: Promise) -> Sentence:
    """Say where a promise without figures stands, and where the report speaks of it."""
    said = lang.locator(promise.claim_locator)
    message = PLACES if promise.claim_locator else PLACE
    return compose(lang, message, voted=lang.locator(promise.locator), said=said)
