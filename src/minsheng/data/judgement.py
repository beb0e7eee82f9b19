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
