"""Read a finished page as its readers do: passages under headings, and rows with an address.

The pages are those that a build has just written, with every `<` of their text escaped and every
attribute in quotation marks, so that one pattern finds all tags; Python's own parser, which makes
the same of them, takes three times as long. A test reads every page of the book by both.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import unescape

from minsheng.facts import How

# Not read: code, what a card repeats, marks beside headings, drawings, links to files, the record
# at the foot. Drawings and code, which stands in `pre`, are taken out before the page is parsed.
SKIPPED_CLASSES = {
    "above-input",
    "downloads",
    "fact-cards",
    "headerlink",
    "highlight",
    "page-record",
    "toggle",
}
SKIPPED_TAGS = {"math", "script", "style", "svg"}
BLOCKS = {"caption", "dd", "div", "dt", "li", "p", "section", "td", "th", "tr"}
HEADINGS = {"h1", "h2", "h3", "h4"}
VOID = {"br", "col", "hr", "img", "input", "link", "meta", "wbr"}
# What comes behind the words of an article, whichever comes first.
ENDS = ('<div class="fact-cards"', '<section class="page-record"', "</article>")
_UNREAD = re.compile(r"<(pre|svg|math|script|style)\b.*?</\1>", re.DOTALL)
_TOKEN = re.compile(
    r"<!--.*?-->|<(?P<end>/?)(?P<tag>[a-z][a-z0-9]*)(?P<given>(?:[^>\"]|\"[^\"]*\")*)>|(?P<words>[^<]+)",
    re.DOTALL,
)
_GIVEN = re.compile(r'\s(class|id|value|data-how|data-figure)="([^"]*)"')
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")


@dataclass
class Passage:
    """What stands under one heading or in one row; `anchor` leads there.

    `numbers` are the exact values of its tagged numbers, which a page may print otherwise, and
    `figures` the ids of the published figures among them.
    """

    anchor: str
    heading: str
    words: list[str] = field(default_factory=list)
    numbers: list[str] = field(default_factory=list)
    figures: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The words in one line."""
        return " ".join("".join(self.words).split())


@dataclass
class Reader:
    """Collect the passages of the article of one page, told of its tags and words in order."""

    passages: list[Passage] = field(default_factory=list)
    inside: int = 0
    skipped: int = 0
    anchor: str = ""
    heading: list[str] | None = None

    def begin(self, tag: str, given: Mapping[str, str]) -> None:
        """Take in a tag with its attributes."""
        classes = set(given.get("class", "").split())
        if tag == "article" and "bd-article" in classes:
            self.inside = 1
        if not self.inside or tag in VOID:
            return
        if self.skipped or tag in SKIPPED_TAGS or classes & SKIPPED_CLASSES:
            self.skipped += 1
        else:
            self._enter(tag, given)

    def _enter(self, tag: str, given: Mapping[str, str]) -> None:
        if tag == "section" and given.get("id"):
            self.anchor = given["id"]
        elif tag in HEADINGS:
            self.passages.append(Passage(self.anchor, ""))
            self.heading = []
        elif tag == "tr" and given.get("id"):
            heading = self.passages[-1].heading if self.passages else ""
            self.passages.append(Passage(given["id"], heading))
        elif tag == "data" and self.passages and _NUMBER.fullmatch(given.get("value", "")):
            self.passages[-1].numbers.append(given["value"])
            if given.get("data-how") == How.PUBLISHED:
                self.passages[-1].figures += given.get("data-figure", "").split()

    def end(self, tag: str) -> None:
        """Take in the end of an element."""
        if self.skipped:
            self.skipped -= tag not in VOID
        elif tag == "article":
            self.inside = 0
        elif tag in HEADINGS and self.heading is not None:
            self.passages[-1].heading = " ".join("".join(self.heading).split())
            self.heading = None
        elif tag in BLOCKS and self.inside and self.passages:
            self.passages[-1].words.append("\n")

    def say(self, words: str) -> None:
        """Take in words between two tags."""
        if not self.inside or self.skipped:
            return
        if self.heading is not None:
            self.heading.append(words)
        elif self.passages:
            self.passages[-1].words.append(words)


def article(html: str) -> str:
    """Return the part of a page that is read: parsing takes long, and most of a page is not."""
    begins = html.find("<article")
    ends = [html.find(mark, begins) for mark in ENDS]
    return html[begins : min((end for end in ends if end >= 0), default=len(html))]


def read_passages(html: str) -> list[Passage]:
    """Return the passages of a page, or of its article, in their order, the title's first."""
    reader = Reader()
    for found in _TOKEN.finditer(_UNREAD.sub("", article(html))):
        if found["words"]:
            reader.say(unescape(found["words"]))
        elif found["end"]:
            reader.end(found["tag"])
        elif found["tag"]:
            given = {name: unescape(value) for name, value in _GIVEN.findall(found["given"])}
            reader.begin(found["tag"], given)
    return reader.passages
