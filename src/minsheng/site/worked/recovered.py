"""Worked examples of what figures imply: a base, the ambition of a target, a ratio then and now."""

from minsheng.commentary import compose
from minsheng.comparability import Pair
from minsheng.data import Unit
from minsheng.facts import (
    Formula,
    between,
    enclosed,
    most_of_base,
    ratio_before,
    ratio_change,
    ratio_value,
    recovered_value,
    share_pct,
)
from minsheng.language import Language, _
from minsheng.measures import Ratio
from minsheng.recovery import What, actual_of, recover_base
from minsheng.site.worked.subjects import (
    completed,
    implied,
    ratio,
    share_of_the_year,
    view_of,
    with_growth,
)
from minsheng.site.worked.worked import (
    Step,
    Worked,
    bare,
    bracketed,
    failing,
    measure_title,
    named_title,
    printed_step,
)

BASE, BASE_OF = _("base the source used"), _("Recovered base: {name}, {year}")
FROM_GROWTH = _("reported ÷ (1 + growth): {actual} ÷ (1 + {growth})")
AMBITION, AMBITION_OF = _("ambition, at most"), _("Ambition: {name}, {year}")
OVER_BASE = _("target ÷ base: {target} ÷ {base}")
TARGET, TARGET_OF = _("target the source used"), _("Recovered target: {name}, {year}")
BY_COMPLETION = _("reported ÷ completion: {actual} ÷ {completion}")
NARROWED, NARROWED_OF = _("reported figure, narrowed"), _("A figure narrowed: {name}, {year}")
ALLOWED, TIMES = _("what the completion allows"), _("target × completion: {target} × {completion}")
BOTH = _("what the figure and its completion allow together")
SHARE, SHARE_OF = _("share of the year"), _("How a year ran: {name}, {year}")
OF_YEAR = _("first months ÷ whole year: {part} ÷ {whole}")
RATIO_OF, DIVIDED = _("{name}, {year}"), _("{numerator} ÷ {denominator}")
EARLIER, EARLIER_OF = _("the ratio a year earlier"), _("{name}, a year earlier than {year}")
OF_BASES = _("ratio of the two bases: {first} ÷ {second}")
CHANGE, CHANGE_OF = _("change of the ratio"), _("Change of a ratio: {name}, {year}")
RATES = _("(1 + {first}) ÷ (1 + {second})")
LONG_WAY = _("the long way, each figure standing twice")
THEN_NOW = _("ratio now ÷ ratio a year earlier: {now} ÷ {before}")


def base(lang: Language, subject: str) -> Worked:
    """Recover the base a year earlier behind a printed growth rate."""
    pair = with_growth(subject)
    printed = [printed_step(lang, each) for each in pair.figures]
    return Worked(measure_title(lang, BASE_OF, pair.first), (*printed, _base(lang, pair)))


def _base(lang: Language, pair: Pair) -> Step:
    actual, growth = pair.figures
    terms = {
        "actual": bare(lang, actual),
        "growth": enclosed(lang, growth),
    }
    shown = recovered_value(lang, recover_base(pair))
    return Step(lang.text(BASE), compose(lang, FROM_GROWTH, **terms), shown)


def ambition(lang: Language, subject: str) -> Worked:
    """Set a target against the recovered base, as an upper bound below one."""
    result, done = completed(subject)
    pair = with_growth(subject)
    found = recover_base(pair)
    share = most_of_base(lang, result.promised.measure, done.target, found)
    if share is None:
        raise failing("Over a base of part of a year this target shows no ambition.", subject)
    terms = {
        "target": bare(lang, done.target),
        "base": bracketed(lang, recovered_value(lang, found)),
    }
    last = Step(lang.text(AMBITION), compose(lang, OVER_BASE, **terms), share)
    steps = (printed_step(lang, done.target), _base(lang, pair), last)
    return Worked(measure_title(lang, AMBITION_OF, done.actual), steps)


def target(lang: Language, subject: str) -> Worked:
    """Recover the target behind a printed completion, where no target is printed."""
    found = implied(subject, What.TARGET)
    actual, completion = found.inputs
    terms = {"actual": bare(lang, actual), "completion": enclosed(lang, completion)}
    last = Step(
        lang.text(TARGET), compose(lang, BY_COMPLETION, **terms), recovered_value(lang, found)
    )
    printed = [printed_step(lang, each) for each in found.inputs]
    return Worked(measure_title(lang, TARGET_OF, actual), (*printed, last))


def narrowed(lang: Language, subject: str) -> Worked:
    """Narrow a reported figure by its printed completion: what both allow together."""
    __, done = completed(subject)
    found = actual_of(*view_of(subject))
    if found is None:
        raise failing("The printed completion does not narrow this figure.", subject)
    actual, goal, completion = found.inputs
    allowed = done.target.enclosure() * (completion.enclosure() / 100)
    inputs = (goal, completion)
    steps = (
        *(printed_step(lang, each) for each in found.inputs),
        Step(
            lang.text(ALLOWED),
            compose(lang, TIMES, target=bare(lang, goal), completion=enclosed(lang, completion)),
            between(lang, allowed, actual.unit_read, inputs, formula=Formula.NARROWED),
        ),
        Step(lang.text(NARROWED), compose(lang, BOTH), recovered_value(lang, found)),
    )
    return Worked(measure_title(lang, NARROWED_OF, actual), steps)


def part_of_year(lang: Language, subject: str) -> Worked:
    """Divide the first months of a year by the whole of it; the subject names the months."""
    share = share_of_the_year(subject)
    first, whole = share.pair.figures
    terms = {"part": bare(lang, first), "whole": bare(lang, whole)}
    last = Step(lang.text(SHARE), compose(lang, OF_YEAR, **terms), share_pct(lang, share))
    printed = [printed_step(lang, each, dated=True) for each in share.pair.figures]
    return Worked(measure_title(lang, SHARE_OF, whole), (*printed, last))


def divided(lang: Language, subject: str) -> Worked:
    """Divide one measure by another where the catalogue declares the pair."""
    found = ratio(subject)
    printed = [printed_step(lang, each) for each in found.inputs]
    return Worked(_title(lang, RATIO_OF, found), (*printed, _ratio(lang, found)))


def _title(lang: Language, message: str, found: Ratio) -> str:
    name = found.declared.name.within(lang.code)
    return named_title(lang, message, name, found.numerator)


def _ratio(lang: Language, found: Ratio) -> Step:
    terms = {
        "numerator": bare(lang, found.numerator),
        "denominator": bare(lang, found.denominator),
    }
    name = found.declared.name.within(lang.code)
    return Step(name, compose(lang, DIVIDED, **terms), ratio_value(lang, found))


def _growths(subject: str) -> tuple[Pair, Pair]:
    """Return numerator and denominator of a ratio, each with the growth printed beside it."""
    year = subject.partition(".")[0]
    first, second = (with_growth(f"{year}.{each.measure}") for each in ratio(subject).inputs)
    return first, second


def earlier(lang: Language, subject: str) -> Worked:
    """Recover a ratio a year earlier from the bases of both its terms."""
    found, pairs = ratio(subject), _growths(subject)
    first, second = (recover_base(each) for each in pairs)
    terms = {
        "first": bracketed(lang, recovered_value(lang, first)),
        "second": bracketed(lang, recovered_value(lang, second)),
    }
    shown = ratio_before(lang, found, *pairs)
    last = Step(lang.text(EARLIER), compose(lang, OF_BASES, **terms), shown)
    steps = [_base(lang, each) for each in pairs]
    return Worked(_title(lang, EARLIER_OF, found), (*steps, last))


def change(lang: Language, subject: str) -> Worked:
    """Divide two growth factors, each input standing once, beside the wider long way."""
    found, pairs = ratio(subject), _growths(subject)
    rates = [each.second for each in pairs]
    terms = {"first": enclosed(lang, rates[0]), "second": enclosed(lang, rates[1])}
    shown = ratio_change(lang, *pairs)
    last = Step(lang.text(CHANGE), compose(lang, RATES, **terms), shown)
    printed = [printed_step(lang, each) for each in rates]
    return Worked(_title(lang, CHANGE_OF, found), (*printed, _long_way(lang, found, pairs), last))


def _long_way(lang: Language, found: Ratio, pairs: tuple[Pair, Pair]) -> Step:
    first, second = (recover_base(each) for each in pairs)
    before = ratio_before(lang, found, *pairs)
    terms = {"now": bracketed(lang, ratio_value(lang, found)), "before": bracketed(lang, before)}
    wide = found.value / (first.value / second.value)
    inputs = (*first.inputs, *second.inputs)
    value = between(lang, wide, Unit.RATIO, inputs, formula=Formula.CHANGE_BY_RATIOS, decimals=3)
    return Step(lang.text(LONG_WAY), compose(lang, THEN_NOW, **terms), value)
