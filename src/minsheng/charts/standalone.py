"""A chart to take away: one picture with its finding above and its sources below.

The SVG keeps its words as text; readers without the book's font see them in another. The PNG is
drawn from the SVG with the book's font alone, so that every machine makes the same bytes.
"""

import re
from collections.abc import Sequence
from html import escape, unescape

import resvg_py

from minsheng import fonts
from minsheng.charts.lettering import wrapped
from minsheng.charts.style import INK, MUTED
from minsheng.charts.svg import check_glyphs

MARGIN, ROOM = 18.0, 14.0
TITLE_SIZE, TITLE_LINE = 17.0, 24.0
NOTE_SIZE, NOTE_LINE = 11.0, 16.0
ZOOM = 2  # a column of print is twice as wide in dots as one on a screen
FAMILIES = (
    f"'{fonts.FAMILY}', 'Segoe UI', Roboto, 'Noto Sans', Arial, "
    "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif"
)
_ROOT = re.compile(r'<svg [^>]*viewBox="0 0 ([\d.]+) ([\d.]+)"[^>]*>')
_TITLE = re.compile(r"<title [^>]*>([^<]*)</title>")
_DESCRIPTION = re.compile(r"<desc [^>]*>[^<]*</desc>")
_VARIABLE = re.compile(r"var\(--chart-[a-z]+, (#[0-9a-f]{6})\)")


def standalone(drawing: str, notes: Sequence[str]) -> str:
    """Return an inline chart as a file of its own, in the colours of paper.

    `notes` stand below it. Raises `MissingGlyph` for a character that the book's font lacks.
    """
    root, title, description = (_found(each, drawing) for each in (_ROOT, _TITLE, _DESCRIPTION))
    width, height = float(root[1]), float(root[2])
    finding, size = unescape(title[1]), (width + 2 * MARGIN)
    lines = wrapped(finding, TITLE_SIZE, width, bold=True)
    below = [line for note in notes for line in wrapped(note, NOTE_SIZE, width)]
    check_glyphs([*lines, *below])
    top = MARGIN + len(lines) * TITLE_LINE + ROOM
    foot = top + height + ROOM
    whole = foot + len(below) * NOTE_LINE + MARGIN
    parts = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{size:g}" height="{whole:g}" '
        f'viewBox="0 0 {size:g} {whole:g}" role="img" font-family="{FAMILIES}">',
        f"<title>{title[1]}</title>{description[0]}",
        f'<rect width="{size:g}" height="{whole:g}" fill="#ffffff"/>',
        _words(lines, MARGIN, TITLE_LINE, f'font-size="{TITLE_SIZE:g}" font-weight="700"', INK),
        f'<svg x="{MARGIN:g}" y="{top:g}" width="{width:g}" height="{height:g}" '
        f'viewBox="0 0 {width:g} {height:g}" overflow="visible">',
        _on_paper(drawing[description.end() :]).strip(),
        _words(below, foot, NOTE_LINE, f'font-size="{NOTE_SIZE:g}"', MUTED),
        "</svg>",
    )
    return "\n".join(parts) + "\n"


def picture(svg: str) -> bytes:
    """Return a standalone SVG as PNG, drawn with the book's font and with no other."""
    drawn: bytes = resvg_py.svg_to_bytes(
        svg_string=svg,
        zoom=ZOOM,
        skip_system_fonts=True,
        font_files=[str(fonts.REGULAR), str(fonts.BOLD)],
        font_family=fonts.FAMILY,
        sans_serif_family=fonts.FAMILY,
    )
    return drawn


def _words(lines: Sequence[str], top: float, line: float, look: str, colour: str) -> str:
    return "\n".join(
        f'<text x="{MARGIN:g}" y="{top + (number + 0.75) * line:g}" {look} fill="{colour}">'
        f"{escape(words, quote=False)}</text>"
        for number, words in enumerate(lines)
    )


def _on_paper(body: str) -> str:
    """Give a drawing fixed colours and a list of fonts, in place of those of a page."""
    body = _VARIABLE.sub(r"\1", body).replace("currentColor", INK)
    return body.replace("var(--book-font, sans-serif)", FAMILIES)


def _found(pattern: re.Pattern[str], drawing: str) -> re.Match[str]:
    found = pattern.search(drawing)
    if found is None:
        raise ValueError(f"This is no chart of the book: nothing in it matches {pattern.pattern}.")
    return found
