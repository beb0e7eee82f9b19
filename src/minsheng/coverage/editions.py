"""The coverage of whole editions, and of what stands in the book beside them."""

from collections.abc import Iterable, Sequence

from minsheng.audit import audit, audit_context
from minsheng.coverage.meter import Names, SourceCoverage, cover, coverage_faults
from minsheng.coverage.tested import lines_by_figure
from minsheng.coverage.uses import executed_notebooks, uses_of
from minsheng.data import Book, Figure
from minsheng.errors import InputFault
from minsheng.language import LANGUAGES
from minsheng.recovery import recover_context

REGISTER = "register"


def editions_coverage(
    book: Book, years: Sequence[int] = (), lang: str = "en"
) -> tuple[SourceCoverage, ...]:
    """Return the coverage of some editions; of none named, of the whole book with its context.

    A figure of an edition must be used in that edition, a figure of the context in any. Raises
    `UsageFault` for a year without an edition, `RunFailure` where a chapter has not been run.
    """
    return _coverage(book, years, lang, _tests(book, years))


def _coverage(
    book: Book, years: Sequence[int], lang: str, tests: Names
) -> tuple[SourceCoverage, ...]:
    wanted = _wanted(book, years)
    uses = {year: uses_of(executed_notebooks(book, [year], lang)) for year in wanted}
    figures = [figure for year in wanted for figure in book.figures_of(year)]
    found = {
        figure.figure_id: uses[year].get(figure.figure_id, ())
        for year in wanted
        for figure in book.figures_of(year)
    }
    if not years:
        figures += book.context
        found |= _in_any(book.context, [*uses.values(), register_uses(book)])
    return cover(book, figures, found, tests)


def _wanted(book: Book, years: Sequence[int]) -> list[int]:
    return [book.edition(year).year for year in years] or [*book.editions()]


def _tests(book: Book, years: Sequence[int]) -> Names:
    """Return the lines of the audit that test each figure, in whatever language."""
    audits = [audit(book.edition(year).whole()) for year in _wanted(book, years)]
    return lines_by_figure([*audits, *([] if years else [audit_context(book)])])


def register_uses(book: Book) -> dict[str, tuple[str, ...]]:
    """Return the figures that the register of other years and places rests on."""
    recovered = recover_context(book.catalogue, book.context)
    ids = [figure.figure_id for each in recovered for figure in each.inputs]
    ids += [each.figure_id for each in book.discrepancies]
    return dict.fromkeys(ids, (REGISTER,))


def _in_any(figures: Iterable[Figure], uses: Iterable[Names]) -> Names:
    """Return the names of everything that uses each figure, whatever the edition."""
    every = [*uses]
    return {
        figure.figure_id: tuple(name for names in every for name in names.get(figure.figure_id, ()))
        for figure in figures
    }


def require_coverage(book: Book, languages: Sequence[str] = LANGUAGES) -> None:
    """Raise `InputFault` with every figure that is neither used nor tested nor excused.

    The pages of every language must use it.
    """
    tests = _tests(book, ())
    for lang in languages:
        faults = coverage_faults(_coverage(book, (), lang, tests))
        if faults:
            raise InputFault(faults)
