"""What the pages of each language have of their own: configuration, language tag, link across."""

import gettext
from itertools import product
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.locale import get_translator, translators

from minsheng import paths
from minsheng.files import write_whole
from minsheng.language import LANGUAGES, TAGS, Language, _
from minsheng.site.swift_yaml import safe_dump, safe_load

NAMES = {"en": "English", "zh": "中文"}
SPHINX_LANGUAGES = {"en": "en", "zh": "zh_CN"}
# Places in _config.yml of the strings that readers see.
TRANSLATED = (
    ("title",),
    ("author",),
    ("copyright",),
    ("sphinx", "config", "nb_code_prompt_show"),
    ("sphinx", "config", "nb_code_prompt_hide"),
    ("sphinx", "config", "html_theme_options", "search_bar_text"),
)
# Labels that the theme writes into its pages without asking any catalogue.
LABELS = (
    _("Main"),
    _("Page"),
    _("Toggle primary sidebar"),
    _("Toggle secondary sidebar"),
)
# The catalogues of the theme and its extensions beside Sphinx's own.
THEME_DOMAINS = ("booktheme", "togglebutton")
ALTERNATE = '<link rel="alternate" hreflang="{tag}" href="{address}">'


def configured_strings() -> list[str]:
    """Return the strings of `_config.yml` that readers see, in English."""
    tree = _configuration()
    return [_holder(tree, place)[place[-1]] for place in TRANSLATED]


def configuration(lang: Language) -> str:
    """Return the text of `_config.yml` for the pages of one language, published beside the others.

    A build by hand takes the file as it stands: in English, and without links to other languages.
    """
    tree = _configuration()
    for place in TRANSLATED:
        holder = _holder(tree, place)
        holder[place[-1]] = lang.text(holder[place[-1]])
    tree["sphinx"]["config"]["language"] = SPHINX_LANGUAGES[lang.code]
    tree["sphinx"]["config"]["book_languages"] = list(LANGUAGES)
    return safe_dump(tree, sort_keys=False, allow_unicode=True)


def _configuration() -> dict[str, Any]:
    tree: dict[str, Any] = safe_load((paths.ROOT / "_config.yml").read_text(encoding="utf-8"))
    return tree


def _holder(tree: dict[str, Any], place: tuple[str, ...]) -> dict[str, Any]:
    for name in place[:-1]:
        tree = tree[name]
    return tree


def page_language(config: Config) -> Language:
    """Return the language of the pages that Sphinx is building."""
    return Language("zh" if str(config.language).startswith("zh") else "en")


def add_language(app: Sphinx, page: str, template: str, context: dict[str, Any], tree: Any) -> None:
    """Give a page its language tag, and links to the same page in the other languages."""
    del template, tree
    own = page_language(app.config).code
    addresses = {code: f"{'../' * (page.count('/') + 1)}{code}/{page}.html" for code in LANGUAGES}
    published = [code for code in addresses if code in app.config.book_languages]
    context["language"] = TAGS[own]
    context["other_languages"] = [
        {"name": NAMES[code], "tag": TAGS[code], "address": addresses[code]}
        for code in published
        if code != own
    ]
    alternates = (ALTERNATE.format(tag=TAGS[code], address=addresses[code]) for code in published)
    context["metatags"] = "\n".join([context.get("metatags", ""), *alternates])


def translate_theme(app: Sphinx) -> None:
    """Let the book's own translations of theme strings go before those that the theme ships."""
    folders = [str(Path(app.srcdir) / name) for name in app.config.locale_dirs]
    tags = [str(app.config.language)]
    for folder, domain in product(folders, THEME_DOMAINS):
        ours = gettext.translation("sphinx", folder, tags, fallback=True)
        ours.add_fallback(get_translator(domain))
        translators["general", domain] = ours


def forget_catalogues(app: Sphinx, error: Exception | None) -> None:
    """Let the next build in this process, in whatever language, find no words of this one.

    Sphinx would look among them first, and add its own behind.
    """
    del app, error
    for space, domain in list(translators):
        if space == "general":
            del translators[space, domain]


def with_labels(html: str, lang: Language) -> str:
    """Return a page in which what the theme has in English only is translated."""
    for label in LABELS:
        html = html.replace(f'="{label}"', f'="{lang.text(label)}"')
    return html


def name_tag(script: Path) -> None:
    """Let the script of the copy button, which looks its words up by the page's tag, know ours."""
    words = script.read_text(encoding="utf-8").replace("'zh-CN'", f"'{TAGS['zh']}'")
    write_whole(script, words)
