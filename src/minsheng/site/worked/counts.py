"""How many of something the data hold, for a sentence of a prose page."""

from collections.abc import Callable, Mapping

from minsheng.commentary import compose
from minsheng.data import Book, Measure, load_book
from minsheng.facts import counted
from minsheng.language import Language, _
from minsheng.site.worked.worked import Step, Worked, unknown

COUNTED, IN_THE_DATA = _("Counted: {what}"), _("counted in the data")
NUMBERS: Mapping[str, Callable[[Book], int]] = {
    "comparisons": lambda book: sum(len(each.comparisons) for each in _measures(book)),
    "refusals": lambda book: sum(len(each.refusals) for each in _measures(book)),
    "figures": lambda book: len(book.every_figure),
    "measures": lambda book: len(book.catalogue.measures),
    "editions": lambda book: len(book.entries),
}
WHAT = {
    "comparisons": _("declared comparisons"),
    "refusals": _("results refused by name"),
    "figures": _("published figures"),
    "measures": _("measures"),
    "editions": _("editions"),
}


def _measures(book: Book) -> list[Measure]:
    return list(book.catalogue.measures.values())


def count(lang: Language, what: str) -> Worked:
    """Count something of the book: comparisons, refusals, figures, measures, editions."""
    if what not in NUMBERS:
        raise unknown("The book does not count this.", what, NUMBERS)
    name = lang.text(WHAT[what])
    step = Step(name, compose(lang, IN_THE_DATA), counted(lang, NUMBERS[what](load_book())))
    return Worked(lang.text(COUNTED).format(what=name), (step,))
