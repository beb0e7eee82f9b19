"""A chart: the marks it draws, drawn once for a text column and once for a phone."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from minsheng.charts.canvas import SHAPES, Canvas, Shape
from minsheng.charts.lettering import width_px, wrapped
from minsheng.charts.style import house_style
from minsheng.charts.svg import inline_svg
from minsheng.data import Figure
from minsheng.facts import Fact
from minsheng.language import Language, _
from minsheng.quantity import Interval

LABEL = _("{name}: {value}")
NOTED = _("{name}: {value}, {note}")
JOINT, GROUPED = _("; "), _("{group}: {name}")


@dataclass(frozen=True, kw_only=True)
class Item:
    """One thing that a chart shows: its name, and its number or what stands for it.

    `group` names what it belongs to, where the chart has several; `note` follows the number.
    `exact` says for programs what is shown in words alone: a date, or a period as the data write
    it.
    """

    key: str
    name: str
    shown: Fact | str
    group: str = ""
    note: str = ""
    exact: str = ""

    @property
    def words(self) -> str:
        """The number, or what stands for it, as text."""
        return self.shown if isinstance(self.shown, str) else self.shown.text

    def label(self, lang: Language) -> str:
        """Return name, number and note on one line, as the chart writes them."""
        message = NOTED if self.note else LABEL
        return lang.text(message).format(name=self.name, value=self.words, note=self.note)

    def full_name(self, lang: Language) -> str:
        """Return the name with its group before it."""
        grouped = lang.text(GROUPED).format(group=self.group, name=self.name)
        return grouped if self.group else self.name

    def lines(
        self, lang: Language, shape: Shape, *, bold: bool = False, split: bool = False
    ) -> tuple[str, ...]:
        """Return the label on one line where it fits, else, or if `split`, broken where it may.

        First a note goes to a line of its own, then the number; only then are words parted.
        """

        def fits(words: str) -> bool:
            return width_px(words, shape.size, bold=bold) <= shape.width

        label, short = self.label(lang), replace(self, note="").label(lang)
        if fits(label) and not split:
            return (label,)
        name = lang.text(LABEL).format(name=self.name, value="").strip()
        parts = (short, self.note) if self.note and fits(short) else (name, label[len(name) :])
        wide = (wrapped(part, shape.size, shape.width, bold=bold) for part in parts)
        return tuple(line for lines in wide for line in lines)


@dataclass(frozen=True, kw_only=True)
class Mark(Item):
    """An item with a place on the chart's scale, exact and in its unit.

    `range` gives the place in words, where it is an enclosure that is drawn.
    """

    at: Interval
    range: Fact | None = None


@dataclass(frozen=True)
class Chart:
    """A finished chart; `drawings` are inline SVG, one for each shape, and say the same."""

    key: str
    drawings: tuple[str, ...]
    description: str
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Scale:
    """A scale: the pixels of `start`, which is zero unless said otherwise, and of `limit`."""

    left: float
    right: float
    limit: Fraction
    start: Fraction = Fraction(0)

    def px(self, value: Fraction) -> float:
        """Return the place of a value; a float, only to draw it."""
        share = (value - self.start) / (self.limit - self.start)
        return self.left + float(share) * (self.right - self.left)

    def middle(self, at: Interval) -> float:
        """Return the place of the middle of an interval, or of its only end."""
        ends = ends_of(at)
        return self.px(sum(ends, Fraction(0)) / len(ends))


def ends_of(at: Interval) -> list[Fraction]:
    """Return the ends that are not missing."""
    return [end for end in (at.low, at.high) if end is not None]


def place_of(figure: Figure) -> Interval:
    """Return the range to draw a figure in; one of which nothing is sure stands at its number."""
    at = figure.enclosure()
    return at if ends_of(at) else Interval.exactly(figure.value)


def limit_of(marks: Iterable[Mark]) -> Fraction:
    """Return the largest value that a mark needs room for."""
    return max(end for mark in marks for end in ends_of(mark.at))


def assemble(
    lang: Language, key: str, title: str, items: Sequence[Item], draw: Callable[[Shape], Canvas]
) -> Chart:
    """Draw the items in every shape, and say them in words."""
    named = (replace(item, name=item.full_name(lang)) for item in items)
    description = lang.text(JOINT).join(item.label(lang) for item in named)
    drawings = []
    for shape in SHAPES:
        with house_style():
            figure = draw(shape).figure
        drawing = f"{key}-{shape.name}"
        drawings.append(
            inline_svg(
                figure, key=drawing, title=title, description=description, classes=shape.name
            )
        )
    return Chart(key, tuple(drawings), description, tuple(items))
