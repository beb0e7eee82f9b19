"""What readers can take from the site: every edition as JSON with its schema, and the data."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from sphinx.application import Sphinx

from minsheng import paths
from minsheng.data import load_book
from minsheng.data.contract import TABLES as CONTRACT
from minsheng.exchange.export import SCHEMA_NAME, edition_name
from minsheng.exchange.ready import ready_export
from minsheng.files import write_together
from minsheng.language import Language, _
from minsheng.tables import Link, Table, headings

FOLDER = "downloads"
EDITION = _("the edition of {year}: figures, promises, results, audit, refusals, as JSON")
SCHEMA = _("the JSON Schema of these files")
PACKAGE = _("every column of the tables below, described for machines (Data Package)")
CATALOGUE = _("measures, chapters, agencies and regions, as YAML")
RULES = _("the rules by which results are drawn together, with their thresholds, as YAML")
CONTENTS = {
    "figures": _("published figures of one edition"),
    "context": _("figures of other years and places"),
    "promises": _("what was voted"),
    "sources": _("the sources, with their grades"),
    "editions": _("the years with an edition"),
    "policies": _("policies, services and campaigns that a report names"),
    "recommendations": _("problems that a report names, and what it recommends"),
    "supervision": _("what a supervision group did"),
    "votes": _("votes on livelihood projects, with their tallies"),
    "discrepancies": _("contradictions in sources"),
    "numerals": _("numbers in the sources that are no figures"),
    "excused": _("why a figure is kept that no page uses"),
}


def table(lang: Language) -> Table:
    """Return every file that lies beside the pages, with what it holds."""
    return Table(
        lang.text(_("Files to take with you")),
        headings(lang, (_("File"), _("What it holds"))),
        tuple((Link(name, f"{FOLDER}/{name}"), words) for name, words in _files(lang)),
        name="files",
    )


def _files(lang: Language) -> Iterator[tuple[str, str]]:
    for year in load_book().editions():
        yield edition_name(year), lang.text(EDITION).format(year=year)
    yield SCHEMA_NAME, lang.text(SCHEMA)
    yield "data/datapackage.json", lang.text(PACKAGE)
    yield "data/catalogue.yml", lang.text(CATALOGUE)
    yield "data/rules.yml", lang.text(RULES)
    for each in CONTRACT:
        for path in sorted(paths.DATA.glob(each.files)):
            yield f"data/{path.relative_to(paths.DATA).as_posix()}", lang.text(CONTENTS[each.key])


def _lay(app: Sphinx, failure: Exception | None) -> None:
    """Lay the files beside finished pages."""
    if failure is not None or app.builder.format != "html":
        return
    folder = Path(app.outdir) / FOLDER
    write_together({folder / name: text for name, text in ready_export().items()})
    for name, _words in _files(Language("en")):
        if name.startswith("data/"):
            target = folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(paths.DATA / name.removeprefix("data/"), target)


def add_downloads(app: Sphinx) -> None:
    """Lay the files when the pages are finished."""
    app.connect("build-finished", _lay)


TABLES: Mapping[str, Callable[[Language], Table]] = {"data-downloads": table}
