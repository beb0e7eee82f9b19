"""The tables of the data page that say what uses and what tests every number of the sources."""

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal

from minsheng.coverage import REGISTER, Covered, SourceCoverage, editions_coverage
from minsheng.data import Catalogue, NumeralKind, load_book
from minsheng.facts import printed_form
from minsheng.language import Language, _
from minsheng.site.vocabulary import MEANINGS
from minsheng.tables import Cell, Keyed, Link, Table, headings

PAGES = {REGISTER: _("other years and places")}
OF = _("{held} of {all}")
IN_YEAR = _("{year}: {chapters}")


def sources(lang: Language) -> Table:
    """Return for every source how many of its figures are used, tested or excused."""
    names = (
        _("Source"),
        _("Figures accounted for"),
        _("Printings of them"),
        _("Printings of other numbers"),
    )
    found = editions_coverage(load_book(), (), lang.code)
    return Table(
        lang.text(_("How much of each source the book accounts for")),
        headings(lang, names, numeric=(1, 2, 3)),
        tuple(_source(lang, each) for each in found),
    )


def _source(lang: Language, found: SourceCoverage) -> tuple[Cell, ...]:
    held, whole = (_count(lang, part) for part in (found.accounted, found.figures))
    return (
        Link(found.source.title.within(lang.code), f"#source-{found.source.source_id}"),
        lang.text(OF).format(held=held, all=whole),
        lang.decimal(Decimal(found.printings)),
        lang.decimal(Decimal(found.other_printings)),
    )


def _count(lang: Language, items: tuple[Covered, ...]) -> str:
    return lang.decimal(Decimal(len(items)))


def figures(lang: Language) -> Table:
    """Return for every figure the chapters that use it and the audit lines that test it."""
    book = load_book()
    names = (_("Figure"), _("As printed"), _("Used by"), _("Tested by"), _("Reason"))
    found = editions_coverage(book, (), lang.code)
    return Table(
        lang.text(_("What uses and what tests each figure")),
        headings(lang, names, numeric=(1,)),
        tuple(_figure(lang, book.catalogue, each) for source in found for each in source.figures),
    )


def _figure(lang: Language, catalogue: Catalogue, covered: Covered) -> tuple[Cell, ...]:
    figure = covered.figure
    name = catalogue.measures[figure.measure].name.within(lang.code)
    return (
        Keyed(name, figure.figure_id),
        printed_form(figure),
        _chapters(lang, catalogue, covered.chapters),
        lang.enumerated(covered.lines),
        covered.reason.within(lang.code) if covered.reason is not None else "",
    )


def _chapters(lang: Language, catalogue: Catalogue, names: Iterable[str]) -> str:
    """Return chapters by year and title: 2023: Overview, New urban jobs."""
    by_year: dict[str, list[str]] = {}
    pages = []
    for name in names:
        year, slash, chapter = name.partition("/")
        if slash:
            by_year.setdefault(year, []).append(catalogue.chapters[chapter].title.within(lang.code))
        else:
            pages.append(lang.text(PAGES[name]))
    chapters = (
        lang.text(IN_YEAR).format(year=year, chapters=lang.enumerated(titles))
        for year, titles in by_year.items()
    )
    return lang.clauses([*chapters, *pages])


def numerals(lang: Language) -> Table:
    """Return every number in the sources that is no figure, with the reason."""
    names = (_("Number"), _("Source"), _("What it is"), _("Place"), _("Reason"))
    return Table(
        lang.text(_("Numbers in the sources that are no figures")),
        headings(lang, names),
        tuple(
            (
                each.printed,
                Link(each.source, f"#source-{each.source}"),
                lang.text(MEANINGS[NumeralKind][each.kind]),
                lang.locator(each.locator),
                each.reason.within(lang.code),
            )
            for each in load_book().numerals
        ),
    )


TABLES: Mapping[str, Callable[[Language], Table]] = {
    "coverage-sources": sources,
    "coverage-figures": figures,
    "coverage-numerals": numerals,
}
