"""Sentences about single figures and declared ratios: the work behind the promises."""

from minsheng.commentary.sentence import Sentence, begin, compose
from minsheng.comparability import Pair
from minsheng.data import Figure, Refusal, Role
from minsheng.facts import (
    figure_period,
    magnitude,
    published,
    ratio_before,
    ratio_change,
    ratio_value,
    recovered_value,
)
from minsheng.language import Language, _
from minsheng.measures import Ratio
from minsheng.recovery import Recovered

FIGURE = _("{Name}: {value}, {period}.")
CRITERION = _("{Name}: {value}.")
RATIO = _("{Name}: {value}, from {numerator} and {denominator}.")
UNIT_READING = _("{Name} (printed in {printed}, read in {read}). {why}")
ELSEWHERE = _("{Name}, {region}: {value}, {period}. No such figure is published for {home}.")
REFUSAL = _("{subject}: not computed, because {why}.")
GROWTH = _(
    "For {name} the source prints a growth of {growth} on the same months of the year before; the base the source used was {base}, recovered and not published."
)
DECLINE = _(
    "For {name} the source prints a decline of {growth} on the same months of the year before; the base the source used was {base}, recovered and not published."
)
CHANGE = _(
    "The ratio of the first to the second was {before} a year earlier by these recovered bases, and {now} now: it changed by a factor of {factor}. The year before was an epidemic year; by itself this does not show a change of the market."
)


def figure(lang: Language, name: str, figure: Figure) -> Sentence:
    """Give one published figure with its period; a criterion is set for no period."""
    period, value = figure_period(lang, figure), published(lang, figure)
    message = CRITERION if figure.role is Role.CRITERION else FIGURE
    return compose(lang, message, value=value, Name=begin(name), period=period)


def ratio(lang: Language, result: Ratio) -> Sentence:
    """Give one declared ratio with both its terms; a one-sided term leaves it one-sided."""
    return compose(
        lang,
        RATIO,
        numerator=published(lang, result.numerator),
        denominator=published(lang, result.denominator),
        Name=begin(result.declared.name.within(lang.code)),
        value=ratio_value(lang, result),
    )


def refusal(lang: Language, refused: Refusal) -> Sentence:
    """Say what is not computed, and why."""
    return compose(
        lang, REFUSAL, subject=refused.subject.within(lang.code), why=refused.why.within(lang.code)
    )


def growth(lang: Language, name: str, base: Recovered) -> Sentence:
    """Give a printed growth and the base that it implies."""
    rate, shown = base.inputs[1], recovered_value(lang, base)
    message = DECLINE if rate.value < 0 else GROWTH
    return compose(lang, message, name=name, growth=magnitude(lang, rate), base=shown)


def ratio_a_year_earlier(lang: Language, now: Ratio, first: Pair, second: Pair) -> Sentence:
    """Set a declared ratio beside the same ratio recovered for a year earlier.

    The pairs hold its numerator and its denominator, each with the growth printed beside it.
    """
    return compose(
        lang,
        CHANGE,
        before=ratio_before(lang, now, first, second),
        now=ratio_value(lang, now),
        factor=ratio_change(lang, first, second),
    )


def unit_reading(lang: Language, name: str, figure: Figure) -> Sentence:
    """Say that a figure is read in another unit than its source prints, and why."""
    return compose(
        lang,
        UNIT_READING,
        Name=begin(name),
        printed=lang.unit(figure.unit),
        read=lang.unit(figure.unit_read),
        why=figure.unit_note.within(lang.code),
    )


def elsewhere(lang: Language, name: str, figure: Figure, region: str, home: str) -> Sentence:
    """Give a figure of another region that has none beside it at home."""
    period, value = figure_period(lang, figure), published(lang, figure)
    return compose(
        lang, ELSEWHERE, Name=begin(name), region=region, value=value, period=period, home=home
    )
