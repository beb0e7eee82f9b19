"""The audit: every percentage that the sources print, each with the outcome of its test."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from minsheng.audit.judging import Outcome
from minsheng.audit.line import Line, line
from minsheng.audit.recomputed import DERIVATIONS, Derivation
from minsheng.audit.relations import RelationLine, related
from minsheng.data import Book, Catalogue, Edition, Figure, Role, View, once


@dataclass(frozen=True)
class Audit:
    """The lines of one edition, or of all other years and places, and its relations."""

    lines: tuple[Line, ...]
    relations: tuple[RelationLine, ...] = ()

    @property
    def tested(self) -> tuple[Line, ...]:
        """The lines whose inputs are all printed."""
        return tuple(each for each in self.lines if each.tested)

    @property
    def untested(self) -> tuple[Line, ...]:
        """The lines that no arithmetic can test."""
        return tuple(each for each in self.lines if not each.tested)

    def with_outcome(self, outcome: Outcome) -> tuple[Line, ...]:
        """Return the lines with one outcome."""
        return tuple(each for each in self.lines if each.outcome is outcome)


def audit(view: View) -> Audit:
    """Test every percentage of a view's edition, bases of other years included."""
    lines = _lines_of(view.edition)
    view.record(each for tested in lines for each in (tested.printed, *tested.inputs))
    return Audit(lines, tuple(related(view)))


@once
def _lines_of(edition: Edition) -> tuple[Line, ...]:
    known = (*edition.figures.values(), *edition.others.values(), *edition.context.values())
    return tuple(_lines(edition.catalogue, edition.figures.values(), known))


@once
def audit_context(book: Book) -> Audit:
    """Test every percentage printed for other regions and for years without an edition."""
    return Audit(tuple(_lines(book.catalogue, book.context, (*book.context, *book.figures))))


def _lines(
    catalogue: Catalogue, figures: Iterable[Figure], known: Iterable[Figure]
) -> Iterator[Line]:
    pool = tuple(known)
    for printed in figures:
        if printed.role in DERIVATIONS:
            alike = [each for each in pool if _alike(each, printed)]
            yield line(catalogue, printed, _beside(printed, alike), _seconds(printed, alike))


def _alike(figure: Figure, printed: Figure) -> bool:
    return (figure.measure, figure.region) == (printed.measure, printed.region)


def _beside(printed: Figure, alike: Iterable[Figure]) -> Figure | None:
    """Return the actual of the same period, from the same source where there are several."""
    same = [each for each in alike if each.role is Role.ACTUAL and each.period == printed.period]
    own = [each for each in same if each.source == printed.source]
    return next(iter([*own, *same]), None)


def _seconds(printed: Figure, alike: Iterable[Figure]) -> tuple[Figure, ...]:
    """Return the figures that may stand second: the targets, or what was reached before."""
    growth = DERIVATIONS[printed.role] is Derivation.GROWTH
    wanted = Role.ACTUAL if growth else Role.TARGET
    return tuple(each for each in alike if each.role is wanted)
