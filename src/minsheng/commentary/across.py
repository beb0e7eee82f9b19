"""Sentences that look beyond one edition: earlier years, and the nation beside the city."""

from collections.abc import Iterable, Sequence

from minsheng.commentary.refusals import refused
from minsheng.commentary.sentence import Sentence, compose
from minsheng.comparability import Pair, Refused
from minsheng.facts import (
    Fact,
    completion_rate,
    counted,
    elapsed_pct,
    growth_pct,
    published,
    share_pct,
    target_over_year_before,
)
from minsheng.indicators import Peer
from minsheng.language import Language, _, plural
from minsheng.measures import Completion, Growth, Share
from minsheng.quantity import Interval

GROWN = _(
    "Growth from {second} ({second_period}) to {first} ({first_period}), the same months of two years: {growth}."
)
AMBITION = _(
    "The target of {year} was {share} of what the year before had reached: {target} against {reached}."
)
NATION = _(
    "For the whole country the target of {year} was {share} of what the year before had reached: {target} against {reached}. Targets are floors, often set from above."
)
PEERS = plural(
    "Of {n} figure of another region in this book {beside} can be read beside a figure of Ningbo.",
    "Of {n} figures of other regions in this book {beside} can be read beside a figure of Ningbo.",
)
NOT_BESIDE = _(
    "About a province or the country, and not a city: {levels}. Without a figure of Ningbo on the same measure and period: {missing}."
)
COMPLETED = _("Completion of {target} by {actual}: {rate}.")
SHARE = _(
    "In the whole country {period} made up {share} of the year's figure, against {elapsed} of the calendar."
)


def growth(lang: Language, found: Growth | Refused) -> Sentence:
    """Give the growth over an earlier figure, or the reason why there is none."""
    if isinstance(found, Refused):
        return refused(lang, found)
    first, second = found.pair.figures
    return compose(
        lang,
        GROWN,
        first=published(lang, first),
        first_period=lang.period(first.period_text),
        second=published(lang, second),
        second_period=lang.period(second.period_text),
        growth=growth_pct(lang, found),
    )


def nation(lang: Language, found: tuple[Pair, Interval] | None) -> Sentence | None:
    """Set the country's target beside what its year before had reached."""
    return None if found is None else _ambition(lang, NATION, *found)


def ambition(lang: Language, pair: Pair, share: Interval) -> Sentence:
    """Set a target beside what the year before had reached."""
    return _ambition(lang, AMBITION, pair, share)


def _ambition(lang: Language, message: str, pair: Pair, share: Interval) -> Sentence:
    target, reached = pair.figures
    return compose(
        lang,
        message,
        year=lang.period(target.period_text),
        share=target_over_year_before(lang, pair, share),
        target=published(lang, target),
        reached=published(lang, reached),
    )


def completion(lang: Language, done: Completion) -> Sentence:
    """Give a completion in one short sentence."""
    actual, target = (published(lang, each) for each in done.inputs)
    return compose(lang, COMPLETED, target=target, actual=actual, rate=completion_rate(lang, done))


def share(lang: Language, found: Share) -> Sentence:
    """Say which share of a year its first months made up in the whole country."""
    return compose(
        lang,
        SHARE,
        period=lang.period(found.pair.first.period_text),
        share=share_pct(lang, found),
        elapsed=elapsed_pct(lang, found),
    )


def peers(lang: Language, found: Sequence[Peer]) -> tuple[Sentence, ...]:
    """Say how many figures of other regions can be read beside one of Ningbo, and why not more."""
    if not found:
        return ()
    held = compose(
        lang,
        lang.plural(PEERS, len(found)),
        n=_peers(lang, found),
        beside=_peers(lang, (each for each in found if each.stands_beside)),
    )
    if all(each.stands_beside for each in found):
        return (held,)
    missing = compose(
        lang,
        NOT_BESIDE,
        levels=_peers(lang, (each for each in found if not each.same_level)),
        missing=_peers(lang, (each for each in found if each.own is None)),
    )
    return (held, missing)


def _peers(lang: Language, found: Iterable[Peer]) -> Fact:
    figures = [each.figure for each in found]
    return counted(lang, len(figures), figures)
