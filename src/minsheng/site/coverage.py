"""The tables of the data page that say what uses and what tests every number of the sources."""

from collections.abc import Callable, Iterable, Mapping

from minsheng.coverage import REGISTER, Covered, SourceCoverage, editions_coverage
from minsheng.data import Catalogue, NumeralKind, load_book
from minsheng.facts import digits, printed_form
from minsheng.language import Language, _
from minsheng.site.vocabulary import MEANINGS
from minsheng.tables import Cell, Code, Keyed, Link, Quoted, Table, Titled, headings, place

PAGES = {REGISTER: _("other years and places")}
IN_YEAR = _("{year}: {chapters}")


def sources(lang: Language) -> Table:
    """Return for every source how many of its figures are used, tested or excused."""
    names = (
        _("Source"),
        _("Figures"),
        _("Accounted for"),
        _("Printings of them"),
        _("Printings of other numbers"),
    )
    found = editions_coverage(load_book(), (), lang.code)
    return Table(
        lang.text(_("How much of each source the book accounts for")),
        headings(lang, names, numeric=(1, 2, 3, 4)),
        tuple(_source(lang, each) for each in found),
        name="coverage-sources",
    )


def _source(lang: Language, found: SourceCoverage) -> tuple[Cell, ...]:
    return (
        Titled(found.source.title.within(lang.code), address=f"#source-{found.source.source_id}"),
        digits(lang, len(found.figures)),
        digits(lang, len(found.accounted)),
        digits(lang, found.printings),
        digits(lang, found.other_printings),
    )


def figures(lang: Language) -> Table:
    """Return for every figure the chapters that use it and the audit lines that test it."""
    book = load_book()
    names = (_("Figure"), _("As printed"), _("Used by"), _("Tested by"), _("Reason"))
    found = editions_coverage(book, (), lang.code)
    return Table(
        lang.text(_("What uses and what tests each figure")),
        headings(lang, names, numeric=(1,)),
        tuple(_figure(lang, book.catalogue, each) for source in found for each in source.figures),
        name="coverage-figures",
    )


def _figure(lang: Language, catalogue: Catalogue, covered: Covered) -> tuple[Cell, ...]:
    figure = covered.figure
    name = catalogue.measures[figure.measure].name.within(lang.code)
    return (
        Keyed(name, figure.figure_id),
        Quoted(printed_form(figure)),
        _chapters(lang, catalogue, covered.chapters),
        Code(lang.enumerated(covered.lines)),
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
                Quoted(each.printed),
                Link(each.source, f"#source-{each.source}"),
                lang.text(MEANINGS[NumeralKind][each.kind]),
                place(lang, each.locator),
                each.reason.within(lang.code),
            )
            for each in load_book().numerals
        ),
        name="numbers",
    )


TABLES: Mapping[str, Callable[[Language], Table]] = {
    "coverage-sources": sources,
    "coverage-figures": figures,
    "coverage-numerals": numerals,
}
