"""The table of the book's own rule: its steps, made from the data that the rule is."""

from collections.abc import Mapping

from minsheng.data import OwnRule, Step
from minsheng.language import Language, _, plural
from minsheng.tables.table import Table, headings
from minsheng.verdict import Evidence, State

STEPS = _("The book's own rule, step by step; the first step that holds decides")
OTHERWISE = _("Otherwise: {result}")
ANY = _("any")
AT_LEAST = plural("at least {n} promise", "at least {n} promises")
AT_LEAST_PCT, EVERY = _("at least {share} of the promises"), _("every promise")
WHOLE_PCT = 100


def own_rule_table(
    lang: Language,
    rule: OwnRule,
    states: Mapping[State, str],
    evidence: Mapping[Evidence, str],
) -> Table:
    """List the steps of the rule; the words for each state and kind of evidence come in English."""
    heads = (
        _("Result"),
        _("Promises that count stand as"),
        _("and rest on evidence that is"),
        _("How many must"),
    )
    rows = [
        (
            rule.results[step.result].within(lang.code),
            lang.clauses(lang.text(states[each]) for each in step.states),
            lang.clauses(lang.text(evidence[each]) for each in step.evidence),
            _threshold(lang, step),
        )
        for step in rule.steps
    ]
    result = rule.results[rule.otherwise].within(lang.code)
    otherwise = lang.text(OTHERWISE).format(result=result)
    last = (otherwise, *[lang.text(ANY)] * 3)
    return Table(lang.text(STEPS), headings(lang, heads), (*rows, last), name="own-rule")


def _threshold(lang: Language, step: Step) -> str:
    if step.at_least is not None:
        number = lang.count(step.at_least)
        return lang.plural(AT_LEAST, step.at_least).format(n=number)
    share = step.at_least_pct
    if share is None or share == WHOLE_PCT:
        return lang.text(EVERY)
    return lang.text(AT_LEAST_PCT).format(
        share=lang.percent(share, 0 if share.denominator == 1 else 2)
    )
