"""Tables of facts and words: semantic HTML, and the same as plain text."""

from minsheng.tables.build import figures_table, promises_table, quality_table
from minsheng.tables.table import Cell, Heading, Table
from minsheng.tables.words import policies_table, recommendations_table, supervision_table

__all__ = [
    "Cell",
    "Heading",
    "Table",
    "figures_table",
    "policies_table",
    "promises_table",
    "quality_table",
    "recommendations_table",
    "supervision_table",
]
