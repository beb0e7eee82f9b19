"""The house style: the book's own font, quiet axes, few colours that survive grey and dark."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

import matplotlib as mpl
from matplotlib import font_manager
from matplotlib.rcsetup import cycler

from minsheng import fonts

INK = "#222222"
# The ground of the page: halos around lines, and the inside of hollow marks.
GROUND = "#fefefe"
MUTED = "#666666"
RULE = "#d0d0d0"
REACHED = "#2f6f9f"
TARGET = "#b3541e"
# Time that has passed: neither good nor bad, so grey. For marks, on white and on black; too faint
# for words.
ELAPSED = "#8a8a8a"

# The variable of the page's style sheet that stands in for each colour. Ink has none: it takes
# the colour of the text around the chart.
COLOUR_VARIABLES = {
    GROUND: "--chart-ground",
    MUTED: "--chart-muted",
    RULE: "--chart-rule",
    REACHED: "--chart-reached",
    TARGET: "--chart-target",
    ELAPSED: "--chart-elapsed",
}

_SETTINGS: Any = {  # matplotlib types its keys one by one
    "font.family": [fonts.FAMILY],
    "font.size": 14,
    # A dollar sign is a dollar sign; formulas would come in a font of their own.
    "text.parse_math": False,
    "text.color": INK,
    "axes.unicode_minus": False,
    "axes.edgecolor": RULE,
    "axes.labelcolor": MUTED,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.spines.left": False,
    "axes.titlelocation": "left",
    "axes.prop_cycle": cycler(color=[REACHED, TARGET, ELAPSED]),
    "grid.color": RULE,
    "hatch.color": INK,
    "legend.frameon": False,
    "lines.solid_capstyle": "butt",
    "patch.edgecolor": INK,
    "xtick.color": MUTED,
    "ytick.color": INK,
    "ytick.left": False,
    "svg.fonttype": "none",
    "svg.hashsalt": "minsheng",
    "figure.dpi": 72,
    "savefig.transparent": True,
}


@contextmanager
def house_style() -> Iterator[None]:
    """Draw in the house style within this block; the settings before it come back afterwards.

    A reader's own matplotlibrc does not count within it.
    """
    _register_fonts()
    with mpl.rc_context():
        mpl.rcdefaults()
        mpl.rcParams.update(_SETTINGS)
        yield


@cache
def _register_fonts() -> None:
    for path in (fonts.REGULAR, fonts.BOLD):
        font_manager.fontManager.addfont(str(path))
