"""Charts in one house style, as inline SVG with real text."""

from minsheng.charts.bullet import completion_chart
from minsheng.charts.style import house_style
from minsheng.charts.svg import Chart, MissingGlyph, inline_svg

__all__ = ["Chart", "MissingGlyph", "completion_chart", "house_style", "inline_svg"]
