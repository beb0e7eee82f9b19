"""Tables across the years: a measure year by year, and other regions beside Ningbo."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from minsheng.commentary import begin
from minsheng.data import Catalogue, Edition, State, Unit
from minsheng.facts import figure_period, published
from minsheng.indicators import Peer, Year, span
from minsheng.language import Language, _
from minsheng.tables import Cell, Heading, Table, headings
from minsheng.verdict import Assessment, assess_all

PROMISES = _("Every promise, and where it stood at the cut-off of its edition")
UP_TO, NO_CUTOFF = _("Figures up to"), _("no figure published yet")
NO_PROMISE = _("no promise in this book")
YEARS = _("{Name}: what was promised for each year, and what was reported by the cut-off")
YEAR, TARGET, REPORTED, MONTHS = _("Year"), _("Target"), _("Reported"), _("Months that it covers")
NO_FIGURE, NO_TARGET = _("no figure in this book"), _("no target in this book")
IN_UNIT = _("{heading} ({unit})")
PEERS = _("Figures of other regions, and what this book holds of Ningbo for the same period")
MEASURE, PERIOD, REGION = _("Measure"), _("Period"), _("Region")
ITS_FIGURE, HOME, FINDING = _("Its figure"), _("Ningbo"), _("Side by side?")
NOT_BESIDE = _("no: {reasons}")
MISSING = _("no figure of Ningbo for the period")
LEVELS = _("a region of another level")
SIDE_BY_SIDE = _("yes: the same measure and period, and regions of one level")


def promises_table(
    lang: Language, catalogue: Catalogue, editions: Sequence[Edition], states: Mapping[State, str]
) -> Table:
    """Set every promise beside where it stood at the cut-off of each edition, in their order."""
    judged = [assess_all(each) for each in editions]
    promised = {measure for results in judged for measure in results}
    years = (Heading(lang.period(str(each.year))) for each in editions)
    cutoffs = (lang.text(UP_TO), *(_cutoff(lang, each) for each in editions))
    rows = (
        (
            begin(measure.name.within(lang.code)),
            *(_stood(lang, results.get(key), states) for results in judged),
        )
        for key, measure in catalogue.measures.items()
        if key in promised
    )
    heads = (Heading(lang.text(MEASURE)), *years)
    return Table(lang.text(PROMISES), heads, (cutoffs, *rows), name="promises")


def _cutoff(lang: Language, edition: Edition) -> str:
    cutoff = edition.entry.cutoff
    return lang.text(NO_CUTOFF) if cutoff is None else lang.period(cutoff.text)


def _stood(lang: Language, judged: Assessment | None, states: Mapping[State, str]) -> str:
    return lang.text(NO_PROMISE if judged is None else states[judged.state])


def years_table(lang: Language, key: str, name: str, years: Sequence[Year]) -> Table:
    """List a measure year by year; years that follow each other without a figure are one row.

    A unit that all figures share stands in the headings.
    """
    units = {each.unit_read for year in years for each in year.figures}
    unit = units.pop() if len(units) == 1 else None
    rows = tuple(
        row
        for empty, found in groupby(years, lambda each: each.is_empty)
        for row in (_gap(lang, [*found]) if empty else _filled(lang, found, unit=unit is None))
    )
    names = (YEAR, *(_in_unit(lang, each, unit) for each in (TARGET, REPORTED)), MONTHS)
    heads = headings(lang, names, numeric=(1, 2))
    file = f"years-{key.replace('_', '-')}"
    return Table(lang.text(YEARS).format(Name=name), heads, rows, name=file)


def _gap(lang: Language, years: Sequence[Year]) -> Iterator[tuple[Cell, ...]]:
    yield (lang.period(span(years)), lang.text(NO_TARGET), lang.text(NO_FIGURE), "")


def _in_unit(lang: Language, heading: str, unit: Unit | None) -> str:
    if unit is None:
        return heading
    return lang.text(IN_UNIT).format(heading=lang.text(heading), unit=lang.unit(unit))


def _filled(lang: Language, years: Iterable[Year], *, unit: bool) -> Iterator[tuple[Cell, ...]]:
    for year in years:
        name, target = lang.period(str(year.year)), year.target
        promised = lang.text(NO_TARGET) if target is None else published(lang, target, unit=unit)
        if not year.reports:
            yield (name, promised, lang.text(NO_FIGURE), "")
        for each in year.reports:
            yield (name, promised, published(lang, each, unit=unit), figure_period(lang, each))


def peers_table(lang: Language, catalogue: Catalogue, peers: Sequence[Peer]) -> Table:
    """Set every report of another region beside Ningbo's, or say what is missing.

    Regions stand in the order of their codes and are never ranked.
    """
    rows = tuple(_peer(lang, catalogue, each) for each in peers)
    heads = (MEASURE, PERIOD, REGION, ITS_FIGURE, HOME, FINDING)
    return Table(lang.text(PEERS), headings(lang, heads, numeric=(3, 4)), rows, name="peers")


def _peer(lang: Language, catalogue: Catalogue, peer: Peer) -> tuple[Cell, ...]:
    figure, own = peer.figure, peer.own
    return (
        begin(catalogue.measures[figure.measure].name.within(lang.code)),
        figure_period(lang, figure),
        catalogue.regions[figure.region].name.within(lang.code),
        published(lang, figure),
        lang.text(NO_FIGURE) if own is None else published(lang, own),
        _finding(lang, peer),
    )


def _finding(lang: Language, peer: Peer) -> str:
    if peer.stands_beside:
        return lang.text(SIDE_BY_SIDE)
    against = {LEVELS: not peer.same_level, MISSING: peer.own is None}
    reasons = lang.clauses(lang.text(each) for each, holds in against.items() if holds)
    return lang.text(NOT_BESIDE).format(reasons=reasons)
