"""A page as its readers get it, cut into blocks of words, each marked for whose words it holds."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from html.parser import HTMLParser

from minsheng import paths

# Stand in a block for a number that is tagged, and for the words of a source.
TAGGED, FOREIGN = "\N{OBJECT REPLACEMENT CHARACTER}", "\N{REPLACEMENT CHARACTER}"
# Machines' words, formulas and drawings; the words of sources and the titles of works.
CODE = {"code", "kbd", "math", "pre", "script", "style", "svg"}
QUOTED = {"blockquote", "cite", "q"}
# What stands around a page: cards repeat what the page says, and the record is made of addresses.
AROUND = {"book-editions", "fact-cards", "headerlink", "highlight", "page-record"}
AROUND |= {"note-number", "references"}
BLOCKS = {"caption", "dd", "div", "dt", "figcaption", "h1", "h2", "h3", "h4", "li", "p", "section"}
BLOCKS |= {"small", "summary", "table", "td", "th", "tr"}
VOID = {"br", "col", "hr", "img", "input", "link", "meta", "wbr"}
_MARKED = re.compile(r"“[^“”]*”")


class Whose(StrEnum):
    """Whose words a block holds."""

    OWN = "own"
    REPORTED = "reported"  # what a source says, in the book's words
    FORBIDDEN = "forbidden"  # what the page of methods names as said nowhere


@dataclass(frozen=True)
class Block:
    """Words that stand together on a page: a paragraph, an item, a cell."""

    page: str
    lang: str
    words: str
    whose: Whose = Whose.OWN

    def __str__(self) -> str:
        shown = self.words.replace(TAGGED, "[number]").replace(FOREIGN, "[quoted]")
        return f"{self.page} ({self.lang}): {shown}"


class _Reader(HTMLParser):
    """Collect the words of a page, block by block."""

    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[tuple[Whose, list[str]]] = [(Whose.OWN, [])]
        self.open: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in VOID:
            return
        classes = set((dict(attrs).get("class") or "").split())
        if self.hidden:
            self.hidden += 1
        elif tag in CODE or tag in QUOTED or tag == "data" or classes & AROUND:
            self.blocks[-1][1].append(TAGGED if tag == "data" else FOREIGN)
            self.hidden = 1
        else:
            self._enter(tag, classes)

    def _enter(self, tag: str, classes: set[str]) -> None:
        kind = next((each for each in Whose if each in classes), "")
        named = tag == "em" and Whose.FORBIDDEN in self.open
        self.open.append(Whose.FORBIDDEN if named else kind or tag)
        if named or kind == Whose.REPORTED:
            self.blocks.append((Whose(self.open[-1]), []))
        elif tag in BLOCKS:
            self.blocks.append((Whose.OWN, []))

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        if self.hidden:
            self.hidden -= 1
        elif self.open.pop() in {*BLOCKS, *Whose}:
            self.blocks.append((Whose.OWN, []))

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.blocks[-1][1].append(data)


def read_blocks(page: str, lang: str, html: str) -> list[Block]:
    """Cut a page into blocks; what “ ” hold is a source's where the data hold it too."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    texts = ((whose, " ".join("".join(words).split())) for whose, words in reader.blocks)
    return [Block(page, lang, _MARKED.sub(_quoted, text), whose) for whose, text in texts if text]


def _quoted(found: re.Match[str]) -> str:
    return FOREIGN if found[0][1:-1] in _data() else found[0]


@cache
def _data() -> str:
    # The rules hold the classes of yardsticks, which a page marks as reported where it names them.
    found = (path for path in sorted(paths.DATA.rglob("*")) if path.suffix in {".csv", ".yml"})
    files = (path for path in found if path.name != "rules.yml")
    return "\n".join(path.read_text(encoding="utf-8").replace('""', '"') for path in files)
