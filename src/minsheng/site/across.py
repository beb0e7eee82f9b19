"""Blocks that belong to no edition: the years side by side, and what other regions publish.

`through_year` leaves out everything later, so that a page can be made as it stood for a year.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise

from minsheng.chapters.compared import compared
from minsheng.commentary import Sentence, begin
from minsheng.data import HOME_REGION, Book, Figure, Role, load_book
from minsheng.facts import figure_period, published
from minsheng.language import Language, _
from minsheng.site.differences import Differences, Findings, Part
from minsheng.site.here import Here
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


def trends(lang: Language, here: Here, through_year: int | None = None) -> Differences:
    """Show every promised measure year by year; a year without a figure is a row without one."""
    del here
    book = load_book()
    return Differences(
        tuple(
            part
            for measure in _promised(book, through_year)
            for part in _over_years(lang, book, measure, through_year)
        )
    )


def _promised(book: Book, through_year: int | None) -> list[str]:
    """Return the measures that have a target at home, in the order of the catalogue."""
    found = {each.measure for each in _home(book, through_year) if each.role is Role.TARGET}
    return [key for key in book.catalogue.measures if key in found]


def _home(book: Book, through_year: int | None) -> Iterator[Figure]:
    for each in (*book.figures, *book.context):
        within = through_year is None or each.year <= through_year
        if each.region == HOME_REGION and within:
            yield each


def _over_years(
    lang: Language, book: Book, measure: str, through_year: int | None
) -> Iterator[Part]:
    found = [each for each in _home(book, through_year) if each.measure == measure]
    by_role = {
        role: {each.year: each for each in found if each.role is role}
        for role in (Role.TARGET, Role.ACTUAL)
    }
    years = sorted({year for held in by_role.values() for year in held})
    rows = tuple(_year(lang, year, by_role) for year in range(years[0], years[-1] + 1))
    name = begin(book.catalogue.measures[measure].name.within(lang.code))
    heads = headings(lang, (YEAR, TARGET, REPORTED, MONTHS), numeric=(1, 2))
    yield Table(lang.text(YEARS).format(Name=name), heads, rows)
    breaks = [each.within(lang.code) for each in book.catalogue.measures[measure].breaks]
    if breaks:
        yield Findings(tuple(Sentence(lang.markup(each), each) for each in breaks))
    reported = [by_role[Role.ACTUAL][year] for year in sorted(by_role[Role.ACTUAL])]
    if len(reported) > 1:
        pairs = pairwise(reported)
        said = (compared(lang, book.catalogue, later, earlier) for earlier, later in pairs)
        yield Findings(tuple(said))


def _year(
    lang: Language, year: int, by_role: Mapping[Role, Mapping[int, Figure]]
) -> tuple[Cell, ...]:
    target, actual = (by_role[role].get(year) for role in (Role.TARGET, Role.ACTUAL))
    return (
        lang.period(str(year)),
        lang.text(NO_TARGET) if target is None else published(lang, target),
        lang.text(NO_FIGURE) if actual is None else published(lang, actual),
        "" if actual is None else figure_period(lang, actual),
    )


def peers(lang: Language, here: Here, through_year: int | None = None) -> Table:
    """Set every figure of another region beside that of Ningbo, or say what is missing."""
    del here
    return peers_table(lang, load_book(), through_year)


def peers_table(lang: Language, book: Book, through_year: int | None = None) -> Table:
    """Return the table for any data; regions stand in the order of their codes, never ranked."""
    home = [*_home(book, through_year)]
    others = sorted(
        (
            each
            for each in (*book.figures, *book.context)
            if each.region != HOME_REGION
            and each.role is Role.ACTUAL
            and (through_year is None or each.year <= through_year)
        ),
        key=lambda each: (each.measure, each.year, each.region, each.figure_id),
    )
    rows = tuple(_peer(lang, book, each, home) for each in others)
    heads = (MEASURE, PERIOD, REGION, ITS_FIGURE, HOME, FINDING)
    return Table(lang.text(PEERS), headings(lang, heads, numeric=(3, 4)), rows)


def _peer(lang: Language, book: Book, figure: Figure, home: Sequence[Figure]) -> tuple[Cell, ...]:
    catalogue = book.catalogue
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


BLOCKS: Mapping[str, Callable[[Language, Here], Differences | Table]] = {
    "trends": trends,
    "peers": peers,
}
