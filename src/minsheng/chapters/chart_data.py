"""The data of a chart, as a table for readers and as CSV for programs."""

from collections.abc import Sequence

from minsheng.charts import Item, Mark
from minsheng.facts import Fact
from minsheng.language import Language, _
from minsheng.tables import Cell, Table, csv_text, headings

CAPTION = _("What the chart shows, mark by mark")
HEADS = (_("Mark"), _("Value"), _("Range or note"))
COLUMNS = ("mark", "shown", "value", "low", "high", "note", "how", "figures")


def chart_table(lang: Language, items: Sequence[Item]) -> Table:
    """List what a chart shows; the range is what a number lies between, where that is drawn."""
    rows = [(item.full_name(lang), item.shown, _remark(item)) for item in items]
    width = 3 if any(remark for *_others, remark in rows) else 2
    cells = tuple(row[:width] for row in rows)
    heads = headings(lang, HEADS[:width], numeric=(1,))
    return Table(lang.text(CAPTION), heads, cells, name="")


def chart_csv(lang: Language, items: Sequence[Item]) -> str:
    """Return the same as CSV, numbers exact; an end that is open is empty."""
    return csv_text([COLUMNS, *(_row(lang, item) for item in items)])


def _row(lang: Language, item: Item) -> tuple[str, ...]:
    fact = item.shown if isinstance(item.shown, Fact) else None
    extent = item.range if isinstance(item, Mark) and item.range is not None else fact
    value = fact.value if fact is not None and ".." not in fact.value else item.exact
    low, parted, high = extent.value.partition("..") if extent is not None else ("", "", "")
    return (
        item.full_name(lang),
        item.words,
        value,
        low if parted else "",
        high,
        item.note,
        fact.how if fact is not None else "",
        " ".join(fact.figures) if fact is not None else "",
    )


def _remark(item: Item) -> Cell:
    return item.range if isinstance(item, Mark) and item.range is not None else item.note
