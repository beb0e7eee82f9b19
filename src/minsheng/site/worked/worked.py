"""A worked example: inputs as printed, how each is read, the steps, the result."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from html import escape

from minsheng.commentary import Sentence, compose
from minsheng.data import HOME_REGION, Figure, Unit, load_book
from minsheng.errors import Fault, UsageFault
from minsheng.facts import Fact, Formula, as_printed, between, computed, enclosed
from minsheng.language import Language, _
from minsheng.quantity import Reading
from minsheng.tables import figure_name

QUANTITY, ORIGIN, VALUE = _("Quantity"), _("Where it comes from"), _("Value")
DATED, ELSEWHERE = _("{name}, {period}"), _("{name}, {region}")
SET = _("{printed}, set and not measured: exact")
EXACT = _("{printed}, read as exact")
COUNTED = _("{printed}, a plain count")
ROUNDED = _("{printed}, printed to the nearest {step}")
READ_SO = _("{printed}, read to the nearest {step}")
ABOVE = _("{printed}, hedged: a lower bound only")
BELOW = _("{printed}, hedged: an upper bound only")
OPEN = _("{printed}, hedged on both sides: no bound follows")
BRACKETED = _("({range})")


@dataclass(frozen=True)
class Step:
    """One line of a worked example: a quantity, where it comes from, its value.

    `anchor` is the row of the data page that holds the quantity, where it is a published figure.
    """

    name: Sentence | str
    origin: Sentence
    value: Fact | str
    anchor: str = ""


@dataclass(frozen=True)
class Worked:
    """A calculation carried through on published figures; the last step holds the result."""

    title: str
    steps: tuple[Step, ...]

    @property
    def result(self) -> Fact | str:
        """What the calculation comes to."""
        return self.steps[-1].value

    def html(self, lang: Language, root: str = "") -> str:
        """Return the example as a table; `root` leads from the page to the book's first folder."""
        heads = "".join(
            f'<th scope="col">{escape(lang.text(name))}</th>' for name in (QUANTITY, ORIGIN, VALUE)
        )
        return "\n".join(
            [
                f'<div class="worked"><table><caption>{lang.markup(self.title)}</caption>',
                f"<thead><tr>{heads}</tr></thead><tbody>",
                *(_row(lang, step, root) for step in self.steps),
                "</tbody></table></div>",
            ]
        )

    @property
    def plain(self) -> str:
        """The example as lines of text."""
        return "\n".join([self.title, *self._lines()])

    def _lines(self) -> Iterator[str]:
        for step in self.steps:
            value = step.value if isinstance(step.value, str) else step.value.text
            name = step.name if isinstance(step.name, str) else step.name.plain
            yield f"{name} | {step.origin.plain} | {value}"


def _row(lang: Language, step: Step, root: str) -> str:
    name = lang.markup(step.name) if isinstance(step.name, str) else step.name.html
    if step.anchor:
        name = f'<a href="{escape(root)}data.html#{escape(step.anchor)}">{name}</a>'
    value = lang.markup(step.value) if isinstance(step.value, str) else step.value.html
    result = "" if step.anchor else ' class="result"'
    return (
        f'<tr{result}><th scope="row">{name}</th><td>{step.origin.html}</td><td>{value}</td></tr>'
    )


def printed_step(lang: Language, figure: Figure, *, dated: bool = False) -> Step:
    """Return the first step of most examples: a printed figure and how it is read.

    `dated` adds its period to its name, where figures of several periods meet.
    """
    name = figure_name(lang, load_book().catalogue, figure)
    if dated and figure.period is not None:
        name = lang.text(DATED).format(name=name, period=lang.period(figure.period.text))
    return Step(name, reading(lang, figure), enclosed(lang, figure), figure.anchor)


def reading(lang: Language, figure: Figure) -> Sentence:
    """Say how a printed figure is read: exact, a count, rounded, or bounded on one side."""
    number = figure.number
    step = computed(
        lang,
        number.step,
        figure.unit_read,
        (figure,),
        formula=Formula.PRECISION,
        decimals=_places(figure),
    )
    return compose(lang, _reading(figure), printed=as_printed(lang, figure), step=step)


def _places(figure: Figure) -> int:
    return figure.number.decimals if figure.scale == 1 else 0


def _reading(figure: Figure) -> str:
    number = figure.number
    if figure.role.is_exact:
        return SET
    if not number.bound.open_above and not number.bound.open_below:
        if not figure.enclosure().is_bounded:
            return OPEN
        if number.step == 0:
            return EXACT
        if figure.precision is not None:
            return READ_SO
        return COUNTED if number.step == 1 and number.whole else ROUNDED
    return ABOVE if number.bound.open_above else BELOW


def bare(lang: Language, figure: Figure, reading: Reading = Reading.ROUNDED) -> Fact:
    """Show the values behind a figure without their unit, as a term of an expression."""
    found = figure.enclosure(reading)
    return bracketed(lang, between(lang, found, Unit.RATIO, (figure,), formula=Formula.ENCLOSURE))


def bracketed(lang: Language, fact: Fact) -> Fact:
    """Put brackets around a range, so that an expression with it can be read in one way only."""
    if lang.dash not in fact.text:
        return fact
    return replace(fact, text=lang.text(BRACKETED).format(range=fact.text))


def measure_title(lang: Language, message: str, figure: Figure) -> str:
    """Return a title with a figure's measure, its region where it is another, and its year."""
    catalogue = load_book().catalogue
    name = catalogue.measures[figure.measure].name.within(lang.code)
    if figure.region != HOME_REGION:
        region = catalogue.regions[figure.region].name.within(lang.code)
        name = lang.text(ELSEWHERE).format(name=name, region=region)
    return named_title(lang, message, name, figure)


def named_title(lang: Language, message: str, name: str, figure: Figure) -> str:
    """Return a title with a name and the year of a figure."""
    year = figure.period.year if figure.period is not None else figure.figure_id[:4]
    return lang.text(message).format(name=name, year=year)


def failing(rule: str, value: str) -> UsageFault:
    """Return the fault of a calculation that this subject does not allow."""
    return UsageFault([Fault("worked example", rule, "choose another subject", value=value)])


def unknown(rule: str, value: str, known: Iterable[str]) -> UsageFault:
    """Return the fault of a name that does not exist, with the nearest that does."""
    near = difflib.get_close_matches(value, list(known), 1)
    remedy = f"did you mean {near[0]}?" if near else "see the tables of the data page"
    return UsageFault([Fault("worked example", rule, remedy, value=value)])
