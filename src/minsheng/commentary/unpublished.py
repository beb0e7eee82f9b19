"""Sentences about an edition as a whole: what it lacks, who may publish that, what would follow."""

from collections.abc import Iterator, Sequence

from minsheng.commentary.sentence import Sentence, compose
from minsheng.data import Edition, EditionStatus, Grade, View
from minsheng.facts import published
from minsheng.language import Language, _
from minsheng.verdict import Assessment, State

LAST_MONTH = 12
PROJECTS, SATISFACTION = "livelihood_projects", "livelihood_satisfaction"

GRADES = {
    Grade.OFFICIAL: _("A (an official body)"),
    Grade.MEDIA: _("B (established media)"),
    Grade.REPOST: _("C (a repost)"),
}
GRADED = _("What is known of this edition comes from sources of grade {grades}.")
VOTED = _("In all, {projects} were voted for {year}.")
BY_NAME = _(
    "The {session} voted it by its name ({place}); what it contains has not been published in the "
    "sources of this book."
)
UNDER_A_NAME = _(
    "The {session} voted the name ({place}); the targets under it were published later."
)
CONTENT = _("What “{promise}” contains: its source gives a name and nothing else.")
RESULT = _(
    "A result on {name}: a target of {target} is printed, and nothing on how far it was reached."
)
NO_RESULT = _("Any figure on {name}.")
BODY = _("The body responsible for {names}.")
YEAR_END = _("What was reached in the whole year: the figures stop in {month}.")
EVALUATION = _("An evaluation by a supervision group, and an official opinion.")
WHO = _("No source of this book says who will publish what is missing.")
EVALUATED = _("The evaluation of {year}, the latest in this book, was published by: {publisher}.")
SURVEY = _(
    "The last result of the livelihood projects as a whole is a survey of {year}: {score} for all "
    "{projects} together. Its source gives no figure on employment."
)
WILL_SHOW = _(
    "When a target is published, its measure gets a page of its own in this edition. When a result is "
    "published, that page says how far the target had been reached by the cut-off, whether the "
    "arithmetic holds, and what rests on a statement."
)


def grades(lang: Language, edition: Edition) -> Sentence:
    """Name the grades of the sources behind the edition's figures and promises."""
    keys = {figure.source for figure in edition.figures.values()}
    keys |= {promise.source for promise in edition.promises}
    found = sorted({edition.sources[key].grade for key in keys})
    return compose(lang, GRADED, grades=lang.listed([lang.text(GRADES[grade]) for grade in found]))


def voted(lang: Language, view: View) -> Sentence | None:
    """Say how many livelihood projects of all kinds were voted, where that is published."""
    year = str(view.edition.year)
    counts = view.context(PROJECTS, period=year)
    return compose(lang, VOTED, projects=published(lang, counts[0]), year=year) if counts else None


def by_name(lang: Language, edition: Edition) -> Iterator[Sentence]:
    """Say of every umbrella that its name was voted, and where that stands."""
    session = edition.entry.voted_at.within(lang.code)
    for promise in edition.promises:
        if edition.catalogue.measures[promise.measure].covers:
            message = BY_NAME if edition.is_open(promise) else UNDER_A_NAME
            yield compose(lang, message, session=session, place=lang.locator(promise.locator))


def missing(lang: Language, edition: Edition, results: Sequence[Assessment]) -> Iterator[Sentence]:
    """Name what is not published: contents, results, bodies, the year's end, an evaluation."""
    for result in results:
        if result.state is State.NOT_PUBLISHED:
            yield _unknown(lang, edition, result)
    nameless = [each.measure for each in edition.judged if not each.agency]
    if nameless:
        names = [edition.catalogue.measures[key].name.within(lang.code) for key in nameless]
        yield compose(lang, BODY, names=lang.listed(names))
    cutoff = edition.entry.cutoff
    if cutoff is not None and cutoff.end.month < LAST_MONTH:
        yield compose(lang, YEAR_END, month=lang.period(cutoff.text))
    if edition.entry.opinion is None:
        yield compose(lang, EVALUATION)


def _unknown(lang: Language, edition: Edition, result: Assessment) -> Sentence:
    promised = result.promised
    if edition.is_open(promised.promise):
        return compose(lang, CONTENT, promise=promised.promise.text.within(lang.code))
    name = promised.measure.name.within(lang.code)
    if promised.target is None:
        return compose(lang, NO_RESULT, name=name)
    return compose(lang, RESULT, name=name, target=published(lang, promised.target))


def publisher(lang: Language, edition: Edition) -> tuple[Sentence, ...]:
    """Say that nobody is named who will publish, and who published the latest evaluation."""
    if edition.entry.status is EditionStatus.EVALUATED:
        return ()
    who, latest = compose(lang, WHO), edition.latest_evaluation
    if latest is None:
        return (who,)
    name = edition.sources[latest.source].publisher.within(lang.code)
    return (who, compose(lang, EVALUATED, year=str(latest.year), publisher=name))


def outlook(lang: Language, view: View) -> Iterator[Sentence]:
    """Give the last result of all projects, and say what an edition of names will show."""
    if not any(map(view.edition.is_open, view.edition.promises)):
        return
    for score in view.context(SATISFACTION)[-1:]:
        for projects in view.context(PROJECTS, period=score.period_text):
            yield compose(
                lang,
                SURVEY,
                year=lang.period(score.period_text),
                score=published(lang, score),
                projects=published(lang, projects),
            )
    yield compose(lang, WILL_SHOW)
