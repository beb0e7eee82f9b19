"""What a source implies but never prints: bases behind growth rates and ratios a year earlier."""

from minsheng.recovery.base import Recovered, ambition, change_of_ratio, recover_base

__all__ = ["Recovered", "ambition", "change_of_ratio", "recover_base"]
