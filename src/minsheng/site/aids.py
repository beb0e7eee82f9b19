"""What helps a reader beyond the text: cards behind numbers, colours and safety without scripts."""

from sphinx.application import Sphinx
from sphinx.config import Config

from minsheng.site import automatic, cards


def _configure(app: Sphinx, config: Config) -> None:
    app.add_css_file("cards.css")
    app.add_css_file(automatic.SHEET, priority=900)  # behind every sheet whose rules it repeats
    config.template_bridge = "minsheng.site.policy.PolicedPages"


def add_aids(app: Sphinx) -> None:
    """Register everything with Sphinx."""
    app.connect("config-inited", _configure)
    app.connect("html-page-context", cards.add_page_cards)
    app.connect("build-finished", automatic.write_sheet)
