"""What is published about each promise, brought together."""

from minsheng.indicators.promised import Promised, gather

__all__ = ["Promised", "gather"]
