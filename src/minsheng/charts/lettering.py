"""How wide words are, and where their lines break: from the font's own advances, in pixels.

A reader's browser may set the words in another face, so every width carries some slack.
"""

import re
from functools import cache

from fontTools.ttLib import TTFont

from minsheng import fonts

SLACK = 1.12
# Latin words stay whole, and a number with the character behind it; Chinese breaks between
# characters, but no line begins with a closing mark or ends with an opening one.
_HAN = r"\u3400-\u9fff"
_OPEN, _CLOSE = "（《“", "，。；：、）》”～"
_PIECES = re.compile(
    rf"[{_OPEN}]*(?:[^\s{_HAN}{_OPEN}{_CLOSE}]+[{_HAN}]?|[{_HAN}])[{_CLOSE}]*"
    rf"|[{_OPEN}{_CLOSE}]+"
    r"|\s+"
)


def width_px(words: str, size_px: float, *, bold: bool = False) -> float:
    """Return the width of one line, in pixels, with slack for a wider face."""
    advances, whole = _advances(bold), _advances(bold)["\u5c31"]
    return SLACK * size_px * sum(advances.get(each, whole) for each in words) / whole


def wrapped(words: str, size_px: float, room_px: float, *, bold: bool = False) -> tuple[str, ...]:
    """Break words into lines that fit `room_px`; a word too long for a line stands alone."""
    lines, line = [], ""
    for piece in _PIECES.findall(words):
        if line.strip() and width_px((line + piece).strip(), size_px, bold=bold) > room_px:
            lines.append(line.strip())
            line = ""
        line += piece
    lines.append(line.strip())
    return tuple(line for line in lines if line)


@cache
def characters() -> frozenset[str]:
    """Return the characters that the book's font has, in both its weights."""
    return frozenset(_advances(False)) & frozenset(_advances(True))


@cache
def _advances(bold: bool) -> dict[str, int]:
    """Return the advance of every character; a Chinese one is as wide as its size."""
    font = TTFont(fonts.BOLD if bold else fonts.REGULAR)
    widths = font["hmtx"].metrics
    return {chr(code): widths[name][0] for code, name in font.getBestCmap().items()}
