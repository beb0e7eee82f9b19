"""The tables of the register: contradictions in sources, and tests of other years and places."""

from collections.abc import Callable, Mapping

from minsheng.audit import audit_context
from minsheng.commentary.audit import DERIVATIONS, OUTCOME_NAMES
from minsheng.data import Catalogue, Discrepancy, DiscrepancyStatus, Figure, Source, load_book
from minsheng.facts import published, recovered_value
from minsheng.language import Language, _
from minsheng.recovery import Recovered, What, recover_context
from minsheng.tables import Cell, Link, Quoted, Table, Titled, audit_table, headings, place

STATUSES = {
    DiscrepancyStatus.OPEN: _("open"),
    DiscrepancyStatus.EXPLAINED: _("explained"),
    DiscrepancyStatus.CORRECTED: _("corrected"),
}
IMPLIED = {
    What.BASE: _("the base behind the growth"),
    What.TARGET: _("the target behind the completion"),
    What.ACTUAL: _("the figure reported, narrowed by its completion"),
}
NAMED = _("{name}, {region}, {period}")


def discrepancies(lang: Language) -> Table:
    """Return every contradiction found within a source or between two, with what follows."""
    book = load_book()
    figures, sources = book.figure_by_id, book.source_by_id
    heads = (
        _("Figure"),
        _("The book uses"),
        _("Printed otherwise"),
        _("Place"),
        _("Source"),
        _("What follows"),
        _("Status"),
    )
    rows = tuple(
        _discrepancy(lang, book.catalogue, each, figures[each.figure_id], sources[each.source])
        for each in book.discrepancies
    )
    caption = lang.text(_("Contradictions within sources or between them"))
    return Table(caption, headings(lang, heads, numeric=(1, 2)), rows, name="contradictions")


def _discrepancy(
    lang: Language, catalogue: Catalogue, found: Discrepancy, figure: Figure, source: Source
) -> tuple[Cell, ...]:
    return (
        Link(_named(lang, catalogue, figure), f"data.html#{figure.anchor}"),
        published(lang, figure),
        Quoted(found.printed_otherwise),
        place(lang, found.locator),
        Titled(source.title.within(lang.code), address=source.url),
        found.follows.within(lang.code),
        lang.text(STATUSES[found.status]),
    )


def tests(lang: Language) -> Table:
    """Return the tests of percentages that are printed for other years and places."""
    book = load_book()
    return audit_table(lang, book.catalogue, audit_context(book), DERIVATIONS, OUTCOME_NAMES)


def implied(lang: Language) -> Table:
    """Return what figures of other years and places imply and no source prints."""
    book = load_book()
    heads = (_("From"), _("Recovered"), _("Period"), _("Value"))
    rows = tuple(
        _implied(lang, book.catalogue, each)
        for each in recover_context(book.catalogue, book.context)
    )
    caption = lang.text(_("Recovered: implied by printed figures, printed nowhere"))
    return Table(caption, headings(lang, heads, numeric=(3,)), rows, name="recovered")


def _implied(lang: Language, catalogue: Catalogue, found: Recovered) -> tuple[Cell, ...]:
    return (
        _named(lang, catalogue, found.inputs[0]),
        lang.text(IMPLIED[found.what]),
        lang.period(found.period.text),
        recovered_value(lang, found),
    )


def _named(lang: Language, catalogue: Catalogue, figure: Figure) -> str:
    return lang.text(NAMED).format(
        name=catalogue.measures[figure.measure].name.within(lang.code),
        region=catalogue.regions[figure.region].name.within(lang.code),
        period=lang.period(figure.period_text),
    )


TABLES: Mapping[str, Callable[[Language], Table]] = {
    "register-discrepancies": discrepancies,
    "register-tests": tests,
    "register-implied": implied,
}
