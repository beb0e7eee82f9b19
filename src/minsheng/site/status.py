"""The status page: what a build was made from, told by digests and versions.

Nothing here depends on when or where it was built: no clock, no path, no version of Python or of
the operating system. Two machines with the same inputs write the same page.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import minsheng
from minsheng import paths
from minsheng.data import load_book
from minsheng.digests import LIBRARY, digest, file_digest, joint_digest, own_files
from minsheng.digests import SHAPING as EVERY_PART
from minsheng.facts import digits
from minsheng.language import Language, _
from minsheng.packages import versions
from minsheng.published import PLACE, SITE
from minsheng.site.here import Here
from minsheng.tables import Cell, Code, Table, headings

FILE, SIZE, DIGEST = _("File"), _("Bytes"), "SHA-256"
DATA = _("The data, file by file")
NOTEBOOKS = _("The executed notebooks behind the chapters")
PARTS, PART, FILES = _("Everything else that shapes a page"), _("Part"), _("Files")
PACKAGES, PACKAGE, VERSION = _("The packages that shape a page"), _("Package"), _("Version")
COUNTS, WHAT, NUMBER = _("What the book holds"), _("What"), _("How many")
EDITIONS, PROMISES, FIGURES = _("editions"), _("promises"), _("published figures")
MEASURES, SOURCES, CHAPTERS = _("measures"), _("sources"), _("chapters built")
OF_SITE = _("the whole site without this page")
OF_EDITION = _("the pages of {year}, with their data as JSON")
# Parts of the project in their own folders or files, from its root; the data have their own table.
SHAPING = (*(part for part in EVERY_PART if part != "data"), LIBRARY)
_REQUIREMENT = re.compile(r"^([A-Za-z0-9_.-]+)(\[[a-z,]+\])?==", re.MULTILINE)


def counts(lang: Language, here: Here) -> Table:
    """Return how much the book holds, and how many chapters are staged."""
    book = load_book()
    numbers = (
        (EDITIONS, len(book.entries)),
        (PROMISES, len(book.promises)),
        (FIGURES, len(book.every_figure)),
        (MEASURES, len(book.catalogue.measures)),
        (SOURCES, len(book.sources)),
        (CHAPTERS, len(_notebooks(here.staged))),
    )
    rows = tuple((lang.text(what), digits(lang, number)) for what, number in numbers)
    return Table(
        lang.text(COUNTS), headings(lang, (WHAT, NUMBER), numeric=(1,)), rows, name="counts"
    )


def data_files(lang: Language, here: Here) -> Table:
    """Return every data file with its size and digest."""
    del here
    files = own_files(paths.DATA)
    return _digests(lang, "data", DATA, ((paths.relative(path), path) for path in files))


def notebooks(lang: Language, here: Here) -> Table:
    """Return every staged notebook with its size and digest."""
    found = _notebooks(here.staged)
    return _digests(
        lang,
        "notebooks",
        NOTEBOOKS,
        ((path.relative_to(here.staged).as_posix(), path) for path in found),
    )


def _notebooks(staged: Path) -> list[Path]:
    """Return the notebooks of all editions, and behind them those across the years."""
    editions = staged.glob("[0-9][0-9][0-9][0-9]/*.ipynb")
    return [*sorted(editions), *sorted(staged.glob("*.ipynb"))]


def _digests(lang: Language, name: str, caption: str, files: Iterable[tuple[str, Path]]) -> Table:
    rows: list[tuple[Cell, ...]] = []
    for file, path in files:
        body = path.read_bytes()
        rows.append((Code(file), digits(lang, len(body)), Code(digest(body))))
    heads = headings(lang, (FILE, SIZE, DIGEST), numeric=(1,))
    return Table(lang.text(caption), heads, tuple(rows), name=name)


def parts(lang: Language, here: Here) -> Table:
    """Return the rest of what shapes a page, each file or folder with one digest."""
    del here
    found = [(name, own_files(paths.ROOT / name)) for name in SHAPING]
    rows = tuple(
        (Code(name), digits(lang, len(files)), Code(_joint_digest(paths.ROOT / name, files)))
        for name, files in found
        if files
    )
    heads = headings(lang, (PART, FILES, DIGEST), numeric=(1,))
    return Table(lang.text(PARTS), heads, rows, name="parts")


def _joint_digest(place: Path, files: list[Path]) -> str:
    """Return the digest of a file, or of the list that `sha256sum` prints for a folder's files."""
    if place.is_file():
        return file_digest(place)
    return joint_digest({paths.relative(path): file_digest(path) for path in files})


def packages(lang: Language, here: Here) -> Table:
    """Return the packages that the project asks for by name, in the versions installed."""
    del here
    asked = (paths.ROOT / "requirements.in").read_text(encoding="utf-8")
    names = sorted((match[1] for match in _REQUIREMENT.finditer(asked)), key=str.lower)
    rows = [(Code("minsheng"), Code(minsheng.__version__))]
    rows += [(Code(name), Code(number)) for name, number in versions(names).items()]
    heads = headings(lang, (PACKAGE, VERSION))
    return Table(lang.text(PACKAGES), heads, tuple(rows), name="packages")


@dataclass(frozen=True)
class Digests:
    """The digests of what is published, filled in once all pages are finished."""

    rows: tuple[tuple[str, str], ...]

    def html(self, lang: Language) -> str:
        """Return a list with a place for each digest."""
        said = (
            f"<li>{lang.markup(words)}: {PLACE.format(name=name)}</li>" for name, words in self.rows
        )
        return f'<ul class="site-digests">{"".join(said)}</ul>'

    @property
    def plain(self) -> str:
        """What the digests are of."""
        return "\n".join(words for _name, words in self.rows)


def digests(lang: Language, here: Here) -> Digests:
    """Return the places of the digests of the site and of every edition, newest first."""
    del here
    years = sorted(load_book().editions(), reverse=True)
    edition = lang.text(OF_EDITION)
    rows = [(str(year), edition.format(year=lang.period(str(year)))) for year in years]
    return Digests(((SITE, lang.text(OF_SITE)), *rows))


TABLES: Mapping[str, Callable[[Language, Here], Table | Digests]] = {
    "built-digests": digests,
    "built-counts": counts,
    "built-data": data_files,
    "built-notebooks": notebooks,
    "built-parts": parts,
    "built-packages": packages,
}
