"""Figures and results to facts: published, recomputed, recovered, counted."""

import re
from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction

from minsheng.data import Figure, PeriodBasis, Unit
from minsheng.facts.fact import Fact, How
from minsheng.facts.formula import Formula
from minsheng.language import TAGS, Language, _
from minsheng.quantity import Bound, Interval, ends_in_full, in_full, upward

HEDGES = {
    Bound.EXACT: "{n}",
    Bound.AT_LEAST: _("at least {n}"),
    Bound.AT_MOST: _("at most {n}"),
    Bound.OVER: _("more than {n}"),
    Bound.NEARLY: _("nearly {n}"),
    Bound.ABOUT: _("about {n}"),
}
BASIS = {
    PeriodBasis.STATED: "{period}",
    PeriodBasis.INFERRED: _("{period} (inferred)"),
    PeriodBasis.NOT_STATED: "{period}",
}
SCALE_WORDS = {1: "", 10_000: "万", 1_000_000: " million", 100_000_000: "亿"}
# What a hedge says of a number, said of its size where the number is negative.
MIRRORED = {
    Bound.AT_LEAST: Bound.AT_MOST,
    Bound.AT_MOST: Bound.AT_LEAST,
    Bound.OVER: Bound.NEARLY,
    Bound.NEARLY: Bound.OVER,
}
UNITS_PRINTED = {Unit.PERCENT: "%"}


def published(lang: Language, figure: Figure, *, unit: bool = True) -> Fact:
    """Show a figure as the source hedges it, with its unit."""
    if figure.unit_read in (Unit.PERCENT, Unit.POINT, Unit.RATIO):
        shown = lang.number(figure.value, figure.number.decimals)
        shown = lang.amount(shown, figure.unit_read, figure.value) if unit else shown
    else:
        shown = lang.quantity(figure.value, figure.unit_read) if unit else lang.number(figure.value)
    text = lang.text(HEDGES[figure.bound]).format(n=shown)
    return Fact(text, in_full(figure.value), (figure.figure_id,))


def within_text(lang: Language, text: str, figure: Figure) -> tuple[Fact | str, ...]:
    """Cut a text of the data where it holds a figure's number, and tag the number there.

    The number must stand in the language's form, and not be part of a longer one.
    """
    number = lang.number(figure.value)
    found = re.search(rf"(?<![\d.,]){re.escape(number)}(?![\d万亿]|[.,]\d)", text)
    if found is None:
        return (text,)
    fact = Fact(number, in_full(figure.value), (figure.figure_id,))
    return (text[: found.start()], fact, text[found.end() :])


def magnitude(lang: Language, rate: Figure) -> Fact:
    """Show a rate as hedged without its sign, where the words around it say which way it went."""
    size = lang.percent(abs(rate.value), rate.number.decimals)
    hedge = MIRRORED.get(rate.bound, rate.bound) if rate.value < 0 else rate.bound
    return Fact(lang.text(HEDGES[hedge]).format(n=size), in_full(rate.value), (rate.figure_id,))


def figure_period(lang: Language, figure: Figure) -> str:
    """Return a figure's period in words, and whether it is inferred."""
    period = lang.period(figure.period_text)
    return lang.text(BASIS[figure.period_basis]).format(period=period)


def printed_form(figure: Figure) -> str:
    """Return the digits and the scale word exactly as printed."""
    return f"{figure.printed}{SCALE_WORDS[figure.scale]}{UNITS_PRINTED.get(figure.unit, '')}"


def as_printed(lang: Language, figure: Figure) -> Fact:
    """Show a figure exactly as printed, in the language of the print."""
    text = printed_form(figure)
    foreign = lang.code != "zh" and text != lang.markup(text)
    tag = TAGS["zh"] if foreign else ""
    return Fact(text, in_full(figure.value), (figure.figure_id,), lang=tag)


def between(
    lang: Language,
    interval: Interval,
    unit: Unit,
    inputs: Iterable[Figure],
    *,
    formula: Formula,
    decimals: int = 0,
    how: How = How.RECOMPUTED,
) -> Fact:
    """Show an interval with its ends rounded outward and its unit."""
    text = lang.span(interval, unit, decimals)
    return Fact(text, ends_in_full(interval), _ids(inputs), how, formula, unit)


def percent_between(
    lang: Language,
    interval: Interval,
    inputs: Iterable[Figure],
    decimals: int,
    *,
    formula: Formula,
) -> Fact:
    """Show an interval of percentages, ends rounded outward."""
    return between(lang, interval, Unit.PERCENT, inputs, formula=formula, decimals=decimals)


def at_most_percent(
    lang: Language,
    bound: Fraction,
    inputs: Iterable[Figure],
    decimals: int,
    *,
    formula: Formula,
) -> Fact:
    """Show an upper bound in percent, rounded up so that it stays one."""
    text = lang.amount(lang.decimal(upward(bound, decimals)), Unit.PERCENT)
    value = f"..{in_full(bound)}"
    return Fact(text, value, _ids(inputs), How.RECOVERED, formula, Unit.PERCENT)


def computed(
    lang: Language,
    value: Fraction,
    unit: Unit,
    inputs: Iterable[Figure],
    *,
    formula: Formula,
    decimals: int = 0,
) -> Fact:
    """Show one computed value, halves rounded up."""
    text = lang.amount(lang.number(value, decimals), unit, value)
    return Fact(text, in_full(value), _ids(inputs), How.RECOMPUTED, formula, unit)


def counted(lang: Language, count: int, inputs: Iterable[Figure] = ()) -> Fact:
    """Show how many of something the book has counted, in words where the language does so."""
    return Fact(lang.count(count), str(count), _ids(inputs), How.COUNTED, Formula.COUNT)


def votes(lang: Language, number: int) -> Fact:
    """Show how many members voted or were present, in digits, as a table of votes prints it."""
    return Fact(lang.digits(number), str(number), (), How.PUBLISHED, Formula.VOTES)


def threshold(lang: Language, share: Fraction) -> Fact:
    """Show a threshold that others set, in percent, with a place where it is no whole one."""
    per_cent = share * 100
    text = lang.percent(per_cent, 0 if per_cent.denominator == 1 else 1)
    value = in_full(per_cent)
    return Fact(text, value, (), How.PUBLISHED, Formula.THRESHOLD, Unit.PERCENT)


def digits(lang: Language, count: int) -> Fact:
    """Show how many of something the book has counted, in digits."""
    return Fact(lang.digits(count), str(count), (), How.COUNTED, Formula.COUNT)


def capitalised(fact: Fact) -> Fact:
    """Return the same fact as it begins a sentence."""
    return replace(fact, text=fact.text[:1].upper() + fact.text[1:])


def _ids(figures: Iterable[Figure]) -> tuple[str, ...]:
    return tuple(figure.figure_id for figure in figures)
