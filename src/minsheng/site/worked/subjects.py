"""What a worked example is about: a figure, a measure of an edition, a declared ratio, by id."""

from collections.abc import Iterable

from minsheng.comparability import Comparing, Pair, compare
from minsheng.data import Book, Figure, View, load_book
from minsheng.measures import Completion, Ratio, Share, declared_ratios, share_of_year
from minsheng.recovery import Recovered, What, growth_of, recover_context
from minsheng.site.worked.worked import failing, unknown
from minsheng.verdict import Assessment, judge


def figure(figure_id: str) -> Figure:
    """Return a published figure; raises `UsageFault` for an id that no figure has."""
    figures = load_book().figure_by_id
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
    return judge(view, key)


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


def implied(subject: str, what: What) -> Recovered:
    """Return what the figures of a year without an edition imply about `<year>.<measure>`.

    Raises `UsageFault` where nothing of this kind follows.
    """
    book = load_book()
    found = {
        each.inputs[0].figure_id.removesuffix(".actual"): each
        for each in recover_context(book.catalogue, book.context)
        if each.what is what
    }
    if subject not in found:
        raise unknown("Nothing of this kind follows from the context.", subject, found)
    return found[subject]


def share_of_the_year(figure_id: str) -> Share:
    """Return the share of its year that a figure of the first months makes up.

    Raises `UsageFault` where the figure of the whole year is missing or not comparable.
    """
    part, catalogue = figure(figure_id), load_book().catalogue
    whole = figure(figure_id.rpartition(".")[0])
    pair = compare(catalogue, Comparing.PART_OF_YEAR, part, whole)
    if not isinstance(pair, Pair):
        raise failing("The catalogue does not set this figure against its year.", figure_id)
    return share_of_year(pair)


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
