"""A matplotlib figure as inline SVG: real text, theme colours, fixed ids, the same bytes always."""

import io
import re
from dataclasses import dataclass
from functools import lru_cache
from html import escape

from fontTools.ttLib import TTFont
from matplotlib import pyplot as plt
from matplotlib.figure import Figure
from matplotlib.text import Text

from minsheng import fonts
from minsheng.charts.style import COLOUR_VARIABLES
from minsheng.errors import MinshengError

_NUMBER = re.compile(r"-?\d+\.\d+(e-?\d+)?")
_NO_METADATA = {"Date": None, "Creator": None, "Format": None, "Type": None}


class MissingGlyph(MinshengError):
    """A chart holds a character that the book's font does not have."""


@dataclass(frozen=True)
class Chart:
    """A drawn chart: inline SVG, and the same content as a line of text."""

    svg: str
    description: str


def inline_svg(figure: Figure, *, key: str, title: str, description: str) -> str:
    """Return the figure as inline SVG and close it.

    `key` prefixes every id, so that charts of one page do not clash. Raises `MissingGlyph` for a
    character that the font does not have.
    """
    _check_glyphs(figure)
    buffer = io.StringIO()
    figure.savefig(buffer, format="svg", metadata=_NO_METADATA, bbox_inches=None)
    plt.close(figure)
    svg = buffer.getvalue()
    body = svg[svg.index("<svg") :]
    width, height = re.findall(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', body)[0]
    body = body[body.index(">") + 1 :]
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="chart" role="img" '
        f'viewBox="0 0 {width} {height}" style="max-width:{float(width):.0f}px" '
        f'aria-labelledby="{key}-title {key}-desc"><title id="{key}-title">{escape(title)}</title>'
        f'<desc id="{key}-desc">{escape(description)}</desc>'
    )
    return head + _clean(body, key)


def _clean(body: str, key: str) -> str:
    body = re.sub(r"<metadata>.*?</metadata>", "", body, flags=re.DOTALL)
    body = re.sub(r'<style type="text/css">.*?</style>', "", body, flags=re.DOTALL)
    body = re.sub(r"<!--.*?-->", "", body, flags=re.DOTALL)
    body = re.sub(r'\bid="([^"]+)"', rf'id="{key}-\1"', body)
    body = re.sub(r"url\(#([^)]+)\)", rf"url(#{key}-\1)", body)
    body = re.sub(r'xlink:href="#([^"]+)"', rf'href="#{key}-\1"', body)
    body = body.replace(
        f"font-family: '{fonts.FAMILY}'", "font-family: var(--book-font, sans-serif)"
    )
    for colour, variable in COLOUR_VARIABLES.items():
        body = body.replace(colour, variable)
    body = _outside_text(body)
    return "".join(line.strip() + "\n" for line in body.splitlines() if line.strip())


def _outside_text(body: str) -> str:
    """Round coordinates to two places, but leave the words of the chart alone."""
    parts = re.split(r"(>[^<]*<)", body)
    return "".join(
        part if part.startswith(">") else _NUMBER.sub(lambda match: _rounded(match[0]), part)
        for part in parts
    )


def _rounded(number: str) -> str:
    text = f"{float(number):.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _check_glyphs(figure: Figure) -> None:
    known = _characters()
    for artist in figure.findobj(Text):
        words = artist.get_text()
        missing = sorted(set(words) - known)
        if missing:
            raise MissingGlyph(
                f"The font {fonts.FAMILY} has no glyph for {' '.join(missing)} in {words!r}. "
                "Remedy: add it to minsheng.fonts.build and rebuild the font."
            )


@lru_cache(maxsize=1)
def _characters() -> frozenset[str]:
    found = [set(map(chr, TTFont(path).getBestCmap())) for path in (fonts.REGULAR, fonts.BOLD)]
    return frozenset(found[0] & found[1] | {"\n"})
