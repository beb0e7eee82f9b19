"""What an edition has published, as the export writes it: figures, measures, sources, opinion."""

from collections.abc import Collection, Iterable

from minsheng import data
from minsheng.exchange import document
from minsheng.exchange.values import Named, Period, Range, Text
from minsheng.facts import printed_form
from minsheng.quantity import Reading, in_full


def edition_part(edition: data.Edition) -> document.Edition:
    """Return the year, the cut-off and the official opinion."""
    entry = edition.entry
    return document.Edition(
        year=entry.year,
        status=entry.status,
        voted_at=Text.unless_empty(entry.voted_at),
        cutoff=_period(entry.cutoff),
        opinion=_opinion(entry),
        note=Text.unless_empty(entry.note),
    )


def _opinion(entry: data.EditionEntry) -> document.Opinion | None:
    if entry.opinion is None:
        return None
    return document.Opinion(
        entry.opinion, Text.unless_empty(entry.evaluated_by), entry.source, entry.opinion_locator
    )


def sources(edition: data.Edition, cited: Collection[data.Figure]) -> tuple[document.Source, ...]:
    """Return every source that a row of the edition or a figure cited names, in their order."""
    named = {
        edition.entry.source,
        *(each.source for each in cited),
        *(each.source for each in edition.figures.values()),
        *(each.source for each in edition.promises),
        *(each.source for each in edition.policies),
        *(each.source for each in edition.recommendations),
        *(each.source for each in edition.supervision),
        *(each.source for each in edition.votes),
        *(each.source for each in edition.rules.yardsticks.values()),
        *(
            each.definition.source
            for each in _measures(edition, cited)
            if each.definition is not None
        ),
    }
    return tuple(_source(each) for key, each in edition.sources.items() if key in named)


def _source(source: data.Source) -> document.Source:
    return document.Source(
        id=source.source_id,
        title=Text.of(source.title),
        publisher=Text.of(source.publisher),
        language=source.language,
        published=source.published,
        url=source.url,
        grade=source.grade,
        note=Text.unless_empty(source.note),
    )


def measures(edition: data.Edition, cited: Collection[data.Figure]) -> tuple[document.Measure, ...]:
    """Return every measure with a figure, a promise or a figure cited, in their order."""
    return tuple(
        document.Measure(
            key=each.key,
            name=Text.of(each.name),
            unit=each.unit,
            definition=None if each.definition is None else Text.of(each.definition.text),
            agency=agency(edition, each.agency),
            verification=each.verification,
            chapter=each.chapter,
            caveats=tuple(map(Text.of, each.caveats)),
        )
        for each in _measures(edition, cited)
    )


def _measures(edition: data.Edition, cited: Collection[data.Figure]) -> tuple[data.Measure, ...]:
    held = edition.measures | {figure.measure for figure in cited}
    return tuple(each for key, each in edition.catalogue.measures.items() if key in held)


def agency(edition: data.Edition, key: str) -> Named | None:
    """Return a responsible body with its name; `None` where no source names one."""
    return Named(key, Text.of(edition.catalogue.agencies[key])) if key else None


def figures(figures: Iterable[data.Figure]) -> tuple[document.Figure, ...]:
    """Return figures with their exact value and enclosures, in their order."""
    return tuple(map(_figure, figures))


def _figure(figure: data.Figure) -> document.Figure:
    return document.Figure(
        id=figure.figure_id,
        measure=figure.measure,
        region=figure.region,
        period=_period(figure.period),
        period_basis=figure.period_basis,
        kind=figure.kind,
        role=figure.role,
        printed=figure.printed,
        scale=figure.scale,
        printed_form=printed_form(figure),
        bound=figure.bound,
        unit=figure.unit,
        unit_read=figure.unit_read,
        unit_note=Text.unless_empty(figure.unit_note),
        value=in_full(figure.value),
        enclosure=Range.of(figure.enclosure()),
        enclosure_if_truncated=Range.of(figure.enclosure(Reading.TRUNCATED)),
        source=figure.source,
        locator=figure.locator,
        note=Text.unless_empty(figure.note),
    )


def _period(period: data.Period | None) -> Period | None:
    return None if period is None else Period.of(period)
