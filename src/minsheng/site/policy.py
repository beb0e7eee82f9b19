"""Give every page a content-security policy: nothing from another host, no script but its own.

The theme writes small scripts into its pages. The policy names each by its digest, so that any
other script is refused. A page opened from a folder has no host; `file:` lets it load its
neighbours there, and means nothing on a server.
"""

import re
from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256
from html import unescape
from typing import Any

from jinja2 import FileSystemBytecodeCache
from sphinx.builders import Builder
from sphinx.jinja2glue import BuiltinTemplateLoader
from sphinx.theming import Theme

from minsheng.site.icons import with_icons
from minsheng.site.kept import kept_folder
from minsheng.site.languages import page_language, with_labels

_SCRIPT = re.compile(r"<script(?![^>]*\ssrc=)[^>]*>(.*?)</script>", re.DOTALL)
# It begins with letters, for which texts are searched faster than for any space.
_HANDLER = re.compile(r'on(?<=\son)[a-z]+="([^"]*)"')
_CHARSET = re.compile(r'<meta charset="utf-8"\s*/?>')
# Styles written into elements draw charts and place icons; they cannot load anything.
RULES = (
    "default-src 'none'",
    "style-src 'self' file: 'unsafe-inline'",
    "img-src 'self' file: data:",
    "font-src 'self' file: data:",
    "form-action 'self' file:",
    "base-uri 'none'",
)
# Sphinx's own translations would build code from text, which the policy forbids; its marks for what
# was searched take the Escape key, which closes a card. The book uses neither.
LEFT_OUT = ("_static/translations.js", "_static/sphinx_highlight.js")

# What templates ask of the theme, and what the book gives them in its place.
OWN = {"generate_toctree_html": "book_sidebar", "generate_toc_html": "book_sections"}


def with_policy(html: str) -> str:
    """Return a page with its policy, which stands before anything that it governs.

    Raises `ValueError` where the page does not declare its encoding, the place for it.
    """
    if not _CHARSET.search(html):
        raise ValueError("the page declares no encoding, so its policy has no place")
    rules = "; ".join([*RULES, _script_rule(html)])
    meta = f'<meta http-equiv="Content-Security-Policy" content="{rules}">'
    return _CHARSET.sub(lambda charset: f"{charset[0]}\n    {meta}", html, count=1)


def _script_rule(html: str) -> str:
    scripts = _digests(_SCRIPT.findall(html))
    handlers = _digests(map(unescape, _HANDLER.findall(html)))
    named = [*scripts, "'unsafe-hashes'", *handlers] if handlers else scripts
    return " ".join(["script-src 'self' file:", *named])


def _digests(texts: Iterable[str]) -> list[str]:
    every = {b64encode(sha256(text.encode()).digest()).decode() for text in texts}
    return [f"'sha256-{digest}'" for digest in sorted(every)]


def leave_out_scripts(
    app: Any, page: str, template: str, context: dict[str, Any], tree: Any
) -> None:
    """Leave out of a page the scripts that stand in the way of its policy or of its cards."""
    del app, page, template, tree
    context["script_files"] = [
        each for each in context["script_files"] if str(each.filename) not in LEFT_OUT
    ]


class PolicedPages(BuiltinTemplateLoader):
    """Sphinx's template loader; whole pages come out with icons, labels and policy of their own.

    Templates are compiled once, and again only where their text changes.
    """

    def init(
        self, builder: Builder, theme: Theme | None = None, dirs: list[str] | None = None
    ) -> None:
        """Get ready for a builder."""
        super().init(builder, theme, dirs)
        self._lang = page_language(builder.config)
        self.environment.bytecode_cache = FileSystemBytecodeCache(str(kept_folder(builder.app)))

    def render(self, template: str, context: dict[str, Any]) -> str:  # type: ignore[override]
        """Render a template; where the result is a page, finish it as one of the book's.

        The theme sets its functions for the sidebar and for a page's sections late and asks for
        them early: the book's own take their places here.
        """
        own = {theirs: context[ours] for theirs, ours in OWN.items() if ours in context}
        given = {**context, **own}
        rendered = super().render(template, given)
        if "</head>" not in rendered:
            return rendered
        return with_policy(with_icons(with_labels(rendered, self._lang)))
