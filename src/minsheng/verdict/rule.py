"""What this book's own rule makes of all promises of an edition together.

The rule is data (`data/rules.yml`): which states and which evidence count, how many promises it
takes, and why it may stay open. This module only applies it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from minsheng.data import OwnRule, Ruling, Step
from minsheng.verdict.assessment import Assessment


@dataclass(frozen=True)
class Decided:
    """The result of the rule, the step that decided, and the promises that this step counted.

    Where no step holds, `step` is `None`, `counted` are the promises that the last step counts, and
    `left_open` all others: the rule holds a reason in words for the state of each.
    """

    result: Ruling
    step: Step | None
    counted: tuple[Assessment, ...]
    left_open: tuple[Assessment, ...]
    asked: int
    """How many promises the rule was asked about."""


def rule_on(rule: OwnRule, results: Sequence[Assessment]) -> Decided:
    """Return what the states come to by a rule; of nothing promised no share can count."""
    for step in rule.steps:
        counted = _counted(step, results)
        if _holds(step, len(counted), len(results)):
            return Decided(step.result, step, counted, (), len(results))
    counted = _counted(rule.steps[-1], results)
    left = tuple(each for each in results if each not in counted)
    return Decided(rule.otherwise, None, counted, left, len(results))


def _counted(step: Step, results: Sequence[Assessment]) -> tuple[Assessment, ...]:
    return tuple(
        each for each in results if each.state in step.states and each.evidence in step.evidence
    )


def _holds(step: Step, counted: int, promised: int) -> bool:
    if step.at_least is not None:
        return counted >= step.at_least
    share = step.at_least_pct
    return share is not None and promised > 0 and Fraction(counted, promised) * 100 >= share
