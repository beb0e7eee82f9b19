"""Tables across the years: a measure year by year, and other regions beside Ningbo."""

from collections.abc import Sequence

from minsheng.commentary import begin
from minsheng.data import HOME_REGION, Catalogue, Figure, Role
from minsheng.facts import figure_period, published
from minsheng.indicators import Year
from minsheng.language import Language, _
from minsheng.tables import Cell, Table, headings

YEARS = _("{Name}: what was promised for each year, and what was reported by the cut-off")
YEAR, TARGET, REPORTED, MONTHS = _("Year"), _("Target"), _("Reported"), _("Months that it covers")
NO_FIGURE, NO_TARGET = _("no figure in this book"), _("no target in this book")
PEERS = _("Figures of other regions, and what this book holds of Ningbo for the same period")
MEASURE, PERIOD, REGION = _("Measure"), _("Period"), _("Region")
ITS_FIGURE, HOME, FINDING = _("Its figure"), _("Ningbo"), _("Side by side?")
MISSING = _("no: this book holds no figure of Ningbo for this period")
LEVELS = _("no: a city, a province and the country are of different levels")
SIDE_BY_SIDE = _("yes: the same measure and period, and regions of one level")


def years_table(lang: Language, key: str, name: str, years: Sequence[Year]) -> Table:
    """List a measure year by year; a year without a figure is a row without one."""
    heads = headings(lang, (YEAR, TARGET, REPORTED, MONTHS), numeric=(1, 2))
    rows = tuple(_year(lang, each) for each in years)
    file = f"years-{key.replace('_', '-')}"
    return Table(lang.text(YEARS).format(Name=name), heads, rows, name=file)


def _year(lang: Language, year: Year) -> tuple[Cell, ...]:
    target, reported = year.target, year.reported
    return (
        lang.period(str(year.year)),
        lang.text(NO_TARGET) if target is None else published(lang, target),
        lang.text(NO_FIGURE) if reported is None else published(lang, reported),
        "" if reported is None else figure_period(lang, reported),
    )


def others(figures: Sequence[Figure]) -> list[Figure]:
    """Return the reports of other regions, in the order of measures, years and region codes."""
    found = [each for each in figures if each.region != HOME_REGION and each.role is Role.ACTUAL]
    return sorted(found, key=lambda each: (each.measure, each.year, each.region, each.figure_id))


def peers_table(lang: Language, catalogue: Catalogue, figures: Sequence[Figure]) -> Table:
    """Set every report of another region beside Ningbo's, or say what is missing.

    Regions stand in the order of their codes and are never ranked.
    """
    home = [each for each in figures if each.region == HOME_REGION]
    rows = tuple(_peer(lang, catalogue, each, home) for each in others(figures))
    heads = (MEASURE, PERIOD, REGION, ITS_FIGURE, HOME, FINDING)
    return Table(lang.text(PEERS), headings(lang, heads, numeric=(3, 4)), rows, name="peers")


def _peer(
    lang: Language, catalogue: Catalogue, figure: Figure, home: Sequence[Figure]
) -> tuple[Cell, ...]:
    own = next((each for each in home if _same(each, figure)), None)
    levels = {catalogue.regions[each].level for each in (figure.region, HOME_REGION)}
    finding = MISSING if own is None else SIDE_BY_SIDE if len(levels) == 1 else LEVELS
    return (
        begin(catalogue.measures[figure.measure].name.within(lang.code)),
        figure_period(lang, figure),
        catalogue.regions[figure.region].name.within(lang.code),
        published(lang, figure),
        lang.text(NO_FIGURE) if own is None else published(lang, own),
        lang.text(finding),
    )


def _same(own: Figure, other: Figure) -> bool:
    """Tell whether two figures are of one measure, role and period, and read in one unit."""
    return (own.measure, own.role, own.period, own.unit_read) == (
        other.measure,
        other.role,
        other.period,
        other.unit_read,
    )
