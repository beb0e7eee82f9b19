"""The house style: the book's own font, quiet axes, few colours that survive grey and dark."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import matplotlib as mpl
from matplotlib import font_manager

from minsheng import fonts

INK = "#222222"
MUTED = "#666666"
RULE = "#d0d0d0"
REACHED = "#2f6f9f"
TARGET = "#b3541e"

# How each colour is written into a page, so that the theme can change it.
COLOUR_VARIABLES = {
    INK: "currentColor",
    MUTED: f"var(--chart-muted, {MUTED})",
    RULE: f"var(--chart-rule, {RULE})",
    REACHED: f"var(--chart-reached, {REACHED})",
    TARGET: f"var(--chart-target, {TARGET})",
}

_SETTINGS: Any = {  # matplotlib types its keys one by one
    "font.family": [fonts.FAMILY],
    "font.size": 14,
    "axes.unicode_minus": False,
    "axes.edgecolor": RULE,
    "axes.labelcolor": MUTED,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.spines.left": False,
    "axes.titlelocation": "left",
    "xtick.color": MUTED,
    "ytick.color": INK,
    "ytick.left": False,
    "text.color": INK,
    "svg.fonttype": "none",
    "svg.hashsalt": "minsheng",
    "figure.dpi": 72,
    "savefig.transparent": True,
}


@contextmanager
def house_style() -> Iterator[None]:
    """Draw in the house style within this block; the settings before it come back afterwards."""
    for path in (fonts.REGULAR, fonts.BOLD):
        font_manager.fontManager.addfont(str(path))
    with mpl.rc_context(_SETTINGS):
        yield
