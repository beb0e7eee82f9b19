"""Printed percentages tested against the figures printed beside them, with the rounding of each."""

from minsheng.audit.audit import Audit, audit, audit_context
from minsheng.audit.judging import Outcome, force, judge
from minsheng.audit.line import InputFlip, Line, line, outcome_of
from minsheng.audit.recomputed import Derivation, Missing, Recomputed
from minsheng.audit.relations import Finding, RelationLine

__all__ = [
    "Audit",
    "Derivation",
    "Finding",
    "InputFlip",
    "Line",
    "Missing",
    "Outcome",
    "Recomputed",
    "RelationLine",
    "audit",
    "audit_context",
    "force",
    "judge",
    "line",
    "outcome_of",
]
