"""A dumbbell chart: measures now against the same months of a year earlier, as recovered."""

from collections.abc import Sequence
from dataclasses import dataclass

from minsheng.charts.canvas import Canvas, Look, Shape, Stroke
from minsheng.charts.chart import Chart, Mark, Scale, assemble, limit_of, place_of
from minsheng.charts.lettering import wrapped
from minsheng.charts.marks import ARROW, enclosure, plan_flags
from minsheng.charts.style import REACHED, RULE
from minsheng.data import Figure
from minsheng.facts import figure_period, printed_range, published, recovered_value
from minsheng.language import Language, _
from minsheng.recovery import Recovered

NOW = _("reported, {period}")
BEFORE = _("a year earlier, recovered")
BAND = 26.0
BETWEEN_ROWS = 14.0
LOOKS = {"before": Look(REACHED, "none"), "now": Look(REACHED)}


@dataclass(frozen=True)
class Change:
    """A measure now, and the base behind its printed growth, in the same unit."""

    name: str
    actual: Figure
    before: Recovered


def change_chart(lang: Language, key: str, changes: Sequence[Change], *, title: str) -> Chart:
    """Draw each measure's number beside the one recovered for a year earlier, on one scale.

    Meant for measures that the catalogue lets be compared; `title` states the finding.
    """
    rows = [_marks(lang, change) for change in changes]

    def draw(shape: Shape) -> Canvas:
        return _drawn(lang, shape, rows)

    return assemble(lang, f"chart-{key}", title, [mark for row in rows for mark in row], draw)


def _marks(lang: Language, change: Change) -> tuple[Mark, Mark]:
    now, before = change.actual, change.before
    return (
        Mark(
            key=f"before-{now.measure}",
            group=change.name,
            name=lang.text(BEFORE),
            shown=recovered_value(lang, before),
            at=before.value,
        ),
        Mark(
            key=f"now-{now.measure}",
            group=change.name,
            name=lang.text(NOW).format(period=figure_period(lang, now)),
            shown=published(lang, now),
            at=place_of(now),
            range=printed_range(lang, now),
        ),
    )


def _drawn(lang: Language, shape: Shape, rows: Sequence[tuple[Mark, Mark]]) -> Canvas:
    margin = LOOKS["now"].size
    scale = Scale(1, shape.width - ARROW - margin, limit_of(mark for row in rows for mark in row))
    heads = [wrapped(row[0].group, shape.size, shape.width, bold=True) for row in rows]
    flags = [[plan_flags(lang, shape, scale, [mark]) for mark in row] for row in rows]
    heights = [
        len(head) * shape.line + above.height + BAND + below.height + BETWEEN_ROWS
        for head, (below, above) in zip(heads, flags, strict=True)
    ]
    canvas, top = Canvas.blank(shape, sum(heights) - BETWEEN_ROWS + 4), 0.0
    for row, head, (below, above), height in zip(rows, heads, flags, heights, strict=True):
        canvas.words(0, top + shape.size, head, bold=True)
        edge = top + len(head) * shape.line + above.height
        above.draw(canvas, edge + 2, upward=True)
        _pair(canvas, scale, row, edge + BAND / 2)
        below.draw(canvas, edge + BAND - 2)
        top += height
    return canvas


def _pair(canvas: Canvas, scale: Scale, row: tuple[Mark, Mark], middle: float) -> None:
    before, now = (scale.middle(mark.at) for mark in row)
    canvas.line((scale.left, scale.left), (middle - BAND / 2, middle + BAND / 2), Stroke(RULE))
    canvas.line((scale.left, min(before, now)), (middle, middle), Stroke(RULE))
    canvas.line((before, now), (middle, middle), Stroke(REACHED, 3))
    for mark, across, look in zip(row, (before, now), LOOKS.values(), strict=True):
        canvas.mark(across, middle, look, mark.key)
        enclosure(canvas, scale, mark.at, middle, least=look.size)
