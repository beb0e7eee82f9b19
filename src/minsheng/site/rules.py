"""The rules as tables, made from the code that applies them: conditions, states, evidence."""

from collections.abc import Callable, Iterable, Mapping

from minsheng.commentary.overview import OPINIONS as OFFICIAL_OPINIONS
from minsheng.commentary.promises import EVIDENCE_NAMES, STATE_NAMES
from minsheng.comparability import Comparing, Condition
from minsheng.comparability.guard import CONDITIONS
from minsheng.data import load_book
from minsheng.language import Language, _
from minsheng.tables import Table, headings, own_rule_table
from minsheng.verdict import Assessment, Evidence, State, assess_all, rule_on

COMPARISONS = _("What may be set against what, and on which conditions")
COMPUTED, MUST_HOLD = _("What is computed"), _("What must hold")
STATES, STATE, WHEN = _("The states, in the order they are decided"), _("State"), _("When")
EVIDENCES, EVIDENCE, MEANING = _("The kinds of evidence"), _("Evidence"), _("What it means")
OPINIONS, EDITION, OFFICIAL = _("Opinions, side by side"), _("Edition"), _("Official opinion")
OWN_RULE, NO_OPINION = _("What the book's rule comes to"), _("none published")
STAND_HERE, NOBODY = _("Promises that stand here"), "–"
PROMISE = _("{name} ({year})")
COMPARED = {
    Comparing.COMPLETION: _("completion: what was reported over its target"),
    Comparing.COMPLETED: _("the target behind a printed completion"),
    Comparing.GROWTH: _("the base behind a printed growth"),
    Comparing.BASE: _("growth printed in one year against the figure of the year before"),
    Comparing.SERIES: _("growth between two editions"),
    Comparing.AMBITION: _("ambition: a target over what the year before reached"),
    Comparing.PART_OF_YEAR: _("the first months of a year over the whole of it"),
    Comparing.RATIO: _("a ratio of two measures"),
}
HOLDING = {
    Condition.MEASURE: _("same measure"),
    Condition.REGION: _("same region"),
    Condition.UNIT: _("same unit as read"),
    Condition.KIND: _("same kind"),
    Condition.PERIOD: _("same period"),
    Condition.YEAR: _("same calendar year"),
    Condition.MONTHS: _("same months of another year"),
    Condition.WHOLE_YEAR: _("the beginning of the same year"),
    Condition.YEAR_BEFORE: _("the year before the target's"),
    Condition.ZERO: _("the second is not zero"),
}
DECIDED = {
    State.NOT_PUBLISHED: _(
        "No figure and no sentence has been published. Unpublished is not failed."
    ),
    State.NOT_COMPARABLE: _("Both terms are printed, but a condition for comparing them fails."),
    State.NOT_COMPUTABLE: _("A figure is reported, but its target is not printed."),
    State.UNDETERMINED: _(
        "The range of what is printed lies on both sides of the threshold, or the figure does not "
        "say which months it covers."
    ),
    State.ACHIEVED: _(
        "Every value that would be printed so reaches the target; or the count reported is said to "
        "be all there are."
    ),
    State.STATED_ACHIEVED: _("A rate of the whole is printed; the number behind it is not."),
    State.ASSERTED_ACHIEVED: _("A sentence says so; no figure is printed."),
    State.ON_SCHEDULE: _(
        "The target is not reached, the year is not over, and no value lies below an even spread."
    ),
    State.BEHIND: _(
        "The target is not reached, the year is not over, and all values lie below an even spread."
    ),
    State.MISSED: _("The year is over and no value reaches the target."),
}
RESTING = {
    Evidence.RECOMPUTABLE: _(
        "Both terms are printed, or a count that is said to be all there are: anyone can recompute "
        "the result."
    ),
    Evidence.STATED: _("One of the two terms is not printed: the result is a statement."),
    Evidence.ASSERTED: _("A sentence says so; no term is printed."),
    Evidence.NONE: _("Nothing has been published yet."),
}


def comparisons(lang: Language) -> Table:
    """Return what may be computed from two figures, each with its conditions."""
    rows = tuple(
        (lang.text(COMPARED[each]), lang.enumerated(lang.text(HOLDING[one]) for one in conditions))
        for each, conditions in CONDITIONS.items()
    )
    heads = headings(lang, (COMPUTED, MUST_HOLD))
    return Table(lang.text(COMPARISONS), heads, rows, name="comparisons")


def states(lang: Language) -> Table:
    """Return the states in their order, each with the promises of all editions that stand there."""
    judged = list(_judged())
    rows = tuple(
        (
            lang.text(STATE_NAMES[state]),
            lang.text(DECIDED[state]),
            _named(lang, (each for each in judged if each.state is state)),
        )
        for state in State
    )
    heads = headings(lang, (STATE, WHEN, STAND_HERE))
    return Table(lang.text(STATES), heads, rows, name="states")


def evidence(lang: Language) -> Table:
    """Return the kinds of evidence, each with the promises of all editions that rest on it."""
    judged = list(_judged())
    rows = tuple(
        (
            lang.text(EVIDENCE_NAMES[kind]),
            lang.text(RESTING[kind]),
            _named(lang, (each for each in judged if each.evidence is kind)),
        )
        for kind in Evidence
    )
    heads = headings(lang, (EVIDENCE, MEANING, STAND_HERE))
    return Table(lang.text(EVIDENCES), heads, rows, name="evidence")


def own_rule(lang: Language) -> Table:
    """Return the steps of the book's own rule, as `data/rules.yml` holds them."""
    return own_rule_table(lang, load_book().rules.own_rule, STATE_NAMES, EVIDENCE_NAMES)


def opinions(lang: Language) -> Table:
    """Return for every edition the official opinion and what the book's own rule comes to."""
    book, judged = load_book(), list(_judged())
    rule, rows = book.rules.own_rule, []
    for year in sorted(book.editions(), reverse=True):
        official = book.edition(year).entry.opinion
        own = rule_on(rule, [each for each in judged if each.promised.promise.edition == year])
        said = OFFICIAL_OPINIONS[official] if official is not None else NO_OPINION
        rows.append((str(year), lang.text(said), rule.results[own.result].within(lang.code)))
    heads = headings(lang, (EDITION, OFFICIAL, OWN_RULE))
    return Table(lang.text(OPINIONS), heads, tuple(rows), name="opinions")


def _judged() -> Iterable[Assessment]:
    book = load_book()
    for year in sorted(book.editions(), reverse=True):
        yield from assess_all(book.edition(year)).values()


def _named(lang: Language, judged: Iterable[Assessment]) -> str:
    names = [
        lang.text(PROMISE).format(
            name=each.promised.measure.name.within(lang.code), year=each.promised.promise.edition
        )
        for each in judged
    ]
    return lang.enumerated(names) or NOBODY


TABLES: Mapping[str, Callable[[Language], Table]] = {
    "comparisons": comparisons,
    "states": states,
    "evidence": evidence,
    "own-rule": own_rule,
    "opinions": opinions,
}
