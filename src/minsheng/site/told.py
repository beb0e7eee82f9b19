"""What pages ask of the data and what they were told: remembered, so that none is read in vain.

A page asks by the name of a block or of a role, with what stands beside it. It would come out of
another reading as it is where it has the same words, and would be told the same (see `outdated`).
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.environment.collectors import EnvironmentCollector

from minsheng.digests import digest
from minsheng.language import Language
from minsheng.site.here import Here
from minsheng.site.languages import page_language

Question = tuple[str, str]
# What the id of a figure looks like, which begins with a year or with a region.
_FIGURE = re.compile(r"[0-9]{4,}(?:\.[a-z0-9_]+)+")
# The data of tables stand within links, where anything but letters and digits is written so.
_ENCODED = re.compile(r"%[0-9A-F]{2}")


@dataclass(frozen=True)
class Told:
    """An answer as HTML and as plain text; where it has no HTML, its words are shown."""

    html: str
    plain: str

    @property
    def mark(self) -> "Mark":
        """What is remembered of it."""
        body = digest(f"{self.html}\0{self.plain}".encode())
        return Mark(body, frozenset(named_in(self.html)))


@dataclass(frozen=True)
class Mark:
    """What tells an answer from any other, and the figures that it may name."""

    digest: str
    figures: frozenset[str]


NOTHING = Mark("", frozenset())
Answer = Callable[[Language, Here, str], Told]


def tell(env: BuildEnvironment, question: Question, answer: Answer) -> Told:
    """Answer the page that is being read, and remember what it was told, or that it was not."""
    remembered = asked(env).setdefault(env.docname, {})
    remembered[question] = NOTHING
    told = answered(env, env.docname, question, answer)
    remembered[question] = told.mark
    return told


def answered(env: BuildEnvironment, page: str, question: Question, answer: Answer) -> Told:
    """Return what a page is told now; it is worked out once a build."""
    here = Here(Path(env.srcdir), root_from(page))
    held: dict[tuple[str, ...], Told] = vars(env.app.builder).setdefault("book_answers", {})
    key = (*question, here.root)
    if key not in held:
        held[key] = answer(page_language(env.config), here, question[1])
    return held[key]


def asked(env: BuildEnvironment) -> dict[str, dict[Question, Mark]]:
    """Return what each page asked when it was read last, with what it was told."""
    remembered: dict[str, dict[Question, Mark]] = vars(env).setdefault("book_asked", {})
    return remembered


def named_in(text: str) -> set[str]:
    """Return everything in a text that may be the id of a figure."""
    return set(_FIGURE.findall(_ENCODED.sub(" ", text)))


def root_from(page: str) -> str:
    """Return the way from a page to the book's first folder."""
    return "../" * page.count("/")


class _Asked(EnvironmentCollector):
    """Let what is remembered go with the page, and come back from processes that read pages."""

    def clear_doc(self, app: Sphinx, env: BuildEnvironment, docname: str) -> None:
        del app
        asked(env).pop(docname, None)

    def merge_other(
        self, app: Sphinx, env: BuildEnvironment, docnames: set[str], other: BuildEnvironment
    ) -> None:
        del app
        theirs = asked(other)
        asked(env).update({page: theirs[page] for page in docnames if page in theirs})

    def process_doc(self, app: Sphinx, doctree: nodes.document) -> None:
        """Nothing is to be collected: it was remembered when it was asked."""


def add_told(app: Sphinx) -> None:
    """Register it with Sphinx."""
    app.add_env_collector(_Asked)
