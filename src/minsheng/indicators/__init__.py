"""What is published about each promise, brought together, in one edition and over the years."""

from minsheng.indicators.promised import Promised, gather
from minsheng.indicators.years import Year, years_of

__all__ = ["Promised", "Year", "gather", "years_of"]
