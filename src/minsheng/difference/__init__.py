"""What differs between two editions, or between two states of the data on one edition."""

from minsheng.difference.change import Change, Compared, Difference, Kind, Nature
from minsheng.difference.editions import between_editions, without_year
from minsheng.difference.revisions import between_revisions

__all__ = [
    "Change",
    "Compared",
    "Difference",
    "Kind",
    "Nature",
    "between_editions",
    "between_revisions",
    "without_year",
]
