"""Charts in one house style, as inline SVG with real text, each with its data in words."""

from minsheng.charts.audit import Tested, audit_chart
from minsheng.charts.bullet import completion_chart
from minsheng.charts.chart import Chart, Item, Mark
from minsheng.charts.dumbbell import Change, change_chart
from minsheng.charts.glance import glance_chart
from minsheng.charts.places import places_chart
from minsheng.charts.standalone import picture, standalone
from minsheng.charts.style import house_style
from minsheng.charts.svg import MissingGlyph, inline_svg, read_fonts
from minsheng.charts.timeline import Course, Step, timeline_chart
from minsheng.charts.years import years_chart

__all__ = [
    "Change",
    "Chart",
    "Course",
    "Item",
    "Mark",
    "MissingGlyph",
    "Step",
    "Tested",
    "audit_chart",
    "change_chart",
    "completion_chart",
    "glance_chart",
    "house_style",
    "inline_svg",
    "picture",
    "places_chart",
    "read_fonts",
    "standalone",
    "timeline_chart",
    "years_chart",
]
