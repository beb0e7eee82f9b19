"""Read a drawing back: where its words stand, and where its marks."""

import re
from dataclasses import dataclass
from xml.etree import ElementTree

from minsheng.charts.lettering import width_px

SVG = "{http://www.w3.org/2000/svg}"


@dataclass(frozen=True)
class Box:
    """A line of words and the pixels that it covers, in a face as wide as the charts allow for."""

    words: str
    left: float
    right: float
    top: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        beside = self.right <= other.left or other.right <= self.left
        return not (beside or self.bottom <= other.top or other.bottom <= self.top)


@dataclass(frozen=True)
class Drawing:
    """A drawing as a reader's browser gets it."""

    root: ElementTree.Element

    @property
    def size(self) -> tuple[float, float]:
        _, _, width, height = map(float, self.root.attrib["viewBox"].split())
        return width, height

    @property
    def ids(self) -> list[str]:
        return [each.attrib["id"] for each in self.root.iter() if "id" in each.attrib]

    @property
    def marks(self) -> list[ElementTree.Element]:
        """What is drawn under a name."""
        return [each for each in self.root.iter(f"{SVG}g") if "id" in each.attrib]

    @property
    def boxes(self) -> list[Box]:
        return [_box(each) for each in self.root.iter(f"{SVG}text")]

    @property
    def words(self) -> str:
        return " ".join(box.words for box in self.boxes)

    @property
    def leaders(self) -> list[tuple[float, float, float]]:
        """Where each line from a mark to its label stands, and its upper and lower end."""
        paths = (each for each in self.root.iter(f"{SVG}path") if "--chart-muted" in _style(each))
        ends = ([*map(float, re.findall(r"[\d.]+", each.attrib["d"]))] for each in paths)
        return [(x, min(y, other), max(y, other)) for x, y, _x, other in ends]

    def across(self, name: str) -> float:
        """Return where a named mark stands: the right end of a bar, the place of a line or dot."""
        key = self.root.attrib["aria-labelledby"].split()[0].removesuffix("-title")
        found = [each for each in self.root.iter() if each.attrib.get("id") == f"{key}-{name}"]
        assert len(found) == 1, (name, self.ids)
        use = found[0].find(f".//{SVG}use")
        if use is not None:
            return float(use.attrib["x"])
        path = found[0].find(f"{SVG}path")
        assert path is not None
        return max(float(x) for x, _ in re.findall(r"[ML] (\S+) (\S+)", path.attrib["d"]))


def _style(path: ElementTree.Element) -> str:
    return path.attrib.get("style", "")


def read(svg: str) -> Drawing:
    return Drawing(ElementTree.fromstring(svg))


def _box(text: ElementTree.Element) -> Box:
    words, style = "".join(text.itertext()), text.attrib["style"]
    size = re.search(r"([\d.]+)px", style)
    assert size is not None
    height, bold = float(size[1]), bool(re.search(r"font: (bold|700)", style))
    width = width_px(words, height, bold=bold)
    x, y = float(text.attrib["x"]), float(text.attrib["y"])
    back = {"end": 1.0, "middle": 0.5, "start": 0.0}
    anchor = re.search(r"text-anchor: (\w+)", style)
    assert anchor is not None
    left = x - back[anchor[1]] * width
    return Box(words, left, left + width, y - 0.8 * height, y + 0.2 * height)
