"""One chapter of one edition in one language: what a notebook holds in its hand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from html import escape

from IPython.display import display

from minsheng.charts import completion_chart
from minsheng.commentary import Sentence, overview, promises
from minsheng.data import View, load_book
from minsheng.errors import Fault, UsageFault
from minsheng.language import Language
from minsheng.tables import Table, figures_table, promises_table, quality_table
from minsheng.verdict import Assessment, assess

Saying = Callable[[Language, Assessment], Sentence | None]


def open_page(chapter: str, *, year: int, lang: str) -> Page:
    """Open a chapter of one edition in one language.

    Raises `UsageFault` for a year, chapter or language that the book does not have, or a year that
    is no whole number.
    """
    if not isinstance(year, int) or isinstance(year, bool):
        rule = "The year of an edition is a whole number."
        raise UsageFault([Fault("parameter year", rule, "write it like 2023", value=repr(year))])
    return Page(load_book().edition(year).view(chapter), Language(lang))


@dataclass(frozen=True)
class Page:
    """A chapter's view of its edition, and the language it speaks."""

    view: View
    lang: Language

    def assess(self, measure: str) -> Assessment:
        """Judge the promise on one measure."""
        return assess(self.view, measure)

    def assess_all(self) -> tuple[Assessment, ...]:
        """Judge every promise that the chapter reads, in the order they were voted."""
        return tuple(self.assess(promise.measure) for promise in self.view.promises())

    def say(self, result: Assessment, *sayings: Saying) -> None:
        """Show one paragraph: the sentences that exist for this result, in this order."""
        self._paragraph(saying(self.lang, result) for saying in sayings)

    def say_overview(self, results: Sequence[Assessment]) -> None:
        """Show how many promises rest on what, and up to when the figures reach."""
        edition = self.view.edition
        sentences = overview.tally(self.lang, edition, results)
        self._paragraph([*sentences, overview.cutoff(self.lang, edition)])

    def say_opinion(self) -> None:
        """Show the official opinion as printed."""
        self._paragraph([overview.opinion(self.lang, self.view.edition)])

    def say_caveats(self, measure: str) -> None:
        """Show who reported the figures, and what the measure is and is not."""
        entry = self.view.measure(measure)
        agency = self.view.edition.catalogue.agencies[entry.agency].within(self.lang.code)
        texts = [caveat.within(self.lang.code) for caveat in entry.caveats]
        caveats = [Sentence(escape(text, quote=False), text) for text in texts]
        self._paragraph([*caveats, promises.reporter(self.lang, agency)])

    def show_completion(self, result: Assessment) -> None:
        """Draw the actual against its target, titled with the finding."""
        done = result.promised.completion
        if done is None:
            return
        name = result.promised.measure.name.within(self.lang.code)
        finding = promises.reached(self.lang, result)
        chart = completion_chart(self.lang, done, name=name, title=finding.plain)
        html = f'<figure class="book-chart">{chart.svg}</figure>'
        _show(html, chart.description)

    def show_promises(self, results: Sequence[Assessment]) -> None:
        """List the promises with their targets, evidence and states."""
        edition, names = self.view.edition, promises
        self._table(
            promises_table(self.lang, edition, results, names.STATE_NAMES, names.EVIDENCE_NAMES)
        )

    def quality(self, measure: str) -> None:
        """Show the five answers on data quality, where the measure is an indicator."""
        answers = self.view.measure(measure).quality
        if answers is not None:
            self._table(quality_table(self.lang, answers))

    def sources(self) -> None:
        """List every figure that this page has read, as printed, with source and place."""
        figures = [self.view.edition.figures[key] for key in self.view.read]
        self._table(figures_table(self.lang, self.view.edition, figures))

    def _paragraph(self, sentences: Iterable[Sentence | None]) -> None:
        said = [sentence for sentence in sentences if sentence is not None]
        joint = " " if self.lang.code == "en" else ""
        html = joint.join(sentence.html for sentence in said)
        _show(f'<p class="finding">{html}</p>', joint.join(sentence.plain for sentence in said))

    def _table(self, table: Table) -> None:
        _show(table.html, table.plain)


def _show(html: str, plain: str) -> None:
    display({"text/html": html, "text/plain": plain}, raw=True)
