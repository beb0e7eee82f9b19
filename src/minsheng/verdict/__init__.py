"""Judgements over results: evidence, state, and the distance to the next state."""

from minsheng.data import Evidence, Ruling, State
from minsheng.verdict.assessment import Assessment, assess, assess_all, judge
from minsheng.verdict.evidence import evidence_of
from minsheng.verdict.flip import Flip, distance_to_flip
from minsheng.verdict.followed import Followed, Shown, followed
from minsheng.verdict.rule import Decided, rule_on
from minsheng.verdict.state import decide
from minsheng.verdict.vote import BackTest, Tally, ambiguous, back_test, follows_up_to, tally
from minsheng.verdict.yardstick import Measured, measure, measure_all

__all__ = [
    "Assessment",
    "BackTest",
    "Decided",
    "Evidence",
    "Flip",
    "Followed",
    "Measured",
    "Ruling",
    "Shown",
    "State",
    "Tally",
    "ambiguous",
    "assess",
    "assess_all",
    "back_test",
    "decide",
    "distance_to_flip",
    "evidence_of",
    "followed",
    "follows_up_to",
    "judge",
    "measure",
    "measure_all",
    "rule_on",
    "tally",
]
