"""All promises of an edition at a glance: bars against a target, squares where there is none."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from minsheng.charts.canvas import Canvas, Look, Shape, Stroke
from minsheng.charts.chart import Chart, Item, Mark, Scale, assemble, ends_of, limit_of
from minsheng.charts.marks import ARROW, enclosure_on_bar, plan_flags, plan_list
from minsheng.charts.style import INK, REACHED, TARGET
from minsheng.facts import completion_rate, published
from minsheng.language import Language, _
from minsheng.quantity import Interval
from minsheng.verdict import Assessment, Evidence, State

TARGET_NAME = _("target")
STATED = _("stated, without the number behind it")
OPEN = _("too vague to set against the target")
NO_FIGURE = _("no figure")
NOTES = {
    State.ACHIEVED: _("said to be all of them"),
    State.ASSERTED_ACHIEVED: _("said in words alone"),
    State.NOT_PUBLISHED: _("nothing published yet"),
    State.NOT_COMPARABLE: _("not to be set against the target"),
    State.NOT_COMPUTABLE: _("no target printed"),
}
LOOKS = {
    Evidence.RECOMPUTABLE: Look(INK, "full", "s"),
    Evidence.STATED: Look(INK, "left", "s"),
    Evidence.ASSERTED: Look(INK, "none", "s"),
    Evidence.NONE: Look(INK, "full", "x"),
}
BAR = 14.0
GAP = 12.0
OVER = 4.0
WHOLE_PCT = 100
LINE = Stroke(TARGET, 3, halo=True)


def glance_chart(
    lang: Language, key: str, promises: Sequence[tuple[str, Assessment]], *, title: str
) -> Chart:
    """Draw every promise by its name and result; `title` states the finding.

    Only a completion is a length, in percent of its target. What is counted without a target,
    stated or asserted is a square, filled, half filled or hollow, with words beside it.
    """
    bars, squares = list(_bars(lang, promises)), list(_squares(lang, promises))
    marks = [*bars, _target(lang)] if bars else []

    def draw(shape: Shape) -> Canvas:
        return _drawn(lang, shape, marks, squares)

    items = [*marks, *(item for item, _look in squares)]
    return assemble(lang, f"chart-{key}", title, items, draw)


def _bars(lang: Language, promises: Sequence[tuple[str, Assessment]]) -> Iterator[Mark]:
    for name, result in promises:
        done = result.promised.completion
        if done is not None and ends_of(done.rate_pct):
            key, rate = result.promised.measure.key, completion_rate(lang, done)
            yield Mark(key=key, name=name, shown=rate, at=done.rate_pct)


def _target(lang: Language) -> Mark:
    whole = Fraction(WHOLE_PCT)
    shown, at = lang.percent(whole, 0), Interval.exactly(whole)
    return Mark(key="target", name=lang.text(TARGET_NAME), shown=shown, at=at)


def _squares(
    lang: Language, promises: Sequence[tuple[str, Assessment]]
) -> Iterator[tuple[Item, Look]]:
    for name, result in promises:
        promised, done = result.promised, result.promised.completion
        if done is None or not ends_of(done.rate_pct):
            figure = promised.coverage or promised.stated_rate or promised.actual
            shown = lang.text(NO_FIGURE) if figure is None else published(lang, figure)
            note = lang.text(OPEN if done is not None else NOTES.get(result.state, STATED))
            item = Item(key=promised.measure.key, name=name, shown=shown, note=note)
            yield item, LOOKS[result.evidence]


def _drawn(
    lang: Language, shape: Shape, marks: Sequence[Mark], squares: Sequence[tuple[Item, Look]]
) -> Canvas:
    heads = [mark.lines(lang, shape) for mark in marks[:-1]]
    listed = plan_list(lang, shape, squares)
    scale = Scale(1, shape.width - ARROW - 2, limit_of(marks) if marks else Fraction(1))
    flags = plan_flags(lang, shape, scale, marks[-1:])
    bars = sum(len(head) * shape.line + BAR + GAP for head in heads)
    canvas = Canvas.blank(shape, bars + flags.height + GAP + listed.height)
    _draw_bars(canvas, scale, marks, heads)
    if marks:
        flags.draw(canvas, bars - GAP + OVER)
    listed.draw(canvas, bars + flags.height + GAP)
    return canvas


def _draw_bars(
    canvas: Canvas, scale: Scale, marks: Sequence[Mark], heads: Sequence[Sequence[str]]
) -> None:
    top, shape = 0.0, canvas.shape
    for mark, head in zip(marks, heads, strict=False):
        canvas.words(0, top + shape.size, head)
        top += len(head) * shape.line + OVER
        canvas.bar((scale.left, scale.middle(mark.at)), top, BAR, REACHED, mark.key)
        enclosure_on_bar(canvas, scale, mark.at, top + BAR / 2)
        across = scale.middle(marks[-1].at)
        canvas.line((across, across), (top - OVER, top + BAR + OVER), LINE, f"target-{mark.key}")
        top += BAR + GAP - OVER
