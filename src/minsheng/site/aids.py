"""What helps a reader beyond the text: cards, search, contents, colours without scripts."""

from pathlib import Path

from sphinx.application import Sphinx
from sphinx.config import Config

from minsheng.site import (
    automatic,
    cards,
    changes,
    contents,
    editions,
    policy,
    record,
    search,
    sidebar,
    sparing,
    takeaway,
)
from minsheng.site.languages import page_language

ICON = Path(__file__).parent / "static" / "icon.svg"


def _configure(app: Sphinx, config: Config) -> None:
    for sheet in ("cards.css", "finding.css"):
        app.add_css_file(sheet)
    app.add_css_file("print.css", media="print")
    app.add_css_file(automatic.SHEET, priority=900)  # behind every sheet whose rules it repeats
    for script in ("record.js", "tables.js"):
        app.add_js_file(script, loading_method="defer")
    if config.html_baseurl and config.book_languages:
        own = page_language(config).code
        config.html_baseurl = f"{config.html_baseurl.rstrip('/')}/{own}/"
    config.html_favicon = str(ICON)
    config.template_bridge = "minsheng.site.policy.PolicedPages"


def add_aids(app: Sphinx) -> None:
    """Register everything with Sphinx."""
    app.connect("config-inited", _configure)
    app.connect("builder-inited", search.use_own_search)
    app.add_directive(changes.NAME, changes.DataChanges)
    # Files are taken out of a page before its numbers become buttons.
    for add in (
        takeaway.lay_files,
        editions.add_editions,
        record.add_record,
        cards.add_page_cards,
    ):
        app.connect("html-page-context", add)
    app.connect("html-page-context", contents.name_contents)
    app.connect(
        "html-page-context", sidebar.add_sidebar, priority=400
    )  # before templates are tried
    sparing.add_sparing(app)
    app.connect("html-page-context", policy.leave_out_scripts, priority=900)  # when all are known
    app.connect("html-collect-pages", contents.contents_page)
    app.connect("html-collect-pages", search.search_page)
    app.connect("build-finished", automatic.write_sheet)
    app.connect("build-finished", search.write_index)
