"""What a worked example is about: a figure, a measure of an edition, a declared ratio, by id."""

from collections.abc import Iterable

from minsheng.comparability import Pair
from minsheng.data import Book, Figure, View, load_book
from minsheng.measures import Completion, Ratio, declared_ratios
from minsheng.recovery import growth_of
from minsheng.site.worked.worked import failing, unknown
from minsheng.verdict import Assessment, assess


def figure(figure_id: str) -> Figure:
    """Return a published figure; raises `UsageFault` for an id that no figure has."""
    figures = {each.figure_id: each for each in load_book().figures}
    if figure_id not in figures:
        raise unknown("No published figure has this id.", figure_id, figures)
    return figures[figure_id]


def view_of(subject: str) -> tuple[View, str]:
    """Return the view of `<year>.<measure>` and the measure; raises `UsageFault` for another."""
    book = load_book()
    year, __, key = subject.partition(".")
    known = list(_subjects(book))
    if subject not in known:
        raise unknown("No edition has a figure or promise on this measure.", subject, known)
    return book.edition(int(year)).view(book.catalogue.measures[key].chapter), key


def _subjects(book: Book) -> Iterable[str]:
    for year in book.editions():
        edition = book.edition(year)
        present = {each.measure for each in edition.figures.values()}
        present |= {promise.measure for promise in edition.promises}
        yield from sorted(f"{year}.{key}" for key in present)


def judged(subject: str) -> Assessment:
    """Return the judgement of the promise `<year>.<measure>`; raises `UsageFault` without one."""
    view, key = view_of(subject)
    return assess(view, key)


def completed(subject: str) -> tuple[Assessment, Completion]:
    """Return a promise's judgement and completion; raises `UsageFault` where there is none."""
    result = judged(subject)
    if result.promised.completion is None:
        rule = "Target and reported figure of this promise are not both printed and comparable."
        raise failing(rule, subject)
    return result, result.promised.completion


def with_growth(subject: str) -> Pair:
    """Return the reported figure of `<year>.<measure>` with the growth printed beside it.

    Raises `UsageFault` where no growth is printed.
    """
    pair = growth_of(*view_of(subject))
    if pair is None:
        raise failing("No growth is printed beside this figure.", subject)
    return pair


def ratio(subject: str) -> Ratio:
    """Return the declared ratio `<year>.<key>`; raises `UsageFault` where it is not computed."""
    book, found = load_book(), {}
    for year in book.editions():
        edition = book.edition(year)
        for chapter in edition.chapters():
            for each in declared_ratios(edition.view(chapter)):
                found[f"{year}.{each.declared.key}"] = each
    if subject not in found:
        raise unknown("No edition has this declared ratio.", subject, found)
    return found[subject]
