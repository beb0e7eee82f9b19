"""Worked examples on promises: completion, gap, even spread, distance to flip."""

from dataclasses import replace

from minsheng.commentary import Sentence, compose
from minsheng.commentary.promises import STATE_NAMES
from minsheng.data import Unit
from minsheng.facts import (
    Formula,
    change_to_flip,
    completion_rate,
    computed,
    counted,
    even_spread,
    gap_size,
)
from minsheng.language import Language, _
from minsheng.measures import Completion
from minsheng.site.worked.subjects import completed
from minsheng.site.worked.worked import (
    Step,
    Worked,
    bare,
    bracketed,
    failing,
    measure_title,
    printed_step,
)
from minsheng.verdict import Flip
from minsheng.verdict.state import from_rate

COMPLETION, COMPLETION_OF = _("completion"), _("Completion: {name}, {year}")
DIVIDED = _("reported ÷ target: {actual} ÷ {target}")
GAP, GAP_OF = _("gap"), _("Gap: {name}, {year}")
SUBTRACTED = _("reported − target: {actual} − {target}")
ELAPSED, ELAPSED_OF = _("time elapsed"), _("Time elapsed: {name}, {year}")
MONTHS = _("months covered ÷ 12: {months} ÷ 12, for {period}")
EVEN, EVEN_OF = _("against an even spread"), _("Against an even spread: {name}, {year}")
PACE = _("completion ÷ time elapsed: {rate} ÷ {elapsed}")
FLIP, FLIP_OF = _("distance to flip"), _("Distance to flip: {name}, {year}")
CHANGED = {
    -1: _("if the figure were {change} lower"),
    1: _("if the figure were {change} higher"),
}
AT = _("completion {rate}")
SMALLEST = _("the smallest change that leads to another state")


def completion(lang: Language, subject: str) -> Worked:
    """Divide what was reported by the target."""
    __, done = completed(subject)
    return _on(lang, COMPLETION_OF, done, _completion(lang, done))


def _completion(lang: Language, done: Completion) -> Step:
    return Step(lang.text(COMPLETION), _terms(lang, DIVIDED, done), completion_rate(lang, done))


def _terms(lang: Language, message: str, done: Completion) -> Sentence:
    actual, target = (bare(lang, each) for each in done.inputs)
    return compose(lang, message, actual=actual, target=target)


def _on(lang: Language, title: str, done: Completion, *steps: Step) -> Worked:
    printed = [printed_step(lang, each) for each in done.inputs]
    return Worked(measure_title(lang, title, done.actual), (*printed, *steps))


def gap(lang: Language, subject: str) -> Worked:
    """Subtract the target from what was reported."""
    __, done = completed(subject)
    step = Step(lang.text(GAP), _terms(lang, SUBTRACTED, done), gap_size(lang, done, done.gap))
    return _on(lang, GAP_OF, done, step)


def elapsed(lang: Language, subject: str) -> Worked:
    """Divide the months that the figure covers by those of the year."""
    __, done = completed(subject)
    return Worked(measure_title(lang, ELAPSED_OF, done.actual), (_elapsed(lang, done),))


def _elapsed(lang: Language, done: Completion) -> Step:
    actual = done.actual
    if actual.period is None or actual.period.months is None or actual.period.elapsed is None:
        raise failing("The figure does not say from January to which month.", actual.figure_id)
    months = counted(lang, actual.period.months, (actual,))
    origin = compose(lang, MONTHS, months=months, period=lang.period(actual.period.text))
    share = computed(
        lang,
        actual.period.elapsed * 100,
        Unit.PERCENT,
        (actual,),
        formula=Formula.ELAPSED,
        decimals=1,
    )
    return Step(lang.text(ELAPSED), origin, share)


def against_even_spread(lang: Language, subject: str) -> Worked:
    """Divide completion by the share of the year elapsed."""
    result, done = completed(subject)
    elapsed_step, rate = _elapsed(lang, done), completion_rate(lang, done)
    if result.even_spread_pct is None:
        raise failing("This promise is not set against an even spread.", subject)
    pace = even_spread(lang, done, result.even_spread_pct)
    origin = compose(lang, PACE, rate=bracketed(lang, rate), elapsed=elapsed_step.value)
    step = Step(lang.text(EVEN), origin, pace)
    return _on(lang, EVEN_OF, done, _completion(lang, done), elapsed_step, step)


def flip(lang: Language, subject: str) -> Worked:
    """Move the reported figure unit by unit until the state changes."""
    result, done = completed(subject)
    if result.flip is None:
        raise failing("No change of the figure changes the state of this promise.", subject)
    change = result.flip.change
    sign = 1 if change > 0 else -1
    tried = [_at(lang, done, each) for each in (change - sign, change)]
    size = change_to_flip(lang, done, result.flip)
    last = Step(lang.text(FLIP), compose(lang, SMALLEST), size)
    return _on(lang, FLIP_OF, done, _completion(lang, done), *tried, last)


def _at(lang: Language, done: Completion, change: int) -> Step:
    """Show completion and state with the figure changed by so many whole units."""
    rate = (done.actual.enclosure() + change) / done.target.value * 100
    state = from_rate(rate, done.actual.period)
    size = change_to_flip(lang, done, Flip(change, state))
    name = compose(lang, CHANGED[1 if change > 0 else -1], change=size)
    naive = (done.actual.value + change) / done.target.value * 100
    shown = completion_rate(lang, replace(done, rate_pct=rate, naive_pct=naive))
    return Step(name, compose(lang, AT, rate=shown), lang.text(STATE_NAMES[state]))
