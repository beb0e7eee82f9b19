"""Lay what a page offers to take away beside it: tables and charts as CSV, charts as pictures.

A notebook holds the data of its tables and charts within its links. On the site each becomes a file
that nobody loads without asking, and every chart is drawn once more as SVG and as PNG.
"""

import csv
import io
import re
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from sphinx.application import Sphinx

from minsheng.charts import picture, standalone
from minsheng.data import load_book
from minsheng.language import Language, _
from minsheng.site.downloads import FOLDER
from minsheng.site.languages import page_language
from minsheng.site.pictures import Pictures

SOURCES, DATED = _("Source: {sources}."), _("{publisher} ({published})")
_FIGURE = re.compile(r'<figure class="book-chart">.*?</figure>', re.DOTALL)
_DRAWING = re.compile(r'<svg [^>]*class="chart wide".*?</svg>', re.DOTALL)
_LINK = re.compile(
    r'<a download="(?P<name>[^"]+)\.csv" href="data:text/csv;charset=utf-8,(?P<data>[^"]*)" '
    r'aria-label="(?P<label>[^"]*)CSV">CSV</a>'
)
LINK = '<a download="{saved}" href="{address}" aria-label="{label}{form}">{form}</a>'
# Excel takes a CSV without this mark for one in the code page of its machine.
MARK = "\ufeff"


@dataclass(frozen=True)
class Files:
    """The files of one page by name, and how its links name them.

    `picture` makes a PNG of a standalone SVG.
    """

    page: str
    lang: Language
    book: str
    picture: Callable[[str], bytes] = field(default=picture, repr=False)
    held: dict[str, bytes] = field(default_factory=dict)

    def taken_from(self, html: str) -> str:
        """Return a page's body with its data and drawings taken out into files."""
        return _LINK.sub(self._data, _FIGURE.sub(self._chart, html))

    def _chart(self, found: re.Match[str]) -> str:
        """Add links to the pictures of a chart behind the one to its data."""
        drawing, link = _DRAWING.search(found[0]), _LINK.search(found[0])
        if drawing is None or link is None:
            raise ValueError(f"A chart of {self.page} has no drawing or no data to take away.")
        svg = standalone(drawing[0], self._notes(unquote(link["data"])))
        name = self._free(link["name"], ".svg")
        pictures = {".svg": svg.encode(), ".png": self.picture(svg)}
        more = (self._add(name, end, body, link["label"]) for end, body in pictures.items())
        return found[0].replace(link[0], " ".join([link[0], *more]))

    def _data(self, link: re.Match[str]) -> str:
        body = (MARK + unquote(link["data"])).encode()
        return self._add(self._free(link["name"], ".csv"), ".csv", body, link["label"])

    def _add(self, name: str, end: str, body: bytes, label: str) -> str:
        self.held[name + end] = body
        return LINK.format(
            saved=f"{self.page.replace('/', '-')}-{name}{end}",
            address=f"{'../' * self.page.count('/')}{FOLDER}/pages/{self.page}/{name}{end}",
            label=label,
            form=end[1:].upper(),
        )

    def _free(self, name: str, end: str) -> str:
        """Return a name that no file of the page has yet."""
        taken, number = name, 1
        while taken + end in self.held:
            number += 1
            taken = f"{name}-{number}"
        return taken

    def _notes(self, data: str) -> list[str]:
        """Return what stands below a picture that is on its own: where its numbers come from."""
        ids = {key for row in csv.DictReader(io.StringIO(data)) for key in row["figures"].split()}
        sources = _sources(self.lang, ids)
        said = self.lang.text(SOURCES).format(sources=self.lang.clauses(sources))
        taken_from = f"{self.book} · CC BY 4.0"
        return [said, taken_from] if sources else [taken_from]


def _sources(lang: Language, figure_ids: set[str]) -> Sequence[str]:
    book = load_book()
    known, figures = book.source_by_id, book.every_figure
    used = dict.fromkeys(each.source for each in figures if each.figure_id in figure_ids)
    return [
        lang.text(DATED).format(
            publisher=known[key].publisher.within(lang.code), published=known[key].published
        )
        for key in used
    ]


def lay_files(app: Sphinx, page: str, template: str, context: dict[str, Any], tree: Any) -> None:
    """Take the files of a page out of its body and lay them in a folder of their own."""
    del template, tree
    body = context.get("body")
    if not body or page not in app.env.found_docs or app.builder.format != "html":
        return
    folder = Path(app.outdir) / FOLDER / "pages" / page
    drawn = Pictures.of_checkout().drawn
    files = Files(page, page_language(app.config), app.config.html_title, drawn)
    context["body"] = files.taken_from(body)
    shutil.rmtree(folder, ignore_errors=True)
    if files.held:
        folder.mkdir(parents=True)
    for name, content in files.held.items():
        (folder / name).write_bytes(content)
