"""A dot plot of the years: what was reported against what was promised, each year on its own."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from minsheng.charts.canvas import Canvas, Look, Shape, Stroke
from minsheng.charts.chart import Chart, Item, Mark, Scale, assemble, limit_of, place_of
from minsheng.charts.lettering import wrapped
from minsheng.charts.marks import ARROW, enclosure, plan_flags
from minsheng.charts.style import INK, MUTED, REACHED, RULE, TARGET
from minsheng.data import Figure
from minsheng.facts import figure_period, printed_range, published
from minsheng.indicators import Year, span
from minsheng.language import Language, _

REPORTED, PROMISED = _("reported, {period}"), _("target for the year")
FROM_ON, BROKEN = _("from {year} on"), _("counted otherwise than before")
NOTHING = _("no figure in this book")
DOT, GOAL = Look(REACHED, size=10), Stroke(TARGET, 3.5, halo=True)
BREAK = Stroke(MUTED, dashes=(4, 3))
LANE, GAP = 24.0, 14.0


@dataclass(frozen=True)
class _Row:
    """One year with its marks; or words alone: for years without any, or for a break."""

    head: str
    marks: tuple[Mark, ...] = ()
    words: Item | None = None
    breaks: bool = False

    def those(self, *, promised: bool) -> list[Mark]:
        """Return the marks of the target, labelled below the lane, or the others, above it."""
        return [each for each in self.marks if each.key.startswith("target-") is promised]


def years_chart(
    lang: Language, key: str, years: Sequence[Year], *, title: str, breaks: Iterable[int] = ()
) -> Chart:
    """Draw every year's report as a dot and its target as a line, on one scale from zero.

    Nothing joins one year to another: the reports cover different months, which stand beside
    them. Years without a figure keep their place as a line of words. `title` states the finding;
    `breaks` are the years from which the series counts otherwise, with a dashed line above each.
    """
    rows = [*_rows(lang, years, frozenset(breaks))]

    def draw(shape: Shape) -> Canvas:
        return _drawn(lang, shape, rows)

    items = [item for row in rows for item in ([row.words] if row.words else row.marks)]
    return assemble(lang, f"chart-{key}", title, items, draw)


def _rows(lang: Language, years: Sequence[Year], breaks: frozenset[int]) -> Iterator[_Row]:
    def stretch(year: Year) -> tuple[int, bool]:
        """Tell apart what lies between two breaks, and in it years with figures and without."""
        return (sum(each <= year.year for each in breaks), year.is_empty)

    for (_number, empty), found in groupby(years, stretch):
        held = [*found]
        if held[0].year in breaks:
            yield _break(lang, held[0].year)
        if empty:
            yield _gap(lang, held)
        else:
            yield from (_Row(lang.period(str(each.year)), _marks(lang, each)) for each in held)


def _break(lang: Language, year: int) -> _Row:
    name = lang.text(FROM_ON).format(year=lang.period(str(year)))
    item = Item(key=f"break-{year}", name=name, shown=lang.text(BROKEN))
    return _Row(item.label(lang), words=item, breaks=True)


def _gap(lang: Language, years: Sequence[Year]) -> _Row:
    name = lang.period(span(years))
    gap = Item(key=f"gap-{years[0].year}", name=name, shown=lang.text(NOTHING))
    return _Row(gap.label(lang), words=gap)


def _marks(lang: Language, year: Year) -> tuple[Mark, ...]:
    group, found = lang.period(str(year.year)), []
    for each in year.reports:
        name = lang.text(REPORTED).format(period=figure_period(lang, each))
        found.append(_mark(lang, each, group=group, name=name, key=f"reported-{each.anchor}"))
    if year.target is not None:
        key = f"target-{year.target.anchor}"
        found.append(_mark(lang, year.target, group=group, name=lang.text(PROMISED), key=key))
    return tuple(found)


def _mark(lang: Language, figure: Figure, *, group: str, name: str, key: str) -> Mark:
    return Mark(
        key=key,
        group=group,
        name=name,
        shown=published(lang, figure),
        at=place_of(figure),
        range=printed_range(lang, figure),
    )


def _drawn(lang: Language, shape: Shape, rows: Sequence[_Row]) -> Canvas:
    right = shape.width - ARROW - 2
    scale = Scale(1, right, limit_of(mark for row in rows for mark in row.marks))
    heads = [wrapped(row.head, shape.size, shape.width, bold=not row.words) for row in rows]
    flags = [
        [plan_flags(lang, shape, scale, row.those(promised=each)) for each in (False, True)]
        for row in rows
    ]
    heights = [
        len(head) * shape.line + (0 if row.words else above.height + LANE + below.height) + GAP
        for row, head, (above, below) in zip(rows, heads, flags, strict=True)
    ]
    canvas, top = Canvas.blank(shape, sum(heights)), 0.0
    for row, head, (above, below), height in zip(rows, heads, flags, heights, strict=True):
        colour = MUTED if row.words else INK
        if row.words and row.breaks:
            canvas.line((0, right), (top - GAP / 2, top - GAP / 2), BREAK, row.words.key)
        canvas.words(0, top + shape.size, head, bold=not row.words, colour=colour)
        if row.marks:
            edge = top + len(head) * shape.line + above.height
            _lane(canvas, scale, row.marks, edge)
            above.draw(canvas, edge + 4, upward=True)
            below.draw(canvas, edge + LANE - 2)
        top += height
    return canvas


def _lane(canvas: Canvas, scale: Scale, marks: Sequence[Mark], top: float) -> None:
    """Draw one year: a rule from zero, the target as a line across it, the report as a dot."""
    middle = top + LANE / 2
    canvas.line((scale.left, scale.right), (middle, middle), Stroke(RULE))
    canvas.line((scale.left, scale.left), (middle - 5, middle + 5), Stroke(RULE))
    for mark in sorted(marks, key=lambda each: each.key):
        across = scale.middle(mark.at)
        if mark.key.startswith("target-"):
            canvas.line((across, across), (top + 2, top + LANE - 2), GOAL, mark.key)
        enclosure(canvas, scale, mark.at, middle, least=DOT.size)
        if mark.key.startswith("reported-"):
            canvas.mark(across, middle, DOT, mark.key)
