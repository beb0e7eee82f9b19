"""The chapters across the years: the years side by side, and what other regions publish."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from minsheng.chapters.beside import peers_table, promises_table, years_table
from minsheng.chapters.compared import compared
from minsheng.chapters.sheet import Sheet
from minsheng.charts import years_chart
from minsheng.commentary import Sentence, begin, promises, titles, verbatim
from minsheng.commentary import across as commentary
from minsheng.data import HOME_REGION, Book, Edition, Figure, Role, load_book
from minsheng.errors import Fault, UsageFault
from minsheng.indicators import Peer, Year, peers_of, years_of
from minsheng.language import Language
from minsheng.tables import figures_table
from minsheng.verdict import Assessment, assess_all


def open_across(*, through_year: int, lang: str) -> Across:
    """Open the book as far as one year, in one language; everything later is left out.

    Raises `UsageFault` for a language that the book does not have, or a year that is no whole
    number or before everything that the book holds.
    """
    if not isinstance(through_year, int) or isinstance(through_year, bool):
        rule = "The last year is a whole number."
        given = repr(through_year)
        fault = Fault("parameter through_year", rule, "write it like 2023", value=given)
        raise UsageFault([fault])
    book = load_book()
    first = min(each.year for each in book.every_figure)
    if through_year < first:
        rule = "The book holds nothing of this year or of those before."
        remedy = f"ask for {first} or later"
        raise UsageFault([Fault("parameter through_year", rule, remedy, value=str(through_year))])
    return Across(book, through_year, Language(lang))


@dataclass(frozen=True)
class Across(Sheet):
    """What the book holds up to a year, and the language it speaks."""

    book: Book
    through_year: int
    lang: Language

    def show_trends(self) -> None:
        """Show every promised measure year by year: chart, table, breaks and comparisons."""
        home = [*self._home()]
        for measure in self.promised:
            years = years_of(home, measure)
            if any(each.reports for each in years):
                self._chart(measure, years)
            self._table(years_table(self.lang, measure, self._name(measure), years))
            self._items([*self._broken(measure), *self._compared(years)])

    def show_promises(self) -> None:
        """Show where every promise stood at the cut-off of each edition."""
        catalogue, editions = self.book.catalogue, self.editions
        self._table(promises_table(self.lang, catalogue, editions, promises.STATE_NAMES))

    def say_peers(self) -> None:
        """Say how many figures of other regions can be read beside one of Ningbo."""
        self._paragraph(commentary.peers(self.lang, self.peers))

    def show_peers(self) -> None:
        """Set every figure of another region beside that of Ningbo, or say what is missing."""
        self._table(peers_table(self.lang, self.book.catalogue, self.peers))

    def sources(self, *, elsewhere: bool = False) -> None:
        """List the figures shown, those of Ningbo or those from elsewhere, with their sources."""
        if elsewhere:
            shown = [each.figure for each in self.peers]
        else:
            home = [*self._home()]
            years = [each for measure in self.promised for each in years_of(home, measure)]
            shown = [each for year in years for each in year.figures]
        known = (self.book.catalogue, self.book.source_by_id)
        self._table(figures_table(self.lang, *known, shown))

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Every figure of the book up to the year, of every region."""
        every = self.book.every_figure
        return tuple(each for each in every if each.year <= self.through_year)

    @property
    def peers(self) -> list[Peer]:
        """The figures of other regions, each with that of Ningbo beside it, where there is one."""
        return peers_of(self.book.catalogue, self.figures)

    @property
    def editions(self) -> list[Edition]:
        """The editions up to the year, in the order of the years."""
        return [
            self.book.edition(year) for year in self.book.editions() if year <= self.through_year
        ]

    @property
    def promised(self) -> list[str]:
        """The measures that have a target at home, in the order of the catalogue."""
        found = {each.measure for each in self._home() if each.role is Role.TARGET}
        return [key for key in self.book.catalogue.measures if key in found]

    def results(self, measure: str) -> list[Assessment]:
        """Judge the promise on a measure in every edition that has a figure to set against it."""
        judged = [results[measure] for results in self._judged if measure in results]
        return [each for each in judged if each.promised.completion is not None]

    @cached_property
    def _judged(self) -> list[dict[str, Assessment]]:
        return [assess_all(edition) for edition in self.editions]

    def _chart(self, measure: str, years: list[Year]) -> None:
        title = titles.years(self.lang, self._name(measure), self.results(measure))
        key = f"years-{measure.replace('_', '-')}"
        breaks = [each.year for each in self.book.catalogue.measures[measure].breaks]
        chart = years_chart(self.lang, key, years, title=title.plain, breaks=breaks)
        self._figure(title, chart)

    def _broken(self, measure: str) -> Iterator[Sentence]:
        for each in self.book.catalogue.measures[measure].breaks:
            yield verbatim(self.lang, each.what.within(self.lang.code))

    def _compared(self, years: list[Year]) -> Iterator[Sentence]:
        reported = [report for year in years for report in year.reports]
        for earlier, later in pairwise(reported):
            yield compared(self.lang, self.book.catalogue, later, earlier)

    def _home(self) -> Iterator[Figure]:
        return (each for each in self.figures if each.region == HOME_REGION)

    def _name(self, measure: str) -> str:
        return begin(self.book.catalogue.measures[measure].name.within(self.lang.code))
