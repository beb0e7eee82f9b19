"""Results of the audit to facts, each with the rounding that the whole book shows it with."""

from collections.abc import Mapping
from fractions import Fraction

from minsheng.audit import Derivation, InputFlip, Line, Recomputed
from minsheng.data import Unit
from minsheng.facts.fact import Fact
from minsheng.facts.formula import Formula
from minsheng.facts.shown import computed, counted, percent_between
from minsheng.language import Language

FORMULA: Mapping[Derivation, Formula] = {
    Derivation.COMPLETION: Formula.COMPLETION,
    Derivation.GROWTH: Formula.GROWTH,
}


def recomputed_percentage(lang: Language, line: Line, found: Recomputed) -> Fact:
    """Show the recomputed interval, with one place more than the source prints."""
    places, formula = line.printed.number.decimals + 1, FORMULA[line.derivation]
    if found.value_pct.is_point:
        value, unit = found.naive_pct, Unit.PERCENT
        return computed(lang, value, unit, line.inputs, formula=formula, decimals=places)
    return percent_between(lang, found.value_pct, line.inputs, places, formula=formula)


def naive_percentage(lang: Language, line: Line, found: Recomputed) -> Fact:
    """Show what the printed digits alone give, with the places that the source prints."""
    places, formula = line.printed.number.decimals, FORMULA[line.derivation]
    value, unit = found.naive_pct, Unit.PERCENT
    return computed(lang, value, unit, line.inputs, formula=formula, decimals=places)


def passing_values(lang: Language, line: Line, count: int) -> Fact:
    """Show the force of a test: how many printed values would have passed."""
    return counted(lang, count, (line.printed, *line.inputs))


def change_of_input(lang: Language, line: Line, flip: InputFlip) -> Fact:
    """Show the size of the change of an input that changes the outcome, in its unit."""
    size, unit = Fraction(abs(flip.change)), flip.figure.unit_read
    return computed(lang, size, unit, line.inputs, formula=Formula.INPUT_FLIP)
