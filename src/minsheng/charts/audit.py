"""A dot plot of the audit: what a printed percentage stands for, above its recomputation."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from minsheng.audit import Line, Recomputed
from minsheng.charts.canvas import Canvas, Look, Shape
from minsheng.charts.chart import Chart, Item, Mark, Scale, assemble, ends_of, place_of
from minsheng.charts.lettering import wrapped
from minsheng.charts.marks import enclosure, plan_flags, plan_list
from minsheng.charts.style import INK, REACHED, RULE
from minsheng.facts import printed_range, published, recomputed_percentage
from minsheng.language import Language, _

PRINTED, RECOMPUTED = _("printed"), _("recomputed")
ROUNDED = _("rounded from {range}")
NOT_TESTED = _("printed, not tested")
OUTCOME = _("{name} ({outcome})")
DOT, DIAMOND = Look(INK, size=8), Look(REACHED, marker="D", size=8)
NONE = Look(INK, "none", "s")
MARGIN, LANE, GAP = 40.0, 18.0, 16.0


@dataclass(frozen=True)
class Tested:
    """One printed percentage with its test, and the words for both."""

    name: str
    outcome: str
    line: Line


def audit_chart(lang: Language, key: str, tests: Sequence[Tested], *, title: str) -> Chart:
    """Draw the range of each printed percentage above the recomputed one, on a scale of its own.

    The two agree where they overlap. A percentage that cannot be tested is a hollow square.
    """
    rows = [
        _pair(lang, each, each.line.recomputed)
        for each in tests
        if each.line.recomputed is not None
    ]
    others = [_untested(lang, each) for each in tests if each.line.recomputed is None]

    def draw(shape: Shape) -> Canvas:
        return _drawn(lang, shape, rows, others)

    items = [*(mark for row in rows for mark in row), *others]
    return assemble(lang, f"chart-{key}", title, items, draw)


def _pair(lang: Language, tested: Tested, found: Recomputed) -> tuple[Mark, Mark]:
    printed = tested.line.printed
    group = lang.text(OUTCOME).format(name=tested.name, outcome=tested.outcome)
    extent = printed_range(lang, printed)
    note = "" if extent is None else lang.text(ROUNDED).format(range=extent.text)
    return (
        Mark(
            key=f"printed-{printed.anchor}",
            group=group,
            name=lang.text(PRINTED),
            shown=published(lang, printed),
            at=place_of(printed),
            range=extent,
            note=note,
        ),
        Mark(
            key=f"recomputed-{printed.anchor}",
            group=group,
            name=lang.text(RECOMPUTED),
            shown=recomputed_percentage(lang, tested.line, found),
            at=found.value_pct,
        ),
    )


def _untested(lang: Language, tested: Tested) -> Item:
    printed = tested.line.printed
    return Item(
        key=f"untested-{printed.anchor}",
        name=tested.name,
        shown=published(lang, printed),
        note=lang.text(NOT_TESTED),
    )


def _drawn(
    lang: Language, shape: Shape, rows: Sequence[tuple[Mark, Mark]], others: Sequence[Item]
) -> Canvas:
    heads = [wrapped(row[0].group, shape.size, shape.width, bold=True) for row in rows]
    scales = [_scale(shape, row) for row in rows]
    flags = [
        [plan_flags(lang, shape, scale, [mark]) for mark in row]
        for scale, row in zip(scales, rows, strict=True)
    ]
    listed = plan_list(lang, shape, [(item, NONE) for item in others])
    heights = [
        len(head) * shape.line + above.height + 2 * LANE + below.height + GAP
        for head, (above, below) in zip(heads, flags, strict=True)
    ]
    canvas, top = Canvas.blank(shape, sum(heights) + listed.height), 0.0
    for row, head, scale, (above, below), height in zip(
        rows, heads, scales, flags, heights, strict=True
    ):
        canvas.words(0, top + shape.size, head, bold=True)
        edge = top + len(head) * shape.line + above.height
        _lanes(canvas, scale, row, edge)
        above.draw(canvas, edge + 2, upward=True)
        below.draw(canvas, edge + 2 * LANE - 2)
        top += height
    listed.draw(canvas, top)
    return canvas


def _scale(shape: Shape, row: Sequence[Mark]) -> Scale:
    """Return a scale that shows both ranges; one value alone stands in the middle."""
    ends = [end for mark in row for end in ends_of(mark.at)]
    low, high = min(ends), max(ends)
    spare = (high - low) / 2 or Fraction(1)
    return Scale(MARGIN, shape.width - MARGIN, high + spare, low - spare)


def _lanes(canvas: Canvas, scale: Scale, row: tuple[Mark, Mark], top: float) -> None:
    """Draw both ranges, one below the other, over a band where they overlap."""
    printed, recomputed = row
    shared = printed.at.meet(recomputed.at)
    if shared is not None and shared.is_bounded:
        left, right = (scale.px(end) for end in ends_of(shared))
        span = (left, max(right, left + 1))
        canvas.bar(span, top + 2, 2 * LANE - 4, RULE, f"shared-{printed.key}")
    for mark, look, lane in zip(row, (DOT, DIAMOND), (0.5, 1.5), strict=True):
        enclosure(canvas, scale, mark.at, top + lane * LANE)
        canvas.mark(scale.middle(mark.at), top + lane * LANE, look, mark.key)
