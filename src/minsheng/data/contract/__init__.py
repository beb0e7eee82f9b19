"""The data contract: every table of `data/`, column by column, written once.

The checks at load, `data/datapackage.json` and the data dictionary of the book are all made from
these definitions.
"""

from minsheng.data.contract.column import Column, Table
from minsheng.data.contract.published import (
    CONTEXT,
    EDITIONS,
    FIGURES,
    POLICIES,
    PROMISES,
    RECOMMENDATIONS,
    SOURCES,
    SUPERVISION,
    VOTES,
)
from minsheng.data.contract.register import DISCREPANCIES, EXCUSED, NUMERALS

TABLES = (
    FIGURES,
    CONTEXT,
    PROMISES,
    SOURCES,
    EDITIONS,
    POLICIES,
    RECOMMENDATIONS,
    SUPERVISION,
    VOTES,
    DISCREPANCIES,
    NUMERALS,
    EXCUSED,
)

__all__ = [
    "CONTEXT",
    "DISCREPANCIES",
    "EDITIONS",
    "EXCUSED",
    "FIGURES",
    "NUMERALS",
    "POLICIES",
    "PROMISES",
    "RECOMMENDATIONS",
    "SOURCES",
    "SUPERVISION",
    "TABLES",
    "VOTES",
    "Column",
    "Table",
]
