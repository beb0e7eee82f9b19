"""Titles of charts: each states in a sentence what its chart shows, with the numbers tagged."""

from collections.abc import Sequence

from minsheng.audit import Audit, Line, Outcome
from minsheng.commentary.overview import number_of
from minsheng.commentary.sentence import Sentence, begin, compose
from minsheng.data import Figure, Period, SupervisionAct
from minsheng.facts import Fact, counted, magnitude, published
from minsheng.language import Language, _, plural
from minsheng.measures import Completion
from minsheng.verdict import Assessment, State

COMPLETION = {
    State.ACHIEVED: _(
        "{Name}: by the cut-off the target for the year had been reached, {actual} against {target}."
    ),
    State.ON_SCHEDULE: _(
        "{Name}: by the cut-off short of the target for the year and on schedule for an even spread, {actual} against {target}."
    ),
    State.BEHIND: _(
        "{Name}: by the cut-off short of the target for the year and behind an even spread, {actual} against {target}."
    ),
    State.MISSED: _("{Name}: the year ended short of the target, {actual} against {target}."),
    State.UNDETERMINED: _(
        "{Name}: what is published leaves open where the promise stood, {actual} against {target}."
    ),
}
YEAR_REACHED = _("{Name}: the target was reached in the year, {actual} against {target}.")
ROSE, FELL = _("{name} rose by {growth}"), _("{name} fell by {growth}")
SAME = _("{name} did not change")
CHANGE = _("By the printed growth, {changes} on the same months of the year before.")
PLACES = _("{Name}: {count} of {total}, as the source counts them.")
GLANCE = plural(
    "Reached by the cut-off, on figures that can be recomputed: {reached} of {n} promise.",
    "Reached by the cut-off, on figures that can be recomputed: {reached} of {n} promises.",
)

AUDIT = plural(
    "Can be tested: {tested} of {n} printed percentage. Agreeing with its inputs: {agreeing}.",
    "Can be tested: {tested} of {n} printed percentages. Agreeing with their inputs: {agreeing}.",
)
YEARS = plural(
    "{Name}: {n} year has both a target and a figure; target reached by the cut-off: {reached}.",
    "{Name}: {n} years have both a target and a figure; target reached by the cut-off: {reached}.",
)
UNDATED = plural(
    "The report tells of {n} step of the supervision group and does not date it; its figures end in {month}, and it was published on {day}.",
    "The report tells of {n} steps of the supervision group and dates none of them; its figures end in {month}, and it was published on {day}.",
)
DATED = plural(
    "The report tells of {n} step of the supervision group, with its date; its figures end in {month}, and it was published on {day}.",
    "The report tells of {n} steps of the supervision group and dates {dated} of them; its figures end in {month}, and it was published on {day}.",
)
NO_YEAR = _("{Name}: no year has both a target and a figure.")


def completion(lang: Language, result: Assessment, done: Completion) -> Sentence:
    """Say where an actual stood against its target."""
    message, period = COMPLETION[result.state], done.actual.period
    if result.state is State.ACHIEVED and period is not None and period.is_whole_year:
        message = YEAR_REACHED
    return compose(
        lang,
        message,
        Name=begin(result.promised.measure.name.within(lang.code)),
        actual=published(lang, done.actual),
        target=published(lang, done.target),
    )


def change(lang: Language, rates: Sequence[tuple[str, Figure]]) -> Sentence:
    """Say how measures changed by their printed growth; each comes with its name."""
    clauses = [_clause(lang, name, rate) for name, rate in rates]
    changes = Sentence(
        lang.coordinated([each.html for each in clauses]),
        lang.coordinated([each.plain for each in clauses]),
    )
    return compose(lang, CHANGE, changes=changes)


def _clause(lang: Language, name: str, rate: Figure) -> Sentence:
    if rate.value == 0:
        return compose(lang, SAME, name=name)
    return compose(lang, ROSE if rate.value > 0 else FELL, name=name, growth=magnitude(lang, rate))


def places(lang: Language, name: str, reached: Figure, total: Fact) -> Sentence:
    """Say how many of all places have what was promised."""
    return compose(
        lang,
        PLACES,
        Name=begin(name),
        count=published(lang, reached, unit=False),
        total=total,
    )


def glance(lang: Language, results: Sequence[Assessment]) -> Sentence:
    """Say how many of these promises had been reached on figures that can be recomputed."""
    reached = [each for each in results if each.state is State.ACHIEVED]
    message = lang.plural(GLANCE, len(results))
    return compose(lang, message, reached=number_of(lang, reached), n=number_of(lang, results))


def audit(lang: Language, found: Audit) -> Sentence:
    """Say how many printed percentages can be tested, and how many agree with their inputs."""
    agreeing = found.with_outcome(Outcome.CONSISTENT)
    return compose(
        lang,
        lang.plural(AUDIT, len(found.lines)),
        tested=_lines(lang, found.tested),
        n=_lines(lang, found.lines),
        agreeing=_lines(lang, agreeing),
    )


def years(lang: Language, name: str, results: Sequence[Assessment]) -> Sentence:
    """Say in how many editions a target was reached, of those that have a figure on it."""
    if not results:
        return compose(lang, NO_YEAR, Name=begin(name))
    reached = [each for each in results if each.state is State.ACHIEVED]
    return compose(
        lang,
        lang.plural(YEARS, len(results)),
        Name=begin(name),
        n=number_of(lang, results),
        reached=number_of(lang, reached),
    )


def timeline(
    lang: Language, acts: Sequence[SupervisionAct], covered: Period, published_on: str
) -> Sentence:
    """Say how many steps of a supervision are told, how many of them are dated, and what ended when."""
    dated = [each for each in acts if each.date]
    return compose(
        lang,
        lang.plural(DATED if dated else UNDATED, len(acts)),
        n=counted(lang, len(acts)),
        dated=counted(lang, len(dated)),
        month=lang.period(covered.end.isoformat()[:7]),
        day=lang.period(published_on),
    )


def _lines(lang: Language, lines: Sequence[Line]) -> Fact:
    return counted(lang, len(lines), [each.printed for each in lines])
