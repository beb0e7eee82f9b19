"""A unit chart: one square for each place, filled where what was promised is there."""

import math
from collections.abc import Sequence

from minsheng.charts.canvas import Canvas, Look, Shape
from minsheng.charts.chart import Chart, Item, assemble
from minsheng.charts.style import ELAPSED, REACHED
from minsheng.data import Figure
from minsheng.facts import counted, published
from minsheng.language import Language, _

WITH, WITHOUT, COUNTED = _("with"), _("without"), _("{count} of {total}")
MOST = 50
A_ROW = 10
INSET = 12.0
LOOKS = {"with": Look(REACHED, "full", "s", 20), "without": Look(ELAPSED, "none", "s", 20)}


def places_chart(
    lang: Language, reached: Figure, whole: Figure, *, name: str, title: str
) -> Chart | None:
    """Draw as many places as `whole` counts, filled as far as `reached` does.

    `title` states the finding. `None` where `reached` is not one number up to the whole, or where
    more than 50 squares would be needed: then nobody counts them.
    """
    if not reached.enclosure().is_point or not 0 <= reached.value <= whole.value <= MOST:
        return None
    there, total = int(reached.value), int(whole.value)
    items = [
        Item(key="with", group=name, name=lang.text(WITH), shown=published(lang, reached)),
        Item(
            key="without",
            group=name,
            name=lang.text(WITHOUT),
            shown=counted(lang, total - there, [reached]),
        ),
    ]

    words = lang.text(COUNTED).format(count=there, total=total)
    whole_name = Item(key="all", name=name, shown=words)

    def draw(shape: Shape) -> Canvas:
        head = whole_name.lines(lang, shape, bold=True)
        return _drawn(shape, head, [there, total - there], [items[0].key, items[1].key])

    return assemble(lang, f"chart-{reached.anchor}", title, items, draw)


def _drawn(shape: Shape, head: Sequence[str], counts: Sequence[int], keys: Sequence[str]) -> Canvas:
    step = min(shape.width / A_ROW, 40.0)
    top = len(head) * shape.line + 4
    canvas = Canvas.blank(shape, top + math.ceil(sum(counts) / A_ROW) * step)
    canvas.words(0, shape.size, head, bold=True)
    kinds = [key for key, count in zip(keys, counts, strict=True) for _each in range(count)]
    for number, key in enumerate(kinds):
        row, column = divmod(number, A_ROW)
        across, down = column * step + INSET, top + (row + 0.5) * step
        canvas.mark(across, down, LOOKS[key], f"{key}-{number + 1}")
    return canvas
