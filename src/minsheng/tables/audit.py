"""The tables of the audit: every printed percentage, and every declared relation."""

from collections.abc import Iterable, Mapping

from minsheng.audit import Audit, Derivation, Finding, Line, Outcome, RelationLine
from minsheng.data import HOME_REGION, Catalogue, Figure, Nature
from minsheng.facts import (
    figure_period,
    naive_percentage,
    passing_values,
    published,
    recomputed_percentage,
)
from minsheng.language import Language, _
from minsheng.tables.cell import Cell
from minsheng.tables.table import Table, headings

AUDIT = _("Every printed percentage and its test")
RELATIONS = _("Relations between figures that should hold")
ELSEWHERE = _("{period}, {region}")
NOT_TESTED = _("not tested")
NO_END = _("no limit")
PERCENTAGE = _("{name}: {derivation}")


def audit_table(
    lang: Language,
    catalogue: Catalogue,
    found: Audit,
    derivations: Mapping[Derivation, str],
    outcomes: Mapping[Outcome, str],
) -> Table:
    """List every printed percentage with its test; the words for each kind come in English."""
    heads = (
        _("Percentage"),
        _("Period"),
        _("Printed"),
        _("Recomputed"),
        _("From the printed digits"),
        _("Values that would have passed"),
        _("Outcome"),
        _("If cut off, not rounded"),
    )
    rows = []
    for line in found.lines:
        name = catalogue.measures[line.printed.measure].name.within(lang.code)
        derivation = lang.text(derivations[line.derivation])
        title = lang.text(PERCENTAGE).format(name=name, derivation=derivation)
        when = period_and_region(lang, catalogue, line.printed)
        ends = (lang.text(outcomes[line.outcome]), lang.text(outcomes[line.truncated]))
        rows.append((title, when, published(lang, line.printed), *_arithmetic(lang, line), *ends))
    numeric = headings(lang, heads, numeric=(2, 3, 4, 5))
    return Table(lang.text(AUDIT), numeric, tuple(rows), name="tests")


def period_and_region(lang: Language, catalogue: Catalogue, figure: Figure) -> str:
    """Return a figure's period in words, with its region where that is not the city."""
    period = figure_period(lang, figure)
    if figure.region == HOME_REGION:
        return period
    region = catalogue.regions[figure.region].name.within(lang.code)
    return lang.text(ELSEWHERE).format(period=period, region=region)


def _arithmetic(lang: Language, line: Line) -> tuple[Cell, Cell, Cell]:
    if line.recomputed is None:
        none = lang.text(NOT_TESTED)
        return (none, none, none)
    return (
        recomputed_percentage(lang, line, line.recomputed),
        naive_percentage(lang, line, line.recomputed),
        lang.text(NO_END) if line.force is None else passing_values(lang, line, line.force),
    )


def relations_table(
    lang: Language,
    relations: Iterable[RelationLine],
    natures: Mapping[Nature, str],
    findings: Mapping[Finding, str],
) -> Table:
    """List every relation whose figures are published; words for each kind come in English."""
    heads = (
        _("Why it should hold"),
        _("It holds"),
        _("This figure"),
        _("is at most this one"),
        _("Finding"),
    )
    rows = []
    for each in relations:
        why = each.relation.why.within(lang.code)
        words = lang.text(natures[each.relation.nature]), lang.text(findings[each.finding])
        for part in each.parts:
            pair = published(lang, part), published(lang, each.whole)
            rows.append((why, words[0], *pair, words[1]))
    numeric = headings(lang, heads, numeric=(2, 3))
    return Table(lang.text(RELATIONS), numeric, tuple(rows), name="relations")
