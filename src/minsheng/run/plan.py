"""Which notebook is to be run for which edition and language: a pure, printable list."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from minsheng import paths
from minsheng.data import Book
from minsheng.errors import Fault, UsageFault
from minsheng.language import LANGUAGES, Language


@dataclass(frozen=True)
class Run:
    """One chapter of one edition in one language."""

    chapter: str
    year: int
    lang: str

    @property
    def source(self) -> Path:
        """The notebook that is run."""
        return paths.NOTEBOOKS / f"{self.chapter}.ipynb"

    @property
    def target(self) -> Path:
        """Where the executed notebook goes."""
        return paths.EXECUTED / self.lang / str(self.year) / f"{self.chapter}.ipynb"

    @property
    def name(self) -> str:
        """What people call it: `2023/urban_new_jobs (en)`."""
        return f"{self.year}/{self.chapter} ({self.lang})"

    def __str__(self) -> str:
        return self.name


def plan(
    book: Book,
    editions: Sequence[int] = (),
    languages: Sequence[str] = LANGUAGES,
    chapters: Sequence[str] = (),
) -> list[Run]:
    """Return the runs of the editions, languages and chapters asked for; nothing asked means all.

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
    return [run for run in wanted if run.source.exists()]


def _known_chapter(book: Book, chapter: str) -> None:
    if chapter not in book.catalogue.chapters:
        known = ", ".join(book.catalogue.chapters)
        rule = "The book has no such chapter."
        fault = Fault("data/catalogue.yml", rule, f"use one of {known}", None, "chapters", chapter)
        raise UsageFault([fault])
