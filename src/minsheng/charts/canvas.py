"""A drawing in pixels of the page, in one of two widths: a text column and a phone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Literal

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from minsheng.charts.style import GROUND, INK

PIXELS_AN_INCH = 72


@dataclass(frozen=True)
class Shape:
    """One width that a chart is drawn for, and the size of its words, in pixels."""

    name: str
    width: int
    size: float

    @property
    def line(self) -> float:
        """The height of a line of words."""
        return round(1.35 * self.size)


WIDE, NARROW = Shape("wide", 660, 14), Shape("narrow", 328, 13)
SHAPES = (WIDE, NARROW)


class Anchor(Enum):
    """Which part of a line stands where the words are put, in matplotlib's terms."""

    START = "left"
    MIDDLE = "center"
    END = "right"


@dataclass(frozen=True)
class Look:
    """How a mark is drawn: matplotlib's marker, and whether it is full, half or not filled."""

    colour: str
    fill: Literal["full", "left", "none"] = "full"
    marker: str = "o"
    size: float = 11.0


@dataclass(frozen=True)
class Stroke:
    """How a line is drawn; a `halo` parts it from what it crosses, also in grey."""

    colour: str
    width: float = 1.0
    dashes: tuple[float, ...] = ()
    halo: bool = False


@dataclass(frozen=True)
class Canvas:
    """A figure whose coordinates are pixels, from the upper left corner downward.

    What is drawn under a name carries it in its id.
    """

    shape: Shape
    figure: Figure
    axes: Axes

    @classmethod
    def blank(cls, shape: Shape, height: float) -> Canvas:
        """Return an empty drawing; to be called and drawn on within the house style."""
        size = (shape.width / PIXELS_AN_INCH, height / PIXELS_AN_INCH)
        figure = Figure(figsize=size, dpi=PIXELS_AN_INCH)
        axes = figure.add_axes((0, 0, 1, 1))
        axes.set_axis_off()
        axes.set_xlim(0, shape.width)
        axes.set_ylim(height, 0)
        return cls(shape, figure, axes)

    def words(
        self,
        across: float,
        baseline: float,
        lines: Sequence[str],
        *,
        colour: str = INK,
        bold: bool = False,
        anchor: Anchor = Anchor.START,
    ) -> None:
        """Write lines, the first on the baseline, that begin, centre or end at `across`."""
        weight = "bold" if bold else "normal"
        for number, line in enumerate(lines):
            down = baseline + number * self.shape.line
            self.axes.text(
                across,
                down,
                line,
                ha=anchor.value,
                color=colour,
                fontweight=weight,
                fontsize=self.shape.size,
            )

    def bar(
        self, span: tuple[float, float], top: float, height: float, colour: str, name: str
    ) -> None:
        """Draw a filled bar."""
        bar = Rectangle((span[0], top), span[1] - span[0], height, color=colour, gid=name)
        bar.set_linewidth(0)
        bar.set_clip_on(False)
        self.axes.add_patch(bar)

    def line(
        self,
        across: tuple[float, float],
        down: tuple[float, float],
        stroke: Stroke,
        name: str | None = None,
    ) -> None:
        """Draw a straight line."""
        if stroke.halo:
            self.line(across, down, Stroke(GROUND, stroke.width + 3))
        dashes = (0, stroke.dashes) if stroke.dashes else "-"
        self.axes.plot(
            across,
            down,
            color=stroke.colour,
            linewidth=stroke.width,
            linestyle=dashes,
            clip_on=False,
            gid=name,
        )

    def mark(self, across: float, down: float, look: Look, name: str) -> None:
        """Draw one mark with its middle at a place."""
        self.axes.plot(
            [across],
            [down],
            marker=look.marker,
            markersize=look.size,
            fillstyle="full" if look.fill == "none" else look.fill,
            markerfacecolor=GROUND if look.fill == "none" else look.colour,
            markerfacecoloralt=GROUND,
            markeredgecolor=look.colour,
            markeredgewidth=2,
            clip_on=False,
            gid=name,
        )
