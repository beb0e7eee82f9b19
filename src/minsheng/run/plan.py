"""Which notebook is to be run for which edition and language: a pure, printable list.

Most chapters belong to an edition and take its `year`. The few in `ACROSS` look over all years and
take `through_year`, the last year they may know; the book has each of them once.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from minsheng import paths
from minsheng.data import Book
from minsheng.errors import Fault, UsageFault
from minsheng.language import LANGUAGES, Language

ACROSS = ("trends", "peers")


@dataclass(frozen=True)
class Run:
    """One chapter in one language, of one edition or, across the years, through one year."""

    chapter: str
    year: int
    lang: str

    @property
    def is_across(self) -> bool:
        """Whether the chapter looks over the years and belongs to no edition."""
        return self.chapter in ACROSS

    @property
    def own(self) -> dict[str, int | str]:
        """The parameters under which it is stored."""
        return {"through_year" if self.is_across else "year": self.year, "lang": self.lang}

    @property
    def page(self) -> str:
        """The page that it makes: `2023/urban_new_jobs`, or `trends`."""
        return self.chapter if self.is_across else f"{self.year}/{self.chapter}"

    @property
    def source(self) -> Path:
        """The notebook that is run."""
        return paths.NOTEBOOKS / f"{self.chapter}.ipynb"

    @property
    def target(self) -> Path:
        """Where the executed notebook goes."""
        return paths.EXECUTED / self.lang / f"{self.page}.ipynb"

    @property
    def name(self) -> str:
        """What people call it: `2023/urban_new_jobs (en)`."""
        return f"{self.page} ({self.lang})"

    def __str__(self) -> str:
        return self.name


def plan(
    book: Book,
    editions: Sequence[int] = (),
    languages: Sequence[str] = LANGUAGES,
    chapters: Sequence[str] = (),
) -> list[Run]:
    """Return the runs of the editions, languages and chapters asked for; nothing asked means all.

    Those across the years, through the latest edition, are left out where editions are named.
    Raises `UsageFault` for an edition, language or chapter that the book does not have.
    """
    for lang in languages:
        Language(lang)
    years = [book.edition(year).year for year in editions] or list(book.editions())
    for chapter in chapters:
        _known_chapter(book, chapter)
    wanted = [
        Run(chapter, year, lang)
        for lang in languages
        for year in years
        for chapter in book.edition(year).chapters()
        if not chapters or chapter in chapters
    ]
    wanted += [
        Run(chapter, max(years), lang)
        for lang in languages
        for chapter in ACROSS
        if not editions and (not chapters or chapter in chapters)
    ]
    return [run for run in wanted if run.source.exists()]


def _known_chapter(book: Book, chapter: str) -> None:
    chapters = (*book.catalogue.chapters, *ACROSS)
    if chapter not in chapters:
        known = ", ".join(chapters)
        rule = "The book has no such chapter."
        fault = Fault("data/catalogue.yml", rule, f"use one of {known}", None, "chapters", chapter)
        raise UsageFault([fault])
