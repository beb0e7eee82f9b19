"""Pure functions from pairs of figures to small frozen results: completion, growth, ratios."""

from minsheng.measures.completion import Completion, complete, even_spread_pct
from minsheng.measures.growth import Growth, grow, growth_over_editions
from minsheng.measures.ratio import Ratio, declared_ratios, divide, refused_ratios
from minsheng.measures.share import Share, share_of_year, shares_of_year

__all__ = [
    "Completion",
    "Growth",
    "Ratio",
    "Share",
    "complete",
    "declared_ratios",
    "divide",
    "even_spread_pct",
    "grow",
    "growth_over_editions",
    "refused_ratios",
    "share_of_year",
    "shares_of_year",
]
