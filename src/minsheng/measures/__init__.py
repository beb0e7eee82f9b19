"""Pure functions from pairs of figures to small frozen results: completion, growth, ratios."""

from minsheng.measures.completion import Completion, complete, even_spread_pct
from minsheng.measures.growth import Growth, grow
from minsheng.measures.ratio import Ratio, declared_ratios, divide, refused_ratios

__all__ = [
    "Completion",
    "Growth",
    "Ratio",
    "complete",
    "declared_ratios",
    "divide",
    "even_spread_pct",
    "grow",
    "refused_ratios",
]
