"""What the search is told of every page is what Python's own parser makes of it."""

from html.parser import HTMLParser
from pathlib import Path

from minsheng.site.passages import Passage, Reader, read_passages


class _Parser(HTMLParser):
    """Tell a reader of everything in a page, drawings and code included."""

    def __init__(self) -> None:
        super().__init__()
        self.reader = Reader()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.reader.begin(tag, {name: value or "" for name, value in attrs})

    def handle_endtag(self, tag: str) -> None:
        self.reader.end(tag)

    def handle_data(self, data: str) -> None:
        self.reader.say(data)


def told(passages: list[Passage]) -> list[tuple[str, str, str, list[str], list[str]]]:
    return [(each.anchor, each.heading, each.text, each.numbers, each.figures) for each in passages]


def test_every_page_is_read_as_a_parser_reads_it(site: Path) -> None:
    pages = sorted(site.glob("*/**/*.html"))
    assert len(pages) >= 60
    for page in pages:
        html, parser = page.read_text(encoding="utf-8"), _Parser()
        parser.feed(html)
        parser.close()
        assert told(read_passages(html)) == told(parser.reader.passages), page
