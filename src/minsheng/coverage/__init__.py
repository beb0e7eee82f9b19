"""The coverage meter: for every number of a source, what uses it, what tests it, or why nothing."""

from minsheng.coverage.editions import editions_coverage, require_coverage
from minsheng.coverage.meter import Covered, SourceCoverage, cover, unaccounted
from minsheng.coverage.uses import executed_notebooks, figures_shown, uses_of

__all__ = [
    "Covered",
    "SourceCoverage",
    "cover",
    "editions_coverage",
    "executed_notebooks",
    "figures_shown",
    "require_coverage",
    "unaccounted",
    "uses_of",
]
