"""Evaluate, year by year, how far Ningbo kept its livelihood promises on employment."""

__version__ = "0.1.0"
