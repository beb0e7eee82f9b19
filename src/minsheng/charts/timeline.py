"""A timeline of a supervision: what the figures cover, the group's steps, the report's day."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from minsheng.charts.canvas import Anchor, Canvas, Look, Shape, Stroke
from minsheng.charts.chart import Chart, Mark, Scale, assemble
from minsheng.charts.lettering import width_px, wrapped
from minsheng.charts.style import ELAPSED, INK, MUTED, REACHED, RULE
from minsheng.data import Period
from minsheng.language import Language, _
from minsheng.quantity import Interval

COVERED = _("months that the figures cover")
UNDATED = _("steps that the report does not date, in its order")
PUBLISHED = _("report published")
LANE, GAP, BAR, EDGE = 20.0, 8.0, 10.0, 8.0
DAY, REPORT = Look(REACHED, size=10), Look(INK, marker="D", size=9)
WITHIN, SOMETIME = Stroke(REACHED, 3), Stroke(ELAPSED, 2, (2, 2))
GRID = Stroke(RULE, 0.8)


@dataclass(frozen=True)
class Step:
    """One thing that a supervision group did, in a few words; `when` is `None` without a date."""

    name: str
    when: Period | None


@dataclass(frozen=True)
class Course:
    """The course of one supervision: the months that its figures cover, its steps, its report."""

    covered: Period
    steps: tuple[Step, ...]
    published: Period


def timeline_chart(lang: Language, key: str, course: Course, *, title: str) -> Chart:
    """Draw each dated step at its date, and those without one as a line that has no beginning.

    They share that line: all that is known is that the report tells of them. `title` states the
    finding.
    """
    marks = [*_marks(lang, course)]

    def draw(shape: Shape) -> Canvas:
        return _drawn(lang, shape, marks)

    return assemble(lang, f"chart-{key}", title, marks, draw)


def _marks(lang: Language, course: Course) -> Iterator[Mark]:
    yield _mark(lang, "covered", lang.text(COVERED), course.covered)
    undated = [each.name for each in course.steps if each.when is None]
    if undated:
        yield Mark(
            key="undated",
            name=lang.text(UNDATED),
            shown=lang.enumerated(undated),
            at=Interval(None, _day(course.published.end)),
            exact=f"../{course.published.text}",
        )
    for number, step in enumerate(course.steps, 1):
        if step.when is not None:
            yield _mark(lang, f"step-{number}", step.name, step.when)
    yield _mark(lang, "published", lang.text(PUBLISHED), course.published)


def _mark(lang: Language, key: str, name: str, when: Period) -> Mark:
    start = None if when.start is None else _day(when.start)
    at = Interval(start, _day(when.end))
    return Mark(key=key, name=name, shown=lang.period(when.text), at=at, exact=when.text)


def _day(day: date) -> Fraction:
    return Fraction(day.toordinal())


def _drawn(lang: Language, shape: Shape, marks: Sequence[Mark]) -> Canvas:
    scale, quarters = _scale(shape, marks)
    heads = [_head(lang, shape, mark) for mark in marks]
    rows = [len(head) * shape.line + LANE + GAP for head in heads]
    canvas, top = Canvas.blank(shape, sum(rows) + shape.line + 4), 0.0
    for mark, head, height in zip(marks, heads, rows, strict=True):
        lane = top + len(head) * shape.line
        for each in quarters:
            canvas.line((scale.px(each), scale.px(each)), (lane + 2, lane + LANE), GRID)
        canvas.words(0, top + shape.size, head)
        _lane(canvas, scale, mark, lane + LANE / 2 + 1)
        top += height
    _calendar(lang, canvas, scale, quarters, top)
    return canvas


def _head(lang: Language, shape: Shape, mark: Mark) -> tuple[str, ...]:
    """Return what is written above a mark; words run on, because a list of steps is long."""
    return wrapped(mark.label(lang), shape.size, shape.width)


def _scale(shape: Shape, marks: Sequence[Mark]) -> tuple[Scale, list[Fraction]]:
    """Return a scale of days over whole quarters, and the first day of each quarter on it."""
    days = [end for mark in marks for end in (mark.at.low, mark.at.high) if end is not None]
    first, last = (date.fromordinal(int(each)) for each in (min(days), max(days)))
    quarters = [
        _day(date(year, month, 1))
        for year in range(first.year, last.year + 2)
        for month in (1, 4, 7, 10)
    ]
    end = next(each for each in quarters if each > max(days))
    within = [each for each in quarters if each <= end]
    return Scale(EDGE, shape.width - EDGE, end, within[0]), within


def _lane(canvas: Canvas, scale: Scale, mark: Mark, down: float) -> None:
    """Draw a span as a bar or a line, an open one from the edge, and a single day as a dot."""
    low, high = mark.at.low, mark.at.high
    right = scale.right if high is None else scale.px(high)
    left = scale.left if low is None else scale.px(low)
    if mark.key == "covered":
        canvas.bar((left, right), down - BAR / 2, BAR, REACHED, mark.key)
    elif mark.at.is_point:
        canvas.mark(right, down, REPORT if mark.key == "published" else DAY, mark.key)
    else:
        stroke = SOMETIME if low is None else WITHIN
        canvas.line((left, right), (down, down), stroke, mark.key)


def _calendar(
    lang: Language, canvas: Canvas, scale: Scale, quarters: Sequence[Fraction], top: float
) -> None:
    """Write below the lanes when they begin, and the first day of every other quarter."""
    every = 2 if canvas.shape.width > 2 * 328 else 4
    for place in quarters[:-1:every]:
        month = date.fromordinal(int(place)).isoformat()[:7]
        first = place == quarters[0]
        anchor = Anchor.START if first else Anchor.MIDDLE
        across = 0 if first else scale.px(place)
        words, shape = lang.period(month), canvas.shape
        if across + width_px(words, shape.size) / 2 <= shape.width:
            canvas.words(across, top + shape.size, [words], colour=MUTED, anchor=anchor)
