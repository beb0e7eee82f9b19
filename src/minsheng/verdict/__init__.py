"""Judgements over results: evidence, state, and the distance to the next state."""

from minsheng.data import Evidence, Ruling, State
from minsheng.verdict.assessment import Assessment, assess
from minsheng.verdict.evidence import evidence_of
from minsheng.verdict.flip import Flip, distance_to_flip
from minsheng.verdict.rule import Decided, rule_on
from minsheng.verdict.state import decide

__all__ = [
    "Assessment",
    "Decided",
    "Evidence",
    "Flip",
    "Ruling",
    "State",
    "assess",
    "decide",
    "distance_to_flip",
    "evidence_of",
    "rule_on",
]
