"""What is asked for when a chapter is begun, and what may be wrong with it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from minsheng import paths
from minsheng.data import Bilingual, Catalogue
from minsheng.errors import Fault

CATALOGUE = "data/catalogue.yml"
_KEY = re.compile(r"[a-z][a-z0-9_]*")
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True)
class Wanted:
    """A chapter to be begun: its key, its part of the book, its title and its question.

    `reads` names its measures; none named means those that the catalogue assigns to it.
    """

    key: str
    part: str
    title: Bilingual
    question: Bilingual
    reads: tuple[str, ...] = ()

    @property
    def notebook(self) -> Path:
        """Where its notebook will stand."""
        return paths.NOTEBOOKS / f"{self.key}.ipynb"

    @property
    def test(self) -> Path:
        """Where its test will stand."""
        return paths.ROOT / "tests" / "chapters" / f"test_{self.key}.py"

    def measures(self, catalogue: Catalogue) -> tuple[str, ...]:
        """Return the measures that it reads."""
        assigned = (key for key, each in catalogue.measures.items() if each.chapter == self.key)
        return self.reads or tuple(assigned)


def faults_of(wanted: Wanted, catalogue: Catalogue) -> list[Fault]:
    """Return everything that is wrong with what is asked for."""
    return [
        *_key_faults(wanted, catalogue),
        *_word_faults(wanted),
        *_read_faults(wanted, catalogue),
    ]


def _key_faults(wanted: Wanted, catalogue: Catalogue) -> Iterator[Fault]:
    if not _KEY.fullmatch(wanted.key):
        rule = "A key holds small letters, digits and underscores, and begins with a letter."
        yield Fault("argument KEY", rule, "write it like gig_markets", value=wanted.key)
    elif wanted.key in catalogue.chapters:
        rule = "The catalogue holds a chapter of this key."
        yield Fault(CATALOGUE, rule, "choose another key", None, "chapters", wanted.key)
    for path in (wanted.notebook, wanted.test):
        if path.exists():
            yield Fault(paths.relative(path), "The file is there already.", "choose another key")
    if wanted.part not in catalogue.parts:
        known = ", ".join(catalogue.parts)
        yield Fault(
            CATALOGUE,
            "The book has no such part.",
            f"use one of {known}",
            None,
            "parts",
            wanted.part,
        )


def _word_faults(wanted: Wanted) -> Iterator[Fault]:
    for name, text, mark in (
        ("title", wanted.title.en, ""),
        ("title-zh", wanted.title.zh, ""),
        ("question", wanted.question.en, "?"),
        ("question-zh", wanted.question.zh, "？"),
    ):
        if not text.strip() or "\n" in text or text != text.strip():
            yield Fault(f"option --{name}", "It is one line of words.", "write it anew", value=text)
        elif not text.endswith(mark):
            yield Fault(f"option --{name}", f"A question ends with {mark}", "add it", value=text)
        elif _DIGIT.search(text):
            rule = "No number is typed into prose: it would be said of every edition."
            yield Fault(f"option --{name}", rule, "leave it out", value=text)


def _read_faults(wanted: Wanted, catalogue: Catalogue) -> Iterator[Fault]:
    for measure in wanted.reads:
        if measure not in catalogue.measures:
            rule = "The catalogue has no such measure."
            yield Fault(CATALOGUE, rule, "correct it, or add its entry", None, "measures", measure)
    if not wanted.measures(catalogue):
        rule = "No measure is assigned to this chapter."
        remedy = f"name measures with --reads, or give a measure the line chapter: {wanted.key}"
        yield Fault(CATALOGUE, rule, remedy, None, "chapters", wanted.key)
