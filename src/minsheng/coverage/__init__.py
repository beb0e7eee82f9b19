"""The coverage meter: for every number of a source, what uses it, what tests it, or why nothing."""

from minsheng.coverage.editions import REGISTER, editions_coverage, require_coverage
from minsheng.coverage.meter import Covered, SourceCoverage, cover, coverage_faults
from minsheng.coverage.tested import lines_by_figure
from minsheng.coverage.uses import executed_notebooks, figures_shown, uses_of

__all__ = [
    "REGISTER",
    "Covered",
    "SourceCoverage",
    "cover",
    "editions_coverage",
    "executed_notebooks",
    "figures_shown",
    "require_coverage",
    "lines_by_figure",
    "coverage_faults",
    "uses_of",
]
