"""What small builds without a theme are configured with: the book's own extension and Markdown."""

import yaml

from minsheng import paths

_CONFIGURED = yaml.safe_load((paths.ROOT / "_config.yml").read_text(encoding="utf-8"))["sphinx"]
SETTINGS = {
    "extensions": ["myst_nb", "minsheng.site.extension"],
    "html_math_renderer": "mathml",
    "html_theme": "basic",
    "myst_enable_extensions": _CONFIGURED["config"]["myst_enable_extensions"],
    "nb_execution_mode": "off",
}
# The same in the dress of the book.
THEMED = {
    **SETTINGS,
    "html_theme": "sphinx_book_theme",
    "html_theme_options": _CONFIGURED["config"]["html_theme_options"],
}
