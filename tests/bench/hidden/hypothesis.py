"""Stands before the package of this name, which only tests bring in and pandera then imports."""

raise ImportError("hidden from the bench")
