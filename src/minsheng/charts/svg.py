"""A matplotlib figure as inline SVG: real text, theme colours, fixed ids, the same bytes always."""

import io
import re
import warnings
from collections.abc import Iterable
from html import escape, unescape

from matplotlib import pyplot as plt
from matplotlib.figure import Figure

from minsheng import fonts
from minsheng.charts.lettering import characters
from minsheng.charts.style import COLOUR_VARIABLES, INK, house_style
from minsheng.errors import MinshengError

_KEY = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
_NUMBER = re.compile(r"-?\d+\.\d+(e-?\d+)?")
# A style sheet within the chart would reach the whole page.
_UNWANTED = re.compile(
    r'<metadata>.*?</metadata>|<style type="text/css">.*?</style>|<!--.*?-->', re.DOTALL
)
# Ids that matplotlib counts up by itself: nothing points to them.
_NUMBERED = re.compile(r' id="[a-z0-9.]+_\d+"')
_WORDS = re.compile(r">([^<]+)<")
_NO_METADATA = {"Date": None, "Creator": None, "Format": None, "Type": None}


class MissingGlyph(MinshengError):
    """A chart holds a character that the book's font does not have."""


def inline_svg(figure: Figure, *, key: str, title: str, description: str, classes: str = "") -> str:
    """Return the figure as inline SVG and close it, whatever happens.

    `key` prefixes every id, so that charts of one page do not clash; it is made of Latin letters,
    digits, `-` and `_`, else `ValueError`. Raises `MissingGlyph` for a character that the font
    does not have.
    """
    try:
        if not _KEY.fullmatch(key):
            raise ValueError(f"A chart's key needs Latin letters, digits, - and _; not {key!r}.")
        drawn = _drawn(figure)
    finally:
        plt.close(figure)
    width, height = re.findall(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', drawn)[0]
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="{f"chart {classes}".strip()}" role="img" '
        f'viewBox="0 0 {width} {height}" style="max-width:{float(width):.0f}px" '
        f'aria-labelledby="{key}-title {key}-desc"><title id="{key}-title">{escape(title)}</title>'
        f'<desc id="{key}-desc">{escape(description)}</desc>'
    )
    body = _clean(drawn[drawn.index(">") + 1 :], key)
    # To ask the figure for its words would make matplotlib draw the marks of axes it does not show.
    check_glyphs(unescape(words) for words in _WORDS.findall(body))
    return head + body


def _drawn(figure: Figure) -> str:
    buffer = io.StringIO()
    with house_style(), warnings.catch_warnings():
        # The check that follows ends the run, and names the text.
        warnings.filterwarnings("ignore", message=r"Glyph \d+ .* missing from font")
        figure.savefig(buffer, format="svg", metadata=_NO_METADATA, bbox_inches=None)
    svg = buffer.getvalue()
    return svg[svg.index("<svg") :]


def _clean(body: str, key: str) -> str:
    """Rewrite the markup for a page, and leave the words of the chart alone."""
    parts = re.split(r"(>[^<]*<)", _UNWANTED.sub("", body))
    body = "".join(part if part.startswith(">") else _markup(part, key) for part in parts)
    return "".join(line.strip() + "\n" for line in body.splitlines() if line.strip())


def _markup(tag: str, key: str) -> str:
    tag = _NUMBERED.sub("", tag)
    tag = re.sub(r'\bid="([^"]+)"', rf'id="{key}-\1"', tag)
    tag = re.sub(r"url\(#([^)]+)\)", rf"url(#{key}-\1)", tag)
    tag = re.sub(r'xlink:href="#([^"]+)"', rf'href="#{key}-\1"', tag)
    tag = tag.replace(f"'{fonts.FAMILY}'", "var(--book-font, sans-serif)")
    tag = tag.replace(INK, "currentColor")
    for colour, variable in COLOUR_VARIABLES.items():
        tag = tag.replace(colour, f"var({variable}, {colour})")
    return _NUMBER.sub(lambda match: _rounded(match[0]), tag)


def _rounded(number: str) -> str:
    text = f"{float(number):.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def read_fonts() -> None:
    """Read what the fonts hold, once for all charts of this process and of its forks."""
    characters()


def check_glyphs(texts: Iterable[str]) -> None:
    """Raise `MissingGlyph` for the first text with a character that the book's font lacks."""
    known = characters()
    for words in texts:
        missing = sorted({*words} - known - {"\n"})
        if missing:
            named = ", ".join(f"{character} (U+{ord(character):04X})" for character in missing)
            raise MissingGlyph(
                f"The font {fonts.FAMILY} has no glyph for {named} in {words!r}. "
                "Remedy: add it to minsheng.fonts.build and rebuild the font."
            )
