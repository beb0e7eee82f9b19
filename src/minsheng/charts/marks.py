"""What charts draw alike: the range that a number lies in, and labels beside their leaders."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from minsheng.charts.canvas import Anchor, Canvas, Look, Shape, Stroke
from minsheng.charts.chart import Item, Mark, Scale, ends_of
from minsheng.charts.leaders import GAP, Arrangement, Label, Side, arrange
from minsheng.charts.lettering import width_px
from minsheng.charts.style import GROUND, INK, MUTED
from minsheng.language import Language
from minsheng.quantity import Interval

CAP = 5.0
ARROW = 14.0
INDENT = 24
BETWEEN = 10.0
RANGE, RIM = Stroke(INK), Stroke(GROUND, 4)
NARROW = 8.0  # pixels that a rim around a range would fill
LEADER = Stroke(MUTED, 0.8)


def enclosure_on_bar(canvas: Canvas, scale: Scale, at: Interval, down: float) -> None:
    """Draw the range of a number over the end of its bar, parted from it by a rim."""
    enclosure(canvas, scale, at, down, least=NARROW, stroke=RIM)
    enclosure(canvas, scale, at, down)


def enclosure(
    canvas: Canvas,
    scale: Scale,
    at: Interval,
    down: float,
    *,
    least: float = 0,
    stroke: Stroke = RANGE,
) -> None:
    """Draw the range of a number: caps joined by a line, or an arrow where one side is open.

    A range of fewer than `least` pixels is left out: the mark itself covers it.
    """
    ends = [scale.px(end) for end in ends_of(at)]
    if at.is_point or (at.is_bounded and ends[1] - ends[0] < least):
        return
    for end in ends:
        canvas.line((end, end), (down - CAP, down + CAP), stroke)
    if at.is_bounded:
        canvas.line((ends[0], ends[1]), (down, down), stroke)
        return
    length = ARROW if at.high is None else -ARROW
    tip, barb = ends[0] + length, ends[0] + 0.6 * length
    canvas.line((ends[0], tip), (down, down), stroke)
    for side in (-CAP, CAP):
        canvas.line((barb, tip), (down + side, down), stroke)


@dataclass(frozen=True)
class Flags:
    """Labels of marks on one line, each on a row of its own beside a leader."""

    across: tuple[float, ...]
    labels: tuple[tuple[str, ...], ...]
    arranged: Arrangement
    line: float

    @property
    def height(self) -> float:
        """The height of all rows, in pixels."""
        return sum(map(len, self.labels)) * self.line

    def draw(self, canvas: Canvas, edge: float, *, upward: bool = False) -> None:
        """Write the labels below the edge at which their leaders start, or above it."""
        for at, lines, found in zip(self.across, self.labels, self.arranged.places, strict=True):
            height = len(lines) * self.line
            off = self._before(found.row)
            top = edge - off - height if upward else edge + off
            near, far = (top + height, top) if upward else (top, top + height)
            beside = found.side is not Side.BEYOND
            foot = (far + GAP if upward else far - GAP) if beside else near
            canvas.line((at, at), (edge, foot), LEADER)
            left = found.side is Side.LEFT
            across, anchor = (at - GAP, Anchor.END) if left else (found.start, Anchor.START)
            canvas.words(across, top + canvas.shape.size, lines, anchor=anchor)

    def _before(self, row: int) -> float:
        """Return the height of the rows between the marks and this one."""
        pairs = zip(self.labels, self.arranged.places, strict=True)
        return sum(len(lines) for lines, found in pairs if found.row < row) * self.line


def plan_flags(lang: Language, shape: Shape, scale: Scale, marks: Sequence[Mark]) -> Flags:
    """Arrange the labels, name and number on one line, or on two where fewer leaders then cross."""
    across = tuple(scale.middle(mark.at) for mark in marks)
    plans = []
    for split in (False, True):
        labels = tuple(mark.lines(lang, shape, split=split) for mark in marks)
        widths = [max(width_px(words, shape.size) for words in lines) for lines in labels]
        wanted = [Label(at, width) for at, width in zip(across, widths, strict=True)]
        plans.append(Flags(across, labels, arrange(wanted, shape.width), shape.line))
    return min(plans, key=lambda plan: plan.arranged.crossings)


@dataclass(frozen=True)
class Listed:
    """Items that have no place on a scale: a mark each, and words beside it."""

    items: tuple[tuple[Item, Look], ...]
    labels: tuple[tuple[str, ...], ...]
    line: float

    @property
    def height(self) -> float:
        """The height of all rows, in pixels."""
        return sum(len(lines) * self.line + BETWEEN for lines in self.labels)

    def draw(self, canvas: Canvas, top: float) -> None:
        """Draw the marks and write the words, from `top` downward."""
        size = canvas.shape.size
        for (item, look), lines in zip(self.items, self.labels, strict=True):
            canvas.mark(look.size / 2 + 2, top + size / 2 + 3, look, item.key)
            canvas.words(INDENT, top + size, lines)
            top += len(lines) * self.line + BETWEEN


def plan_list(lang: Language, shape: Shape, items: Sequence[tuple[Item, Look]]) -> Listed:
    """Break the words of items to the width beside their marks."""
    inner = replace(shape, width=shape.width - INDENT)
    labels = tuple(item.lines(lang, inner) for item, _look in items)
    return Listed(tuple(items), labels, shape.line)
