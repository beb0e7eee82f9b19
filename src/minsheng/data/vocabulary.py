"""The closed vocabularies of the data contract, each word with its meaning."""

from enum import StrEnum


class Kind(StrEnum):
    """What a figure counts over time."""

    FLOW = "flow"
    STOCK = "stock"
    CUMULATIVE = "cumulative"
    RATE = "rate"
    AWARD = "award"
    CRITERION = "criterion"


class Role(StrEnum):
    """What a figure says of its measure."""

    TARGET = "target"
    ACTUAL = "actual"
    YOY_PCT = "yoy_pct"
    COMPLETION_PCT = "completion_pct"
    COVERAGE_PCT = "coverage_pct"
    CRITERION = "criterion"
    AWARD = "award"

    @property
    def is_derived(self) -> bool:
        """Whether the source computed the figure from others."""
        return self in (Role.YOY_PCT, Role.COMPLETION_PCT, Role.COVERAGE_PCT)

    @property
    def is_exact(self) -> bool:
        """Whether a figure in this role is set, not measured."""
        return self in (Role.TARGET, Role.CRITERION, Role.AWARD)


class PeriodBasis(StrEnum):
    """Where a figure's period comes from."""

    STATED = "stated"
    INFERRED = "inferred"
    NOT_STATED = "not_stated"


class Unit(StrEnum):
    """What is counted, as printed. Different units never add or divide silently."""

    PERSON = "person"
    PERSON_TIME = "person_time"
    FAMILY = "family"
    ENTERPRISE = "enterprise"
    FACILITY = "facility"
    INSTITUTION = "institution"
    DISTRICT = "district"
    POST = "post"
    POST_TIME = "post_time"
    ENTITY_TIME = "entity_time"
    POSTING = "posting"
    POLICY_ITEM = "policy_item"
    PROJECT = "project"
    TEAM = "team"
    EVENT = "event"
    COURSE = "course"
    ACTION = "action"
    YUAN = "yuan"
    PERCENT = "percent"
    POINT = "point"
    RATIO = "ratio"

    @property
    def is_count(self) -> bool:
        """Whether only whole numbers of the unit exist."""
        return self not in (Unit.YUAN, Unit.PERCENT, Unit.POINT, Unit.RATIO)


class PromiseType(StrEnum):
    """What kind of thing was promised."""

    QUANTITY = "quantity"
    COVERAGE = "coverage"
    DYNAMIC_CLEARANCE = "dynamic_clearance"
    YES_NO = "yes_no"
    QUALITATIVE = "qualitative"


class Claim(StrEnum):
    """What a source claims of a promise in words."""

    ASSERTED = "asserted"
    ALL = "all"


class Grade(StrEnum):
    """Who published a source: an official body, established media, or a repost."""

    OFFICIAL = "A"
    MEDIA = "B"
    REPOST = "C"


class Extent(StrEnum):
    """How much of a source this book takes: every number, or what concerns the promises."""

    WHOLE = "whole"
    PART = "part"


class Verification(StrEnum):
    """Who has seen that a figure is so."""

    SELF_REPORTED = "self_reported"
    SEEN_ON_SITE = "seen_on_site"
    INDEPENDENT = "independent"


class EditionStatus(StrEnum):
    """How much of an edition has been published."""

    EVALUATED = "evaluated"
    PARTIAL = "partial"
    ANNOUNCED = "announced"


class Opinion(StrEnum):
    """The official opinions in use."""

    SATISFIED = "satisfied"
    BASICALLY_SATISFIED = "basically_satisfied"
    NOT_SATISFIED = "not_satisfied"


class Direction(StrEnum):
    """Which way is better, where the book may say so."""

    UP = "up"
    DOWN = "down"
    NONE = "none"


class RecommendationKind(StrEnum):
    """A problem that a report names, or a measure that it recommends."""

    PROBLEM = "problem"
    MEASURE = "measure"


class SupervisionKind(StrEnum):
    """What a supervision group did."""

    GROUP = "group"
    PLAN = "plan"
    VISIT = "visit"
    MEETING = "meeting"
    LIAISON = "liaison"
    PUBLICITY = "publicity"


class ComparisonKind(StrEnum):
    """What the catalogue may declare sound to compute.

    `base`: the base recovered from one edition's growth rate against the figure that another
    printed for the same months. `series`: figures of several years over the same months.
    `ambition`: a target over what was reached in the calendar year before. `part_of_year`: the
    first months of a year over the whole year.
    """

    COMPLETION = "completion"
    GROWTH = "growth"
    RATIO = "ratio"
    BASE = "base"
    SERIES = "series"
    AMBITION = "ambition"
    PART_OF_YEAR = "part_of_year"


class Nature(StrEnum):
    """Whether a relation between measures holds by definition or is only to be expected."""

    DEFINITIONAL = "definitional"
    PLAUSIBLE = "plausible"


class Form(StrEnum):
    """How parts relate to a whole: none exceeds it, or together they are it."""

    AT_MOST = "at_most"
    SUM = "sum"


class Requirement(StrEnum):
    """What an edition must hold for a chapter to exist.

    A figure or promise that it reads; and besides, an evaluation, or a percentage that a source
    worked out.
    """

    FIGURES = "figures"
    PERCENTAGE = "percentage"
    EVALUATION = "evaluation"


class DiscrepancyStatus(StrEnum):
    """Whether a contradiction within or between sources still stands."""

    OPEN = "open"
    EXPLAINED = "explained"
    CORRECTED = "corrected"


class NumeralKind(StrEnum):
    """What a printed number is where it is no figure of this book.

    `parts` counts the parts of the text itself; `not_taken` is a figure that this book leaves out.
    """

    NAME = "name"
    ORDINAL = "ordinal"
    DATE = "date"
    PARTS = "parts"
    NOT_TAKEN = "not_taken"
