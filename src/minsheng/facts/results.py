"""Results to facts, each with the rounding that the whole book shows it with.

A chapter's sentence and the worked example of the method show one result alike, because both take
it from here.
"""

from collections.abc import Mapping
from fractions import Fraction

from minsheng.comparability import Pair
from minsheng.data import Figure, Measure, Unit
from minsheng.facts.fact import Fact, How
from minsheng.facts.formula import Formula
from minsheng.facts.shown import at_most_percent, between, computed, percent_between
from minsheng.language import Language
from minsheng.measures import Completion, Growth, Ratio, Share
from minsheng.quantity import Interval
from minsheng.recovery import (
    Recovered,
    What,
    ambition_over_recovered,
    change_of_ratio,
    recover_base,
)
from minsheng.verdict import Flip

RECOVERED: Mapping[What, Formula] = {
    What.BASE: Formula.BASE,
    What.TARGET: Formula.TARGET,
    What.ACTUAL: Formula.NARROWED,
}


def completion_rate(lang: Language, done: Completion) -> Fact:
    """Show a completion in percent: a range with three places, one value with two."""
    if done.rate_pct.is_point:
        return computed(
            lang,
            done.naive_pct,
            Unit.PERCENT,
            done.inputs,
            formula=Formula.COMPLETION,
            decimals=2,
        )
    return percent_between(lang, done.rate_pct, done.inputs, 3, formula=Formula.COMPLETION)


def gap_size(lang: Language, done: Completion, gap: Interval) -> Fact:
    """Show the distance from a target in the unit of both terms; `gap` is signed by the caller."""
    return between(lang, gap, done.actual.unit_read, done.inputs, formula=Formula.GAP)


def even_spread(lang: Language, done: Completion, pace_pct: Interval) -> Fact:
    """Show a completion against an even spread, in percent with one place."""
    return percent_between(lang, pace_pct, done.inputs, 1, formula=Formula.EVEN_SPREAD)


def even_spread_so_far(lang: Language, done: Completion, elapsed: Fraction) -> Fact:
    """Show what an even spread of the target would give over the share of the year elapsed."""
    so_far, unit = done.target.value * elapsed, done.target.unit_read
    return computed(lang, so_far, unit, done.inputs, formula=Formula.SPREAD_SO_FAR)


def enclosed(lang: Language, figure: Figure) -> Fact:
    """Show the values that would be printed like a figure, in its unit.

    The ends of a rounded rate lie half a unit of its last place away, so they take one place more.
    """
    found, unit = figure.enclosure(), figure.unit_read
    places = figure.number.decimals if figure.scale == 1 else 0
    if not unit.is_count and figure.scale == 1 and not found.is_point:
        places += 1
    return between(lang, found, unit, (figure,), formula=Formula.ENCLOSURE, decimals=places)


def printed_range(lang: Language, figure: Figure) -> Fact | None:
    """Show what a figure lies between as it is printed, or `None` where it is one value or open."""
    at = figure.enclosure()
    return None if at.is_point or not at.is_bounded else enclosed(lang, figure)


def change_to_flip(lang: Language, done: Completion, flip: Flip) -> Fact:
    """Show the size of the change that leads to another state, in the unit of the actual."""
    unit = done.actual.unit_read
    return computed(lang, Fraction(abs(flip.change)), unit, done.inputs, formula=Formula.FLIP)


def recovered_value(lang: Language, found: Recovered) -> Fact:
    """Show a recovered value, its ends rounded outward to the last place of its actual.

    A narrowed actual keeps every place: rounding it would take back what it was narrowed by.
    """
    narrowed = found.what is What.ACTUAL
    return between(
        lang,
        found.value,
        found.unit,
        found.inputs,
        formula=RECOVERED[found.what],
        decimals=0 if narrowed else 1 - len(str(int(found.inputs[0].number.step))),
        how=How.RECOVERED,
    )


def most_of_base(lang: Language, measure: Measure, target: Figure, base: Recovered) -> Fact | None:
    """Show the largest share of the recovered base that a target can be, rounded up.

    `None` where the catalogue does not declare it, or where it is not below one: over a base of
    part of a year it says nothing then.
    """
    share = ambition_over_recovered(measure, target, base)
    if share is None or share.high is None or share.high >= 1:
        return None
    inputs = (target, *base.inputs)
    return at_most_percent(lang, share.high * 100, inputs, 1, formula=Formula.AMBITION)


def ratio_value(lang: Language, ratio: Ratio) -> Fact:
    """Show a declared ratio with the decimals of the catalogue."""
    declared = ratio.declared
    return between(
        lang,
        ratio.value,
        declared.unit,
        ratio.inputs,
        formula=Formula.RATIO,
        decimals=declared.decimals,
    )


def ratio_before(lang: Language, ratio: Ratio, first: Pair, second: Pair) -> Fact:
    """Show a declared ratio recovered for a year earlier, from its two terms and their growth."""
    return between(
        lang,
        recover_base(first).value / recover_base(second).value,
        ratio.declared.unit,
        (*first.figures, *second.figures),
        formula=Formula.RATIO_A_YEAR_EARLIER,
        decimals=ratio.declared.decimals,
        how=How.RECOVERED,
    )


def ratio_change(lang: Language, first: Pair, second: Pair) -> Fact:
    """Show by which factor a ratio changed, from the growth of its two terms, to three places."""
    return between(
        lang,
        change_of_ratio(first, second),
        Unit.RATIO,
        (first.figures[1], second.figures[1]),
        formula=Formula.CHANGE_OF_RATIO,
        decimals=3,
    )


def growth_pct(lang: Language, growth: Growth) -> Fact:
    """Show the growth between two figures in percent with one place."""
    inputs = growth.pair.figures
    return percent_between(lang, growth.change_pct, inputs, 1, formula=Formula.GROWTH)


def share_pct(lang: Language, share: Share) -> Fact:
    """Show which share of a year its first months made up, in percent with one place."""
    inputs = share.pair.figures
    return percent_between(lang, share.share_pct, inputs, 1, formula=Formula.SHARE_OF_YEAR)


def elapsed_pct(lang: Language, share: Share) -> Fact:
    """Show the share of the calendar year that the same months are, in percent with one place."""
    value, unit = share.elapsed_pct, Unit.PERCENT
    return computed(lang, value, unit, (share.pair.first,), formula=Formula.ELAPSED, decimals=1)


def target_over_year_before(lang: Language, pair: Pair, ambition: Interval) -> Fact:
    """Show a target in percent of what the year before had reached, with one place."""
    formula = Formula.TARGET_OVER_YEAR_BEFORE
    return percent_between(lang, ambition * 100, pair.figures, 1, formula=formula)
