"""The tables that chapters share: promises, the figures read, the five quality answers."""

from collections.abc import Iterable, Mapping, Sequence

from minsheng.data import (
    HOME_REGION,
    Bilingual,
    Catalogue,
    Edition,
    Figure,
    Quality,
    Role,
    Source,
)
from minsheng.facts import Fact, figure_period, printed_form, published
from minsheng.language import Language, _
from minsheng.tables.cell import Link, Noted, NoteNumber, Quoted, Said, Titled
from minsheng.tables.places import place, promise_text
from minsheng.tables.table import Table, headings
from minsheng.verdict import Assessment, Evidence, State

PROMISES = _("The promises of {year} and where they stood at the cut-off")
ANNOUNCED = _("The promises of {year}")
FIGURES = _("The figures on this page, as printed")
QUALITY = _("How good the figure is: five answers")
FIGURE_NAME = _("{measure}: {role}")
SOURCE = _("{publisher}, {published}. Grade {grade}")
NOT_PRINTED = _("not printed")
REGIONAL = _("{measure} ({region})")
NOT_NAMED = _("not named in the sources")
ROLES = {
    Role.TARGET: _("target"),
    Role.ACTUAL: _("reported"),
    Role.YOY_PCT: _("growth on the year before"),
    Role.COMPLETION_PCT: _("completion"),
    Role.COVERAGE_PCT: _("coverage"),
    Role.CRITERION: _("criterion"),
    Role.AWARD: _("grant"),
}
QUESTIONS = {
    "verified": _("How was it verified?"),
    "source": _("Where does it come from?"),
    "accuracy": _("How accurate must it be?"),
    "limits": _("What are its limits?"),
    "compensation": _("What does the book do about them?"),
}


def promises_table(
    lang: Language,
    edition: Edition,
    results: Sequence[Assessment],
    states: Mapping[State, str],
    evidence: Mapping[Evidence, str],
) -> Table:
    """List every promise with its target, what was reported, evidence, state and reporter.

    `states` and `evidence` hold the words for each, in English, to be translated.
    """
    heads = (
        _("Promise, and who reports on it"),
        _("Target"),
        _("Reported"),
        _("State"),
        _("Evidence"),
    )
    rows = tuple(
        (
            Noted(
                promise_text(lang, result.promised.promise, result.promised.target),
                agency_name(lang, edition.catalogue, result.promised.promise.agency),
            ),
            _shown(lang, result.promised.target),
            _shown(lang, result.promised.coverage or result.promised.actual),
            lang.text(states[result.state]),
            evidence_cell(lang, result.evidence, evidence),
        )
        for result in results
    )
    caption = lang.text(PROMISES if edition.entry.cutoff else ANNOUNCED).format(year=edition.year)
    return Table(caption, headings(lang, heads, numeric=(1, 2)), rows, name="promises")


def evidence_cell(lang: Language, kind: Evidence, words: Mapping[Evidence, str]) -> Said:
    """Return words for what a result rests on, behind the square that charts draw for it."""
    text = lang.text(words[kind])
    return Said(f'<span class="evidence evidence-{kind}">{lang.markup(text)}</span>', text)


def agency_name(lang: Language, catalogue: Catalogue, agency: str) -> str:
    """Return the name of an agency, or say that no source names one."""
    return catalogue.agencies[agency].within(lang.code) if agency else lang.text(NOT_NAMED)


def _shown(lang: Language, figure: Figure | None) -> Fact | str:
    return lang.text(NOT_PRINTED) if figure is None else published(lang, figure)


def figures_table(
    lang: Language,
    catalogue: Catalogue,
    known: Mapping[str, Source],
    figures: Iterable[Figure],
    root: str = "",
) -> Table:
    """List figures with their printed form, period and place; their sources stand below.

    `known` are the sources by key; `root` is the way from the page to the book's first folder.
    """
    shown = list(figures)
    sources = list(dict.fromkeys(figure.source for figure in shown))
    heads = (
        _("Figure"),
        _("Value"),
        _("As printed"),
        _("Period"),
        _("Source"),
        _("Place"),
    )
    rows = tuple(
        (
            Link(figure_name(lang, catalogue, figure), f"{root}data.html#{figure.anchor}"),
            published(lang, figure),
            Quoted(printed_form(figure)),
            figure_period(lang, figure),
            NoteNumber(sources.index(figure.source) + 1),
            place(lang, figure.locator),
        )
        for figure in shown
    )
    notes = tuple(source_note(lang, known[key]) for key in sources)
    caption = lang.text(FIGURES)
    numeric = headings(lang, heads, numeric=(1, 2))
    return Table(caption, numeric, rows, notes=notes, name="figures")


def source_note(lang: Language, source: Source) -> Titled:
    """Return a source as a note: title, publisher, date and grade, leading to its address."""
    title = source.title.within(lang.code)
    details = lang.text(SOURCE).format(
        publisher=source.publisher.within(lang.code),
        published=source.published,
        grade=source.grade,
    )
    whole = lang.sentences([lang.ended(title), details])
    return Titled(title, whole.removeprefix(title), source.url)


def figure_name(lang: Language, catalogue: Catalogue, figure: Figure) -> str:
    """Return what a figure is called: its measure, a region other than home, and its role."""
    name = catalogue.measures[figure.measure].name.within(lang.code)
    if figure.region != HOME_REGION:
        region = catalogue.regions[figure.region].name.within(lang.code)
        name = lang.text(REGIONAL).format(measure=name, region=region)
    return lang.text(FIGURE_NAME).format(measure=name, role=lang.text(ROLES[figure.role]))


def quality_table(lang: Language, quality: Quality) -> Table:
    """List the five answers on the quality of an indicator's figure."""
    answers: dict[str, Bilingual] = {name: getattr(quality, name) for name in QUESTIONS}
    rows = tuple(
        (lang.text(question), answers[name].within(lang.code))
        for name, question in QUESTIONS.items()
    )
    heads = (_("Question"), _("Answer"))
    return Table(lang.text(QUALITY), headings(lang, heads), rows, name="quality")
