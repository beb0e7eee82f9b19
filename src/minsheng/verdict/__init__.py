"""Judgements over results: evidence, state, and the distance to the next state."""

from minsheng.verdict.assessment import Assessment, assess
from minsheng.verdict.evidence import Evidence, evidence_of
from minsheng.verdict.flip import Flip, distance_to_flip
from minsheng.verdict.rule import Ruling, ruling
from minsheng.verdict.state import State, decide

__all__ = [
    "Assessment",
    "Evidence",
    "Flip",
    "Ruling",
    "State",
    "assess",
    "decide",
    "distance_to_flip",
    "evidence_of",
    "ruling",
]
