"""What a reader must see in ten seconds: what was promised, what was reached, what it rests on."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import escape

from minsheng.audit import audit
from minsheng.commentary import Sentence, joined, overview, promises
from minsheng.commentary.audit import all_of_them, tally
from minsheng.data import Edition, EditionStatus, load_book
from minsheng.errors import Fault, UsageFault
from minsheng.facts import digits, published
from minsheng.language import Language, _
from minsheng.site.here import Here
from minsheng.tables import Cell, Link, Table, evidence_cell, headings, promise_text
from minsheng.verdict import Assessment, Evidence, assess_all

PROMISED, STOOD, RESTS_ON = _("What was promised"), _("Where it stood"), _("What that rests on")
REPORTED, REPORTED_BY = _("What was reported"), _("Reported up to {month}")
CAPTION = _("The promises of {year}")
AUDIT = "audit"
COMPLETED = (promises.completion, promises.ambitious, promises.flip)
NO_FIGURE = _("no figure printed")
RESTING_ON = {
    Evidence.RECOMPUTABLE: _("printed numbers that anyone can recompute"),
    Evidence.STATED: _("a rate, printed without the number behind it"),
    Evidence.ASSERTED: _("one sentence, without a figure"),
    Evidence.NONE: _("nothing published yet"),
}
EDITIONS = _("The editions of this book")
EDITION, VOTED, FIGURES, STATUS = _("Edition"), _("Promises"), _("Figures"), _("What is published")
STATUSES = {
    EditionStatus.EVALUATED: _("evaluated by the supervision group"),
    EditionStatus.PARTIAL: _("some figures, no evaluation"),
    EditionStatus.ANNOUNCED: _("announced only"),
}


@dataclass(frozen=True)
class Glance:
    """Findings in sentences, above and below a table."""

    above: tuple[Sentence, ...]
    table: Table
    below: tuple[Sentence, ...]

    def html(self, lang: Language) -> str:
        """Return two paragraphs and the table between them."""
        above, below = (joined(lang, each).paragraph for each in (self.above, self.below))
        table = f'<div class="glance">{self.table.html(lang)}</div>'
        return "\n".join([above, table, below])

    @property
    def plain(self) -> str:
        """The sentences and the table as lines of text."""
        above, below = (
            [each.plain for each in sentences] for sentences in (self.above, self.below)
        )
        return "\n".join([*above, self.table.plain, *below])


@dataclass(frozen=True)
class Findings:
    """Chapters, each with the sentences on what stands behind its result."""

    items: tuple[tuple[Link, Sentence], ...]

    def html(self, lang: Language) -> str:
        """Return a list, each item led by its chapter."""
        items = (
            f'<li><a href="{escape(chapter.address)}">{lang.markup(chapter.text)}</a><br>'
            f"{said.html}</li>"
            for chapter, said in self.items
        )
        return f'<ul class="findings">{"".join(items)}</ul>'

    @property
    def plain(self) -> str:
        """The items as lines of text."""
        return "\n".join(f"- {chapter.text}\n  {said.plain}" for chapter, said in self.items)


def newest_evaluated() -> Edition:
    """Return the newest edition that a supervision group has evaluated.

    Raises `UsageFault` before any was.
    """
    latest = load_book().latest_evaluation()
    if latest is None:
        rule = "No edition has an evaluation, which a page wants to show."
        remedy = "take at-a-glance and findings out of the pages until one has"
        raise UsageFault([Fault("data/editions.csv", rule, remedy)])
    return load_book().edition(latest.year)


def finding(lang: Language) -> Sentence | None:
    """Say how many promises of the newest evaluated edition rest on what, where there is one."""
    if load_book().latest_evaluation() is None:
        return None
    edition = newest_evaluated()
    return joined(lang, overview.tally(lang, edition, _judged(edition)))


def at_a_glance(lang: Language, here: Here) -> Glance:
    """Return what the newest evaluated edition found."""
    edition = newest_evaluated()
    results = _judged(edition)
    cutoff = overview.cutoff(lang, edition)
    closing = [cutoff] if cutoff is not None else []
    return Glance(
        overview.tally(lang, edition, results),
        _promises(lang, here, edition, results),
        (*closing, overview.opinion(lang, edition)),
    )


def findings(lang: Language, here: Here) -> Findings:
    """Return what stands behind the results of the newest evaluated edition, audit last."""
    edition = newest_evaluated()
    items = [
        (
            _chapter(lang, here, edition, each.promised.measure.chapter),
            joined(lang, _said(lang, each)),
        )
        for each in _judged(edition)
    ]
    tested = joined(lang, tally(lang, audit(edition.view(AUDIT))))
    return Findings((*items, (_chapter(lang, here, edition, AUDIT), tested)))


def _chapter(lang: Language, here: Here, edition: Edition, key: str) -> Link:
    title = edition.catalogue.chapters[key].title.within(lang.code)
    return Link(title, f"{here.root}{edition.year}/{key}.html")


def _said(lang: Language, result: Assessment) -> tuple[Sentence, ...]:
    """Give completion, ambition and distance to flip, or else what the result rests on."""
    if result.promised.completion is not None:
        found = [each(lang, result) for each in COMPLETED]
        return tuple(each for each in found if each is not None)
    complete = all_of_them(lang, result.promised)
    return (complete or promises.evidence(lang, result),)


def _judged(edition: Edition) -> list[Assessment]:
    return [*assess_all(edition).values()]


def _promises(lang: Language, here: Here, edition: Edition, results: list[Assessment]) -> Table:
    cutoff = edition.entry.cutoff
    reported = lang.text(REPORTED)
    if cutoff is not None:
        reported = lang.text(REPORTED_BY).format(month=lang.period(cutoff.text))
    heads = headings(lang, (PROMISED, reported, STOOD, RESTS_ON))
    rows = tuple(_promise(lang, here, edition, result) for result in results)
    return Table(lang.text(CAPTION).format(year=edition.year), heads, rows, name="promises")


def _promise(lang: Language, here: Here, edition: Edition, result: Assessment) -> tuple[Cell, ...]:
    promised = result.promised
    chapter = _chapter(lang, here, edition, promised.measure.chapter)
    reported = promised.coverage or promised.actual
    return (
        promise_text(lang, promised.promise, promised.target, chapter.address),
        published(lang, reported) if reported is not None else lang.text(NO_FIGURE),
        lang.text(promises.STATE_NAMES[result.state]),
        evidence_cell(lang, result.evidence, RESTING_ON),
    )


def editions(lang: Language, here: Here) -> Table:
    """Return every edition with what it holds, newest first, each leading to its overview."""
    book = load_book()
    years = sorted(book.editions(), reverse=True)
    rows = tuple(_edition(lang, here, book.edition(year)) for year in years)
    heads = headings(lang, (EDITION, VOTED, FIGURES, STATUS), numeric=(1, 2))
    return Table(lang.text(EDITIONS), heads, rows, name="editions")


def _edition(lang: Language, here: Here, edition: Edition) -> tuple[Cell, ...]:
    first = edition.chapters()[0]
    return (
        Link(str(edition.year), f"{here.root}{edition.year}/{first}.html"),
        digits(lang, len(edition.judged)),
        digits(lang, len(edition.figures)),
        lang.text(STATUSES[edition.entry.status]),
    )


BLOCKS: Mapping[str, Callable[[Language, Here], Glance | Findings | Table]] = {
    "at-a-glance": at_a_glance,
    "findings": findings,
    "editions": editions,
}
