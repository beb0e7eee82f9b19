"""What may be set against what: refused unless declared, and only while the conditions hold."""

from minsheng.comparability.conditions import Condition
from minsheng.comparability.guard import Comparing, Pair, Refused, compare

__all__ = ["Comparing", "Condition", "Pair", "Refused", "compare"]
