"""What a source implies but never prints: bases, targets, closer actuals, ratios a year earlier."""

from minsheng.recovery.ambition import (
    ambition,
    ambition_elsewhere,
    ambition_over_recovered,
    change_of_ratio,
)
from minsheng.recovery.context import recover_context
from minsheng.recovery.found import actual_of, base_of, growth_of, recover_all, target_of
from minsheng.recovery.recovered import (
    Recovered,
    What,
    narrow_actual,
    recover_base,
    recover_target,
)

__all__ = [
    "Recovered",
    "What",
    "actual_of",
    "ambition",
    "ambition_elsewhere",
    "ambition_over_recovered",
    "base_of",
    "change_of_ratio",
    "growth_of",
    "narrow_actual",
    "recover_all",
    "recover_base",
    "recover_context",
    "recover_target",
    "target_of",
]
