"""Tables of facts and words: semantic HTML, and the same as plain text."""

from minsheng.tables.audit import audit_table, relations_table
from minsheng.tables.build import (
    agency_name,
    evidence_cell,
    figure_name,
    figures_table,
    promises_table,
    quality_table,
)
from minsheng.tables.cell import (
    Cell,
    Code,
    Keyed,
    Link,
    NoteNumber,
    Quoted,
    Said,
    Titled,
    Told,
)
from minsheng.tables.judged import VERIFICATIONS, ledger_table, opinions_table
from minsheng.tables.places import place, promise_text
from minsheng.tables.rule import own_rule_table
from minsheng.tables.table import DOWNLOADS, Heading, Table, csv_link, csv_text, headings
from minsheng.tables.votes import back_test_table, tallies_table, vote_rule_table
from minsheng.tables.words import (
    act_name,
    caveats_table,
    policies_table,
    recommendations_table,
    supervision_table,
)
from minsheng.tables.yardsticks import methods_table, yardsticks_table

__all__ = [
    "DOWNLOADS",
    "VERIFICATIONS",
    "Cell",
    "Code",
    "Heading",
    "Keyed",
    "Link",
    "NoteNumber",
    "Quoted",
    "Said",
    "Table",
    "Titled",
    "Told",
    "act_name",
    "agency_name",
    "audit_table",
    "back_test_table",
    "caveats_table",
    "csv_link",
    "csv_text",
    "evidence_cell",
    "figure_name",
    "figures_table",
    "headings",
    "ledger_table",
    "methods_table",
    "opinions_table",
    "own_rule_table",
    "place",
    "policies_table",
    "promise_text",
    "promises_table",
    "quality_table",
    "recommendations_table",
    "relations_table",
    "supervision_table",
    "tallies_table",
    "vote_rule_table",
    "yardsticks_table",
]
