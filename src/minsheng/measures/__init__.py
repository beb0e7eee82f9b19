"""Pure functions from figures to small frozen results: completion, even spread, ratios."""

from minsheng.measures.completion import Completion, complete, even_spread_pct
from minsheng.measures.ratio import Ratio, declared_ratios

__all__ = ["Completion", "Ratio", "complete", "declared_ratios", "even_spread_pct"]
