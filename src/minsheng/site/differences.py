"""What differs between two editions that follow each other, newest first."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from minsheng.commentary import Sentence, begin, compose, itemised
from minsheng.data import Edition, load_book
from minsheng.difference import (
    Compared,
    Difference,
    Kind,
    between_editions,
    told,
    without_year,
)
from minsheng.facts import capitalised, counted
from minsheng.language import Language, _, plural
from minsheng.site.here import Here
from minsheng.tables import Cell, Heading, Said, Table, figure_name
from minsheng.verdict import assess_all

PROMISES = _("{before} and {after}: what was promised, and where it stood")
PAIR = _("{before} and {after}")
FIGURES = _("{before} and {after}: figures that both editions print")
SENTENCES = _("{before} and {after}: what the book says of a promise that both made")
FILES = {PROMISES: "promises", FIGURES: "figures", SENTENCES: "sentences"}
MEASURE = _("Measure")
STOOD = _("{promise} Where it stood: {state}.")
NOT_PROMISED = _("no promise in this book")
ONLY = plural(
    "{N} figure stands in the edition of {year} alone.",
    "{N} figures stand in the edition of {year} alone.",
)
SAME_METHOD = _(
    "Between {before} and {after} only the data differ: one catalogue and one set of rules read "
    "both, so nothing of the method has changed."
)
TOGETHER = _("What the figures of {before} and {after} give together:")
NAMED = _("{Name}: {said}")
NOTHING_TOGETHER = _("No figure is reported in both {before} and {after}.")


@dataclass(frozen=True)
class Findings:
    """Sentences as a list."""

    said: tuple[Sentence, ...]

    def html(self, lang: Language) -> str:
        """Return a list, an item for each."""
        del lang
        return itemised(self.said).html

    @property
    def plain(self) -> str:
        """The items as lines of text."""
        return itemised(self.said).plain


@dataclass(frozen=True)
class Title:
    """The heading of what follows."""

    key: str
    plain: str

    def html(self, lang: Language) -> str:
        """Return a heading of the second level that can be linked to."""
        return f'<h2 id="{self.key}">{lang.markup(self.plain)}</h2>'


Part = Sentence | Findings | Table | Title
Row = tuple[str, Sentence | None, Sentence | None]


@dataclass(frozen=True)
class Differences:
    """Pairs of editions, each with its sentences and tables, ready to be shown."""

    parts: tuple[Part, ...]

    def html(self, lang: Language) -> str:
        """Return paragraphs and tables in their order."""
        return "\n".join(
            each.html(lang) if isinstance(each, Table | Findings | Title) else each.paragraph
            for each in self.parts
        )

    @property
    def plain(self) -> str:
        """The sentences and tables as lines of text."""
        return "\n".join(each.plain for each in self.parts)


def differences(lang: Language, here: Here) -> Differences:
    """Set every edition beside the one before it."""
    del here
    book = load_book()
    pairs = list(pairwise(book.edition(year) for year in book.editions()))
    return Differences(
        tuple(part for before, after in reversed(pairs) for part in _pair(lang, before, after))
    )


def _pair(lang: Language, before: Edition, after: Edition) -> Iterator[Part]:
    found = between_editions(lang, before, after)
    years = {
        "before": lang.period(found.before),
        "after": lang.period(found.after),
        "apart": f"{found.before}-{found.after}",
    }
    yield Title(f"between-{years['apart']}", lang.text(PAIR).format(**years))
    yield compose(lang, SAME_METHOD, **years)
    yield _promises(lang, before, after, years)
    yield from _together(lang, after, found, years)
    figures = _in_both(found, Kind.FIGURE, lambda key: _figure(lang, after, key))
    if figures:
        yield _table(lang, FIGURES, figures, years)
    yield from _alone(lang, before, after)
    said = _in_both(found, Kind.SENTENCE, lambda key: _name(lang, after, key))
    if said:
        yield _table(lang, SENTENCES, said, years)


def _in_both(found: Difference, kind: Kind, name: Callable[[str], str]) -> list[Row]:
    both = (each for each in found.of(kind) if each.before and each.after)
    return [(name(each.key), each.before, each.after) for each in both]


def _promises(lang: Language, before: Edition, after: Edition, years: Mapping[str, str]) -> Table:
    """Set every promise of either edition side by side, each with where it stood."""
    old, new = _stood(lang, before), _stood(lang, after)
    rows = [(_name(lang, after, key), old.get(key), new.get(key)) for key in {**old, **new}]
    return _table(lang, PROMISES, rows, years)


def _stood(lang: Language, edition: Edition) -> dict[str, Sentence]:
    states = told.states(lang, assess_all(edition))
    return {
        key: compose(
            lang,
            STOOD,
            promise=Sentence(lang.ended(said.html), lang.ended(said.plain)),
            state=states[key],
        )
        for key, said in told.promised(lang, edition).items()
    }


def _together(
    lang: Language, after: Edition, found: Difference, years: Mapping[str, str]
) -> Iterator[Part]:
    yield compose(lang, TOGETHER if found.compared else NOTHING_TOGETHER, **years)
    if found.compared:
        yield Findings(tuple(_named(lang, after, each) for each in found.compared))


def _named(lang: Language, edition: Edition, compared: Compared) -> Sentence:
    name = _name(lang, edition, compared.later.measure)
    return compose(lang, NAMED, Name=name, said=compared.said)


def _alone(lang: Language, before: Edition, after: Edition) -> Iterator[Sentence]:
    sides = {each.year: {*map(without_year, each.figures.values())} for each in (before, after)}
    for one, other in ((before, after), (after, before)):
        alone = [
            each for each in one.figures.values() if without_year(each) not in sides[other.year]
        ]
        if alone:
            number = counted(lang, len(alone), alone)
            message = lang.plural(ONLY, len(alone))
            yield compose(lang, message, N=capitalised(number), year=lang.period(str(one.year)))


def _table(lang: Language, caption: str, rows: Iterable[Row], years: Mapping[str, str]) -> Table:
    heads = (Heading(lang.text(MEASURE)), Heading(years["before"]), Heading(years["after"]))
    shown = tuple((name, _side(lang, old), _side(lang, new)) for name, old, new in rows)
    file = f"{FILES[caption]}-{years['apart']}"
    return Table(lang.text(caption).format(**years), heads, shown, name=file)


def _side(lang: Language, said: Sentence | None) -> Cell:
    return lang.text(NOT_PROMISED) if said is None else Said(said.html, said.plain)


def _name(lang: Language, edition: Edition, measure: str) -> str:
    return begin(edition.catalogue.measures[measure].name.within(lang.code))


def _figure(lang: Language, edition: Edition, key: str) -> str:
    figure = edition.figures[f"{edition.year}.{key}"]
    return begin(figure_name(lang, edition.catalogue, figure))


BLOCKS: Mapping[str, Callable[[Language, Here], Differences]] = {"differences": differences}
