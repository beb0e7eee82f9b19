"""The words of a judgement, which `data/rules.yml` uses: states, evidence, results."""

from enum import StrEnum


class State(StrEnum):
    """Where a promise stands at the cut-off; nothing here says `kept`."""

    NOT_PUBLISHED = "not_published"
    NOT_COMPARABLE = "not_comparable"
    NOT_COMPUTABLE = "not_computable"
    UNDETERMINED = "undetermined"
    ACHIEVED = "achieved"
    STATED_ACHIEVED = "stated_achieved"
    ASSERTED_ACHIEVED = "asserted_achieved"
    ON_SCHEDULE = "on_schedule"
    BEHIND = "behind"
    MISSED = "missed"


class Evidence(StrEnum):
    """How far a reader can recompute the result."""

    RECOMPUTABLE = "recomputable"
    STATED = "stated"
    ASSERTED = "asserted"
    NONE = "none"


class Ruling(StrEnum):
    """What all states come to by the book's own rule.

    It is no official opinion and takes none of its words.
    """

    REACHED = "reached"
    MISSED = "missed"
    OPEN = "open"


class Method(StrEnum):
    """What a yardstick sets against what.

    `attainment`: the actual against the target. `schedule`: the same against the share of the year
    elapsed. `growth`: growth since an earlier year against the growth that the target asks for.
    `change`: the change between the last two values against a criterion set for the indicator.
    """

    ATTAINMENT = "attainment"
    SCHEDULE = "schedule"
    GROWTH = "growth"
    CHANGE = "change"


class Breakdown(StrEnum):
    """Why a yardstick says nothing of a promise, or what its class hides."""

    NOT_PUBLISHED = "not_published"
    NOT_COMPARABLE = "not_comparable"
    ZERO_TARGET = "zero_target"
    COVERAGE = "coverage"
    NO_TARGET = "no_target"
    NO_MONTHS = "no_months"
    NO_EARLIER_VALUE = "no_earlier_value"
    SAME_YEAR = "same_year"
    TARGET_IS_BASE = "target_is_base"
    PART_OF_YEAR = "part_of_year"
    NO_CRITERION = "no_criterion"
    UNDETERMINED = "undetermined"
    TARGET_BELOW_BASE = "target_below_base"
