"""The page at the root of the site: the book's name, its newest finding and the way in."""

from collections.abc import Sequence
from html import escape

from minsheng.language import TAGS, Language, _
from minsheng.site.glance import finding
from minsheng.site.languages import ALTERNATE, NAMES
from minsheng.site.policy import with_policy

TITLE = _("Promises and figures: employment in Ningbo")
QUESTION = _("What was promised, what was reached, and does the arithmetic hold?")
PAGE = """<!DOCTYPE html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
{alternates}
<link rel="icon" href="{first}/_static/icon.svg">
<link rel="stylesheet" href="{first}/_static/book.css">
</head>
<body class="front">
<main>
{ways}
</main>
</body>
</html>
"""
WAY = """<section lang="{tag}">
<h1>{title}</h1>
<p>{question}</p>
{finding}<p><a href="{address}" hreflang="{tag}">{name}</a></p>
</section>"""


def front_page(languages: Sequence[str]) -> str:
    """Return the root page; it opens without a script and sends nobody anywhere."""
    texts = [
        {
            "tag": TAGS[code],
            "address": f"{code}/index.html",
            "name": NAMES[code],
            "title": escape(Language(code).text(TITLE)),
            "question": escape(Language(code).text(QUESTION)),
            "finding": _finding(Language(code)),
        }
        for code in languages
    ]
    page = PAGE.format(
        lang=texts[0]["tag"],
        first=languages[-1],
        title=" · ".join(text["title"] for text in texts),
        alternates="\n".join(ALTERNATE.format(**text) for text in texts),
        ways="\n".join(WAY.format(**text) for text in texts),
    )
    return with_policy(page)


def _finding(lang: Language) -> str:
    """Return the newest finding as a paragraph; nothing before any edition was evaluated."""
    found = finding(lang)
    return "" if found is None else f"{found.paragraph}\n"
