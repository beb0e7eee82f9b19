"""Tables of facts and words: semantic HTML, and the same as plain text."""

from minsheng.tables.build import figures_table, promises_table, quality_table
from minsheng.tables.table import Cell, Heading, Table

__all__ = ["Cell", "Heading", "Table", "figures_table", "promises_table", "quality_table"]
