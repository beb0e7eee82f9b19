"""What stands at the foot of a page: its address, how to cite it, how to compute it again."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from typing import Any

from sphinx.application import Sphinx

from minsheng import __version__
from minsheng.data import load_book
from minsheng.language import TAGS, Language, _
from minsheng.run.plan import ACROSS, Run, plan
from minsheng.site.languages import page_language

TITLE, ADDRESS = _("About this page"), _("Address")
CITE, RERUN = _("Cite this page"), _("Compute this page again")
IN_CHECKOUT = _("In a copy of the repository in which `make book` has run once:")
EDITION, ADDRESSED = _("{title} ({year})"), _("{name}: {value}")
# What only the reader knows is filled in by a script, and by hand without one.
ACCESSED = '<span class="access-date">YYYY-MM-DD</span>'
RECORD = """<section class="page-record" aria-labelledby="page-record-title">
<h2 id="page-record-title">{title}</h2>
<p>{addressed}</p>
{blocks}
</section>"""
LINK = '<a class="page-address" rel="bookmark" href="{href}">{address}</a>'
BLOCK = "<details>\n<summary>{summary}</summary>\n{inner}\n</details>"
TEXT = '<p>{label}</p>\n<div class="highlight"><pre>{text}</pre></div>'


@dataclass(frozen=True)
class Record:
    """One page to be cited: who, what, within what, where.

    `address` is absolute where the book has a base address, else within the site.
    """

    lang: Language
    page: str
    title: str
    book: str
    author: str
    address: str

    @property
    def key(self) -> str:
        """A key for bibliographies, the same for ever."""
        return f"minsheng-{self.page.replace('/', '-')}"

    @property
    def whole(self) -> str:
        """The title, with the year of its edition where it is a chapter."""
        year = self.page.partition("/")[0]
        if not year.isdigit():
            return self.title
        shown = self.lang.period(year)
        return self.lang.text(EDITION).format(title=self.title, year=shown)

    def bibtex(self, accessed: str) -> str:
        """Return the entry for BibTeX and BibLaTeX."""
        fields = {
            "author": f"{{{self.author}}}",
            "title": self.whole,
            "howpublished": self.book,
            "version": __version__,
            "url": self.address,
            "urldate": accessed,
        }
        lines = ",\n".join(f"  {name} = {{{text}}}" for name, text in fields.items())
        return f"@misc{{{self.key},\n{lines}\n}}"

    def csl(self) -> str:
        """Return the entry in CSL-JSON, which Zotero and pandoc read."""
        entry = {
            "id": self.key,
            "type": "webpage",
            "title": self.whole,
            "container-title": self.book,
            "author": [{"literal": self.author}],
            "version": __version__,
            "language": TAGS[self.lang.code],
            "URL": self.address,
        }
        return json.dumps([entry], ensure_ascii=False, indent=2)

    def national(self, accessed: str) -> str:
        """Return the reference after GB/T 7714-2015, a part of an electronic publication."""
        part = f"{self.author}. {self.whole}[EB/OL]//{self.book}: {__version__}"
        return f"{part}. [{accessed}]. {self.address}."


def commands(lang: Language, page: str) -> tuple[str, ...]:
    """Return the commands that compute a page again: one notebook, or the whole book."""
    run = _run_of(lang, page)
    if run is None:
        return ("make book",)
    chosen = "" if run.is_across else f"--year {run.year} "
    given = " ".join(f"-p {name} {value}" for name, value in run.own.items())
    return (
        f".venv/bin/minsheng run {chosen}--chapter {run.chapter} --lang {lang.code}",
        f".venv/bin/papermill notebooks/{run.chapter}.ipynb {run.chapter}.ipynb {given}",
    )


def _run_of(lang: Language, page: str) -> Run | None:
    """Return the run that makes a page; it alone is planned, and not the whole book for each."""
    book = load_book()
    year, _, chapter = page.rpartition("/")
    if chapter not in (*book.catalogue.chapters, *ACROSS):
        return None
    runs = plan(book, [int(year)] if year.isdigit() else [], [lang.code], [chapter])
    return next((each for each in runs if each.page == page), None)


def record_html(record: Record, href: str) -> str:
    """Return the foot of a page; `href` leads from the page to itself."""
    text = record.lang.text
    cited = "\n".join(_cited(record))
    again = TEXT.format(
        label=escape(text(IN_CHECKOUT)).replace("`make book`", "<code>make book</code>"),
        text=escape("\n".join(commands(record.lang, record.page))),
    )
    blocks = ((CITE, cited), (RERUN, again))
    return RECORD.format(
        title=escape(text(TITLE)),
        addressed=escape(text(ADDRESSED)).format(
            name=escape(text(ADDRESS)),
            value=LINK.format(href=escape(href), address=escape(record.address)),
        ),
        blocks="\n".join(
            BLOCK.format(summary=escape(text(summary)), inner=inner) for summary, inner in blocks
        ),
    )


def _cited(record: Record) -> Iterator[str]:
    """Yield each form of the citation; the address and the date of access can be filled in."""
    address = f'<span class="page-address">{escape(record.address)}</span>'
    accessed = "\0"
    forms = {
        "BibTeX": record.bibtex(accessed),
        "CSL-JSON": record.csl(),
        "GB/T 7714": record.national(accessed),
    }
    for label, form in forms.items():
        shown = escape(form, quote=False).replace(escape(record.address, quote=False), address)
        yield TEXT.format(label=label, text=shown.replace(accessed, ACCESSED))


def add_record(app: Sphinx, page: str, template: str, context: dict[str, Any], tree: Any) -> None:
    """Put the foot below a page of the book."""
    del template, tree
    if page not in app.env.found_docs or not context.get("body"):
        return
    lang = page_language(app.config)
    base = app.config.html_baseurl or f"{lang.code}/"
    title = str(app.env.titles[page].astext())
    record = Record(
        lang, page, title, app.config.html_title, app.config.author, f"{base}{page}.html"
    )
    context["body"] += record_html(record, f"{page.rpartition('/')[2]}.html")
