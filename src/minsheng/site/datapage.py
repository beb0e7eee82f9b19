"""The tables of the data page: dictionary, every figure with its anchor, sources with grades."""

from collections.abc import Callable, Mapping

from minsheng.data import Catalogue, Figure, Kind, Measure, Source, load_book
from minsheng.facts import figure_period, printed_form, published
from minsheng.language import Language, _
from minsheng.tables import (
    VERIFICATIONS,
    Cell,
    Keyed,
    Link,
    Quoted,
    Table,
    Titled,
    agency_name,
    headings,
    place,
)

NOT_PUBLISHED = _("Not defined in the sources of this book.")
KINDS = {
    Kind.FLOW: _("flow"),
    Kind.STOCK: _("stock"),
    Kind.CUMULATIVE: _("cumulative"),
    Kind.RATE: _("rate"),
    Kind.AWARD: _("award"),
    Kind.CRITERION: _("criterion"),
}


def dictionary(lang: Language) -> Table:
    """Return the data dictionary: every measure of the catalogue."""
    catalogue = load_book().catalogue
    names = (_("Measure"), _("Unit"), _("Definition and caveats"), _("Reported by"), _("Verified"))
    measures = sorted(catalogue.measures.values(), key=lambda measure: measure.key)
    return Table(
        lang.text(_("Every measure, in alphabetical order of its key")),
        headings(lang, names),
        tuple(_measure(lang, catalogue, measure) for measure in measures),
        tuple(f"measure-{measure.key}" for measure in measures),
        name="measures",
    )


def _measure(lang: Language, catalogue: Catalogue, measure: Measure) -> tuple[Cell, ...]:
    defined = measure.definition
    definition = defined.text.within(lang.code) if defined else lang.text(NOT_PUBLISHED)
    caveats = [caveat.within(lang.code) for caveat in measure.caveats]
    return (
        Keyed(measure.name.within(lang.code), measure.key),
        lang.unit(measure.unit),
        lang.sentences([definition, *caveats]),
        agency_name(lang, catalogue, measure.agency),
        lang.text(VERIFICATIONS[measure.verification]),
    )


def figures(lang: Language) -> Table:
    """Return every published figure with an anchor of its own, the context behind the editions."""
    book = load_book()
    names = (
        _("Figure"),
        _("Value"),
        _("As printed"),
        _("Counts"),
        _("Period"),
        _("Source"),
        _("Place"),
        _("Note"),
    )
    return Table(
        lang.text(_("Every published figure")),
        headings(lang, names, numeric=(1, 2)),
        tuple(_figure(lang, book.catalogue, figure) for figure in book.every_figure),
        tuple(figure.anchor for figure in book.every_figure),
        name="figures",
    )


def _figure(lang: Language, catalogue: Catalogue, figure: Figure) -> tuple[Cell, ...]:
    return (
        Keyed(catalogue.measures[figure.measure].name.within(lang.code), figure.figure_id),
        published(lang, figure),
        Quoted(printed_form(figure)),
        lang.text(KINDS[figure.kind]),
        figure_period(lang, figure),
        Link(figure.source, f"#{_source_anchor(figure.source)}"),
        place(lang, figure.locator),
        _notes(lang, figure),
    )


def _notes(lang: Language, figure: Figure) -> str:
    """Return what a reader should know of the row: how its unit is read, and its note."""
    notes = (note for note in (figure.unit_note, figure.note) if note)
    return lang.sentences(note.within(lang.code) for note in notes)


def sources(lang: Language) -> Table:
    """Return every source with its grade and address."""
    found = load_book().sources
    names = (_("Title"), _("Key"), _("Publisher"), _("Published"), _("Grade"))
    return Table(
        lang.text(_("Sources: A official body, B established media, C repost")),
        headings(lang, names),
        tuple(_source(lang, source) for source in found),
        tuple(_source_anchor(source.source_id) for source in found),
        name="sources",
    )


def _source(lang: Language, source: Source) -> tuple[Cell, ...]:
    return (
        Titled(source.title.within(lang.code), address=source.url),
        source.source_id,
        source.publisher.within(lang.code),
        source.published,
        source.grade,
    )


def _source_anchor(source_id: str) -> str:
    return f"source-{source_id}"


TABLES: Mapping[str, Callable[[Language], Table]] = {
    "data-dictionary": dictionary,
    "data-figures": figures,
    "data-sources": sources,
}
