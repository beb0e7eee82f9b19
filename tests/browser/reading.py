"""A built page as its reader meets it: blocks of text, tagged numbers, headings, names of parts."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

NUMBER = "\N{OBJECT REPLACEMENT CHARACTER}"  # stands in a block for a tagged number
VOID = {"br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
UNREAD = {"script", "style", "data", "note-reference"}  # tags and classes
INLINE = {"a", "abbr", "b", "br", "em", "i", "kbd", "mark", "small", "span", "strong", "sub", "sup"}
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
# Attributes that readers see, or hear.
NAMING = ("alt", "aria-label", "data-bs-title", "label", "placeholder", "title")


@dataclass
class Block:
    """The words of one paragraph, cell or item; `within` are the tags, classes and ids around it.

    A tagged number is one sign. `own` leaves out the words that are marked as another language's.
    """

    within: frozenset[str]
    words: list[str] = field(default_factory=list)
    own_words: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return " ".join("".join(self.words).split())

    @property
    def own(self) -> str:
        return " ".join("".join(self.own_words).split())


@dataclass
class Reading:
    """Numbers as (value, figures, how) and headings as (level, id), in the page's order."""

    blocks: list[Block] = field(default_factory=list)
    numbers: list[tuple[str, ...]] = field(default_factory=list)
    headings: list[tuple[str, str]] = field(default_factory=list)
    names: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class _Open:
    """An element that is not closed yet, with the block that its words belong to."""

    tag: str
    block: Block
    section: str = ""
    lang: str = ""
    is_own: bool = True
    is_read: bool = True


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.reading = Reading()
        self.open = [_Open("", Block(frozenset()))]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self._note(tag, given)
        if tag not in VOID:
            self.open.append(self._opened(tag, given))

    def _note(self, tag: str, given: dict[str, str]) -> None:
        self.reading.names += [given[name] for name in NAMING if given.get(name)]
        if tag == "data":
            number = (given["value"], given.get("data-figure", ""), given.get("data-how", ""))
            self.reading.numbers.append(number)
            self._say(NUMBER)
        if tag in HEADINGS:
            self.reading.headings.append((tag, self.open[-1].section))

    def _opened(self, tag: str, given: dict[str, str]) -> _Open:
        around = self.open[-1]
        block = around.block
        if tag not in {*INLINE, "data"}:
            marks = {tag, *(f".{each}" for each in given.get("class", "").split())}
            block = Block(around.block.within | marks | {f"#{given.get('id', '')}"})
            self.reading.blocks.append(block)
        section = given.get("id", "") if tag == "section" else around.section
        lang = given.get("lang", around.lang)
        is_own = tag == "html" or (around.is_own and lang == around.lang)
        is_read = around.is_read and not {tag, given.get("class", "")} & UNREAD
        return _Open(tag, block, section, lang, is_own, is_read)

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        while self.open[-1].tag != tag:
            self.open.pop()  # an element whose end tag may be left out
        self.open.pop()

    def handle_data(self, data: str) -> None:
        if self.open[-1].is_read:
            self._say(data)

    def _say(self, words: str) -> None:
        self.open[-1].block.words.append(words)
        if self.open[-1].is_own:
            self.open[-1].block.own_words.append(words)


@cache
def read(page: Path) -> Reading:
    reader = _Reader()
    reader.feed(page.read_text(encoding="utf-8"))
    reader.close()
    return reader.reading


def read_all(folder: Path) -> Iterator[tuple[str, Reading]]:
    """Yield the address and the reading of every page of one language."""
    for page in sorted(folder.rglob("*.html")):
        yield page.relative_to(folder).as_posix(), read(page)
