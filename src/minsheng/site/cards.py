"""Turn every tagged number of a page into a button that opens the card behind it.

The card is a native popover: it opens by mouse, keyboard and touch, also without JavaScript. One
card serves all numbers of a page that say the same. On paper the cards are numbered notes.
"""

import re
from collections.abc import Iterator
from html import escape
from typing import Any

from sphinx.application import Sphinx
from sphinx.util import logging

from minsheng.data import Figure, load_book
from minsheng.errors import Fault
from minsheng.language import Language, _
from minsheng.site.card import Card, Cards
from minsheng.site.languages import page_language
from minsheng.site.tagged import Tagged, find_tagged, replace_tagged

LOGGER = logging.getLogger(__name__)
DATA_PAGE = "data"
NOTES, CLOSE = _("Notes: where each number comes from"), _("Close")
NUMBER = (
    '<data class="fact" {attributes}>'
    '<button type="button" popovertarget="fact-{note}" data-note="{note}">{inner}</button>'
    "{rest}</data>"
)
CARD = """<div class="fact-card" id="fact-{note}" popover role="dialog" \
aria-labelledby="fact-{note}-name" data-note="{note}">
<button type="button" class="fact-close" popovertarget="fact-{note}" popovertargetaction="hide" \
autofocus aria-label="{close}">×</button>
<p class="fact-name" id="fact-{note}-name">{title}</p>
<dl>
{rows}
</dl>
</div>"""
# A browser breaks no line within a button: of a longer number the unit stands behind it.
_LONGEST, _NUMBER = 32, re.compile(r"(.*?\d\S*)(\s.*)")
# A browser breaks the line behind any button, also before a full stop.
_STOPPED = re.compile(
    r'(<data class="fact"[^>]*>(?:(?!</data>).)*</button></data>)([.,;:!?)…，。；：！？）、”]+)',
    re.DOTALL,
)
ROW = "<div><dt>{term}</dt><dd>{said}</dd></div>"


def add_cards(html: str, cards: Cards) -> str:
    """Return a page's body with buttons for its numbers, and their cards behind it.

    Raises `KeyError` where a number names a figure that is not published (see `faults`), and
    `ValueError` for a tag that no fact has written.
    """
    notes: dict[Tagged, int] = {}

    def button(fact: Tagged) -> str:
        note = notes.setdefault(fact, len(notes) + 1)
        inner, rest = _parted(fact.inner)
        return NUMBER.format(attributes=fact.attributes, inner=inner, rest=rest, note=note)

    replaced = _STOPPED.sub(r'<span class="fact-stopped">\1\2</span>', replace_tagged(html, button))
    if not notes:
        return replaced
    return "\n".join([replaced, *_behind(cards, notes)])


def _parted(inner: str) -> tuple[str, str]:
    """Return what of a number is pressed, and what stands behind it."""
    long = _NUMBER.fullmatch(inner) if len(inner) > _LONGEST else None
    return (long[1], long[2]) if long else (inner, "")


def _behind(cards: Cards, notes: dict[Tagged, int]) -> Iterator[str]:
    yield '<div class="fact-cards">'
    yield f'<p class="fact-notes">{cards.lang.text(NOTES)}</p>'
    for fact, note in notes.items():
        yield _card(cards.lang, cards.card(fact), note)
    yield "</div>"


def _card(lang: Language, card: Card, note: int) -> str:
    rows = "\n".join(ROW.format(term=lang.markup(term), said=said) for term, said in card.rows)
    title = lang.markup(card.title)
    return CARD.format(note=note, close=escape(lang.text(CLOSE)), title=title, rows=rows)


def faults(page: str, html: str, cards: Cards) -> Iterator[Fault]:
    """Yield every number of a page that names a figure which is not published."""
    for fact in find_tagged(html):
        for figure_id in fact.figures:
            if figure_id not in cards.book.figure_by_id:
                rule = f"The number “{fact.inner}” names a figure that is not published."
                yield Fault(page, rule, "correct the id where the number is made", value=figure_id)


def add_page_cards(
    app: Sphinx, page: str, template: str, context: dict[str, Any], tree: Any
) -> None:
    """Give a page its cards; a number without a published figure behind it is a warning."""
    del template, tree
    body = context.get("body")
    if not body:
        return
    cards = _cards(app, app.builder.get_relative_uri(page, DATA_PAGE))
    found = list(faults(page, body, cards))
    for fault in found:
        LOGGER.warning(str(fault), location=page, type="minsheng", subtype="cards")
    if not found:
        context["body"] = add_cards(body, cards)


def _cards(app: Sphinx, rows: str) -> Cards:
    """Return what makes the cards of all pages that reach the data page by the same way."""

    def row_address(figure: Figure) -> str:
        return f"{rows}#{figure.anchor}"

    held: dict[str, Cards] = vars(app.builder).setdefault("book_cards", {})
    if rows not in held:
        held[rows] = Cards(page_language(app.config), load_book(), row_address)
    return held[rows]
