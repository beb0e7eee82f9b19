"""Sentences about what became of the measures that an evaluation recommends."""

from collections.abc import Iterator, Sequence

from minsheng.commentary.sentence import Sentence, compose
from minsheng.facts import capitalised, counted
from minsheng.language import Language, _, plural
from minsheng.verdict import Followed, Shown

COUNT = plural("The report recommends {n} measure.", "The report recommends {n} measures.")
TOLD = {
    Shown.BY_FIGURE: plural(
        "A later figure shows something of {n} of them.",
        "Later figures show something of {n} of them.",
    ),
    Shown.NO_LATER: plural(
        "{N} of them is followed by a measure of this book, on which no later figure has been published.",
        "{N} of them are followed by measures of this book, on which no later figure has been published.",
    ),
    Shown.NOT_SHOWN: plural(
        "{N} of them is not shown: this book has no measure that could follow it.",
        "{N} of them are not shown: this book has no measure that could follow them.",
    ),
}
CHOSEN = _(
    "Which measure follows a recommendation is this book's choice; a later figure would not show that the recommendation was the reason."
)
SHOWN_NAMES = {
    Shown.BY_FIGURE: _("shown by a figure"),
    Shown.NO_LATER: _("no later figure published"),
    Shown.NOT_SHOWN: _("not shown"),
}


def followed(lang: Language, found: Sequence[Followed]) -> Iterator[Sentence]:
    """Count the recommended measures by what later figures tell of them."""
    if not found:
        return
    yield compose(lang, lang.plural(COUNT, len(found)), n=counted(lang, len(found)))
    for shown, forms in TOLD.items():
        those = [each for each in found if each.shown is shown]
        if those:
            figures = [figure for each in those for figure in each.figures]
            number = counted(lang, len(those), figures)
            message = lang.plural(forms, len(those))
            yield compose(lang, message, n=number, N=capitalised(number))
    yield compose(lang, CHOSEN)
