"""What the card behind a number says: value, range, unit, period, origin, source and its row."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from html import escape

from minsheng.data import (
    HOME_REGION,
    Book,
    Catalogue,
    Figure,
    Grade,
    PeriodBasis,
    Source,
    Verification,
)
from minsheng.facts import (
    FORMULA_NAMES,
    FORMULAS,
    HEDGES,
    Formula,
    How,
    figure_period,
    printed_form,
)
from minsheng.language import Language, _
from minsheng.quantity import Bound, downward, ends_in_full, half_up, in_full, upward
from minsheng.site.tagged import Tagged
from minsheng.tables import VERIFICATIONS, agency_name, figure_name

ORIGINS = {
    How.PUBLISHED: _("published: it stands in the source"),
    How.RECOMPUTED: _("recomputed: this book worked it out from published figures"),
    How.RECOVERED: _("recovered: published figures imply it, and no source prints it"),
    How.COUNTED: _("counted by this book"),
}
GRADES = {
    Grade.OFFICIAL: _("A, official body"),
    Grade.MEDIA: _("B, established media"),
    Grade.REPOST: _("C, repost"),
}
BASIS = {
    PeriodBasis.STATED: _("{period}, as the source states"),
    PeriodBasis.INFERRED: _("{period}, inferred from its context"),
    PeriodBasis.NOT_STATED: _("not stated in the source"),
}
EXACTLY, UNBOUNDED = _("exactly {n}"), _("not bounded")
HEDGED = _("{printed}, hedged: {hedge}")
READ_AS = _("printed as {printed}, read as {read}: {why}")
SOURCE = _("{title} (grade {grade})")
REPORTED = _("{agency} ({verified})")
INPUT = _("{value}, printed {printed}; {period}; {place}")
AS_PRINTED = _("{unit}, as printed")
COUNT_OF_ALL = _("counted from the data of this book")


@dataclass(frozen=True)
class Card:
    """A title and rows of a term with what is said of it, as HTML."""

    title: str
    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Cards:
    """Make the cards of one language's pages from the published data.

    `row_address` leads from the page to a figure's row on the data page.
    """

    lang: Language
    book: Book
    row_address: Callable[[Figure], str] = field(repr=False)
    _made: dict[Tagged, Card] = field(default_factory=dict, repr=False)

    @property
    def catalogue(self) -> Catalogue:
        """What the book knows about measures and agencies."""
        return self.book.catalogue

    def card(self, fact: Tagged) -> Card:
        """Return the card behind one number, the same for every number that says the same.

        Raises `KeyError` for a figure that is not published.
        """
        if fact not in self._made:
            self._made[fact] = self._card(fact)
        return self._made[fact]

    def _card(self, fact: Tagged) -> Card:
        figures = [self.book.figure_by_id[figure_id] for figure_id in fact.figures]
        if fact.formula is None:
            return Card(self._name(figures[0]), tuple(self._published(figures[0])))
        rows = self._computed(fact, fact.formula, figures)
        return Card(self._title(fact.formula, figures), tuple(rows))

    def _published(self, figure: Figure) -> Iterator[tuple[str, str]]:
        text = self.lang.text
        yield text(_("As printed")), self._words(self._printed(figure))
        yield text(_("Value")), self._words(self._amount(in_full(figure.value), figure.unit_read))
        yield text(_("Range")), self._words(self._range(figure))
        yield text(_("Unit")), self._words(self._unit(figure))
        yield from self._circumstances(figure)
        yield text(_("Origin")), self._words(text(ORIGINS[How.PUBLISHED]))
        yield text(_("Reported by")), self._words(self._reporter(figure))
        yield text(_("Source")), self._source(self.book.source_by_id[figure.source])
        yield text(_("Place")), self._words(self.lang.locator(figure.locator))
        yield text(_("Row")), self._row(figure, f"<code>{escape(figure.figure_id)}</code>")

    def _computed(
        self, fact: Tagged, formula: Formula, figures: list[Figure]
    ) -> Iterator[tuple[str, str]]:
        text = self.lang.text
        yield text(_("Value")), self._words(self._span(fact.value, fact.unit, places=2))
        if "/" in fact.value:
            yield text(_("Exactly")), self._words(self._span(fact.value, fact.unit))
        yield text(_("Origin")), self._words(text(ORIGINS[fact.how]))
        if formula is not Formula.COUNT:
            yield text(_("Formula")), self._words(text(FORMULAS[formula]))
        if formula is Formula.VOTES:
            yield from self._sources(vote.source for vote in self.book.votes)
            return
        if formula is Formula.THRESHOLD:
            yield from self._sources(self._setters(Fraction(fact.value)))
            return
        if not figures:
            yield text(_("From")), self._words(text(COUNT_OF_ALL))
            return
        yield text(_("From")), _list(self._input(figure) for figure in figures)
        reporters = dict.fromkeys(map(self._reporter, figures))
        yield text(_("Reported by")), _list(map(self._words, reporters))
        yield from self._sources(figure.source for figure in figures)

    def _setters(self, per_cent: Fraction) -> Iterator[str]:
        """Yield the source of every yardstick with a class that begins there."""
        for each in self.book.rules.yardsticks.values():
            bounds = (one.at_least for one in (*each.classes, *each.without_target))
            if per_cent / 100 in bounds:
                yield each.source

    def _sources(self, keys: Iterable[str]) -> Iterator[tuple[str, str]]:
        found = (self.book.source_by_id[key] for key in dict.fromkeys(keys))
        yield self.lang.text(_("Source")), _list(map(self._source, found))

    def _circumstances(self, figure: Figure) -> Iterator[tuple[str, str]]:
        """Yield where and when, the region only where it is not the book's own."""
        if figure.region != HOME_REGION:
            region = self.catalogue.regions[figure.region].name.within(self.lang.code)
            yield self.lang.text(_("Region")), self._words(region)
        period = self.lang.period(figure.period_text)
        basis = self.lang.text(BASIS[figure.period_basis]).format(period=period)
        yield self.lang.text(_("Period")), self._words(basis)

    def _title(self, formula: Formula, figures: list[Figure]) -> str:
        name = self.lang.text(FORMULA_NAMES[formula])
        if not figures or formula is Formula.COUNT:
            return name
        measures = dict.fromkeys(figure.measure for figure in figures)
        names = [self.catalogue.measures[key].name.within(self.lang.code) for key in measures]
        return self.lang.text(_("{measure}: {role}")).format(
            measure=self.lang.listed(names), role=name
        )

    def _name(self, figure: Figure) -> str:
        return figure_name(self.lang, self.catalogue, figure)

    def _words(self, words: str) -> str:
        return self.lang.markup(words)

    def _printed(self, figure: Figure) -> str:
        printed = printed_form(figure)
        if figure.bound is Bound.EXACT:
            return printed
        hedge = self.lang.text(HEDGES[figure.bound]).format(n="…")
        return self.lang.text(HEDGED).format(printed=printed, hedge=hedge)

    def _unit(self, figure: Figure) -> str:
        read = self.lang.unit(figure.unit_read)
        if figure.unit is figure.unit_read:
            return self.lang.text(AS_PRINTED).format(unit=read)
        printed = self.lang.unit(figure.unit)
        return self.lang.text(READ_AS).format(
            printed=printed, read=read, why=figure.unit_note.within(self.lang.code)
        )

    def _range(self, figure: Figure) -> str:
        enclosure = figure.enclosure()
        if enclosure.is_point and enclosure.low is not None:
            shown = self._amount(in_full(enclosure.low), figure.unit_read)
            return self.lang.text(EXACTLY).format(n=shown)
        return self._span(ends_in_full(enclosure), figure.unit_read)

    def _span(self, value: str, unit: str, places: int | None = None) -> str:
        """Return the value that a tag holds in words: one number, or two of them around `..`.

        Fractions are rounded outward to `places`, where it is given.
        """
        low, dots, high = value.partition("..")
        if places is not None:
            low = _rounded(low, downward if dots else half_up, places)
            high = _rounded(high, upward, places)
        if not dots:
            return self._amount(low, unit)
        if not low and not high:
            return self.lang.text(UNBOUNDED)
        if not low or not high:
            one_sided = _("at most {n}") if high else _("at least {n}")
            return self.lang.text(one_sided).format(n=self._amount(low or high, unit))
        return self.lang.ranged(self._grouped(low), self._grouped(high), unit)

    def _amount(self, number: str, unit: str) -> str:
        shown = self._grouped(number)
        return self.lang.amount(shown, unit, Fraction(number)) if unit else shown

    def _grouped(self, number: str) -> str:
        """Return a decimal or a fraction with the language's digits."""
        return "/".join(self.lang.decimal(Decimal(part)) for part in number.split("/"))

    def _reporter(self, figure: Figure) -> str:
        agency = self._agency(figure)
        name = agency_name(self.lang, self.catalogue, agency)
        verification = self.catalogue.measures[figure.measure].verification
        verified = self.lang.text(VERIFICATIONS[verification])
        return self.lang.text(REPORTED).format(agency=name, verified=verified) if agency else name

    def _agency(self, figure: Figure) -> str:
        """Return who reported a figure: a body of the city reports on the city only."""
        measure = self.catalogue.measures[figure.measure]
        if measure.verification is Verification.INDEPENDENT:
            return measure.agency
        if figure.region != HOME_REGION or figure.year not in self.book.editions():
            return ""
        return self.book.edition(figure.year).reporter(figure.measure)

    def _source(self, source: Source) -> str:
        title = self._words(source.title.within(self.lang.code))
        linked = f'<a href="{escape(source.url)}">{title}</a>' if source.url else title
        return self._words(self.lang.text(SOURCE)).format(
            title=linked, grade=self._words(self.lang.text(GRADES[source.grade]))
        )

    def _input(self, figure: Figure) -> str:
        name = self._row(figure, self._words(self._name(figure)))
        said = self.lang.text(INPUT).format(
            value=self._amount(in_full(figure.value), figure.unit_read),
            printed=self._printed(figure),
            period=figure_period(self.lang, figure),
            place=self.lang.locator(figure.locator),
        )
        return f"{name} <span>{self._words(said)}</span>"

    def _row(self, figure: Figure, inner: str) -> str:
        return f'<a href="{escape(self.row_address(figure))}">{inner}</a>'


def _rounded(number: str, rounding: Callable[[Fraction, int], Decimal], places: int) -> str:
    """Round a fraction; leave a decimal, or no number at all, as it is."""
    return f"{rounding(Fraction(number), places):f}" if "/" in number else number


def _list(items: Iterable[str]) -> str:
    """Return one item as it is, several as a list."""
    each = list(items)
    return each[0] if len(each) == 1 else f"<ul>{''.join(f'<li>{item}</li>' for item in each)}</ul>"
