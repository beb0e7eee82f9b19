"""A bullet chart: what was reached against the target, an even spread and the year before."""

from collections.abc import Sequence

from minsheng.charts.canvas import Canvas, Shape, Stroke
from minsheng.charts.chart import Chart, Mark, Scale, assemble, limit_of, place_of
from minsheng.charts.marks import ARROW, enclosure_on_bar, plan_flags
from minsheng.charts.style import ELAPSED, INK, REACHED, RULE, TARGET
from minsheng.facts import (
    even_spread_so_far,
    figure_period,
    printed_range,
    published,
    recovered_value,
)
from minsheng.language import Language, _
from minsheng.measures import Completion
from minsheng.quantity import Interval
from minsheng.recovery import Recovered

ACTUAL_NAME = _("reported, {period}")
TARGET_NAME = _("target for the year")
SPREAD_NAME = _("even spread by the cut-off")
BASE_NAME = _("a year earlier, recovered")
BAR = 26.0
OVER = 6.0
STROKES = {
    "target": Stroke(TARGET, 3.5, halo=True),
    "spread": Stroke(ELAPSED, 2, (3, 2), halo=True),
    "base": Stroke(INK, 1.5, halo=True),
}


def completion_chart(
    lang: Language, done: Completion, *, title: str, base: Recovered | None = None
) -> Chart:
    """Draw an actual against its target; `title` states the finding.

    `base`, where there is one, is what had been reached in the same months of the year before.
    Floats only place the marks; every number in words comes from the exact values.
    """
    marks = [*_terms(lang, done), *_spread(lang, done), *_base(lang, base)]

    def draw(shape: Shape) -> Canvas:
        return _drawn(lang, shape, marks)

    return assemble(lang, f"chart-{done.actual.anchor}", title, marks, draw)


def _terms(lang: Language, done: Completion) -> list[Mark]:
    actual, target = done.inputs
    name = lang.text(ACTUAL_NAME).format(period=figure_period(lang, actual))
    at, between = place_of(actual), printed_range(lang, actual)
    return [
        Mark(key="reached", name=name, shown=published(lang, actual), at=at, range=between),
        Mark(
            key="target",
            name=lang.text(TARGET_NAME),
            shown=published(lang, target),
            at=target.enclosure(),
        ),
    ]


def _spread(lang: Language, done: Completion) -> list[Mark]:
    elapsed = done.actual.period.elapsed if done.actual.period is not None else None
    if elapsed is None or elapsed >= 1:
        return []
    shown = even_spread_so_far(lang, done, elapsed)
    at = Interval.exactly(done.target.value * elapsed)
    return [Mark(key="spread", name=lang.text(SPREAD_NAME), shown=shown, at=at)]


def _base(lang: Language, base: Recovered | None) -> list[Mark]:
    if base is None:
        return []
    name, shown = lang.text(BASE_NAME), recovered_value(lang, base)
    return [Mark(key="base", name=name, shown=shown, at=base.value)]


def _drawn(lang: Language, shape: Shape, marks: Sequence[Mark]) -> Canvas:
    reached, others = marks[0], marks[1:]
    scale = Scale(1, shape.width - ARROW - 2, limit_of(marks))
    head = reached.lines(lang, shape, bold=True)
    # The year before stands above the bar: fewer leaders then run through labels.
    above, labels = (
        plan_flags(lang, shape, scale, [mark for mark in others if (mark.key == "base") is earlier])
        for earlier in (True, False)
    )
    top = len(head) * shape.line + above.height + OVER
    below = top + BAR + OVER
    canvas = Canvas.blank(shape, below + labels.height + OVER)
    canvas.words(0, shape.size, head, bold=True)
    above.draw(canvas, top - OVER, upward=True)
    canvas.line((scale.left, scale.left), (top - OVER, below), Stroke(RULE))
    canvas.bar((scale.left, scale.middle(reached.at)), top, BAR, REACHED, reached.key)
    enclosure_on_bar(canvas, scale, reached.at, top + BAR / 2)
    for mark in others:
        across = scale.middle(mark.at)
        canvas.line((across, across), (top - OVER, below), STROKES[mark.key], mark.key)
    labels.draw(canvas, below)
    return canvas
