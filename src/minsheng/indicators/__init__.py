"""What is published about each promise, brought together."""

from minsheng.indicators.promised import Incomparable, Promised, gather

__all__ = ["Incomparable", "Promised", "gather"]
