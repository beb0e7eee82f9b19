"""Two editions side by side. One catalogue and one set of rules read both: only data differ."""

from collections.abc import Iterator

from minsheng.chapters.compared import compared
from minsheng.comparability import Comparing, Refused, compare
from minsheng.data import Edition, Figure, Role
from minsheng.difference import told
from minsheng.difference.change import Compared, Difference, Kind, Nature, Told, changes
from minsheng.language import Language
from minsheng.verdict import assess_all


def between_editions(lang: Language, before: Edition, after: Edition) -> Difference:
    """Return what differs between two editions, and which of their figures may be set together."""
    sides = [_told(lang, edition) for edition in (before, after)]
    found = (changes(kind, Nature.DATA, sides[0][kind], sides[1][kind]) for kind in sides[0])
    return Difference(
        str(before.year),
        str(after.year),
        tuple(change for each in found for change in each),
        tuple(_compared(lang, before, after)),
    )


def _told(lang: Language, edition: Edition) -> dict[Kind, Told]:
    results = assess_all(edition)
    return {
        Kind.EDITION: told.edition(lang, edition.entry),
        Kind.PROMISE: told.promised(lang, edition),
        Kind.FIGURE: told.figures(lang, edition.figures.values(), without_year, whole=False),
        Kind.STATE: told.states(lang, results),
        Kind.SENTENCE: told.sentences(lang, results),
        Kind.RESULT: told.result(lang, edition, results),
    }


def without_year(figure: Figure) -> str:
    """Return a figure's id without the year, so that it names the same thing in every edition."""
    return figure.figure_id.partition(".")[2]


def _compared(lang: Language, before: Edition, after: Edition) -> Iterator[Compared]:
    """Set every figure reported in both editions against the earlier one, or say why not."""
    earlier = {without_year(each): each for each in before.figures.values()}
    for later in after.figures.values():
        first = earlier.get(without_year(later))
        if first is not None and later.role is Role.ACTUAL:
            answer = compare(after.catalogue, Comparing.SERIES, later, first)
            said = compared(lang, after.catalogue, later, first)
            condition = answer.condition if isinstance(answer, Refused) else None
            yield Compared(first, later, said, condition)
