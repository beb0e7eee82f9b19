"""The rules by which results are drawn together, a frozen copy of `data/rules.yml`.

The classes are the contract of that file: what it may hold is checked against them, and its JSON
Schema in the data package is made from them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated, ClassVar

from pydantic import BeforeValidator, ConfigDict, Field, StrictInt, WithJsonSchema

from minsheng.data.contract.column import KEY, LOCATOR_FORM
from minsheng.data.judgement import Evidence, Method, Ruling, State
from minsheng.data.model import Bilingual
from minsheng.data.vocabulary import Opinion
from minsheng.data.yaml_text import bilingual

NUMBER = "-?[0-9]+([./][0-9]+)?"


def _number(value: object) -> Fraction:
    """Read a whole number, or a decimal or fraction in quotation marks; YAML's floats are none."""
    if isinstance(value, bool) or not isinstance(value, int | str):
        raise ValueError("a number that is not whole must stand in quotation marks")
    if not re.fullmatch(NUMBER, str(value), re.ASCII):
        raise ValueError(f"{value!r} is no number")
    try:
        return Fraction(value)
    except (ValueError, ZeroDivisionError) as error:
        raise ValueError(f"{value!r} is no number") from error


Number = Annotated[
    Fraction,
    BeforeValidator(_number),
    WithJsonSchema({"type": ["integer", "string"], "pattern": f"^{NUMBER}$"}),
]
Key = Annotated[str, Field(pattern=rf"^{KEY}$")]
Text = Annotated[Bilingual, BeforeValidator(bilingual)]


class Closed:
    """A part of the file with exactly the keys that it declares."""

    __pydantic_config__: ClassVar = ConfigDict(extra="forbid", use_attribute_docstrings=True)


@dataclass(frozen=True)
class Step(Closed):
    """One step of the book's own rule: the result where enough promises count."""

    result: Ruling
    states: Annotated[tuple[State, ...], Field(min_length=1)]
    """A promise counts where it stands in one of these,"""
    evidence: Annotated[tuple[Evidence, ...], Field(min_length=1)]
    """on one of these."""
    at_least: Annotated[StrictInt, Field(ge=1)] | None = None
    """So many promises must count; or"""
    at_least_pct: Annotated[Number, Field(gt=0, le=100)] | None = None
    """so large a share of all must, in percent. One of the two is given."""


@dataclass(frozen=True)
class OwnRule(Closed):
    """What the states of all promises of an edition come to."""

    steps: Annotated[tuple[Step, ...], Field(min_length=1)]
    """Asked in this order; the first that holds decides."""
    otherwise: Ruling
    """The result where no step holds."""
    results: Mapping[Ruling, Text]
    """Every result in words."""
    reasons: Mapping[State, Text]
    """Why a promise in a state leaves the last step open, for every state."""


@dataclass(frozen=True)
class Condition(Closed):
    """Some of the votes, together, against a share of all members; one of the three is given."""

    votes: Annotated[tuple[Opinion, ...], Field(min_length=1)]
    at_least: Annotated[Number, Field(gt=0, le=1)] | None = None
    below: Annotated[Number, Field(gt=0, le=1)] | None = None
    at_most: Annotated[Number, Field(gt=0, le=1)] | None = None


@dataclass(frozen=True)
class Clause(Closed):
    """One clause of a body's rule: the opinion that holds where all conditions do."""

    opinion: Opinion
    when: Annotated[tuple[Condition, ...], Field(min_length=1)]


@dataclass(frozen=True)
class VoteRule(Closed):
    """The rule of a body that voted, as that body printed it."""

    body: Text
    source: str
    """Key of the source that prints it."""
    locator: Annotated[str, Field(pattern=LOCATOR_FORM)]
    """Where in the source."""
    clauses: Annotated[tuple[Clause, ...], Field(min_length=1)]


@dataclass(frozen=True)
class Class(Closed):
    """One class of a yardstick: the result for a value that reaches `at_least`."""

    result: Key
    at_least: Number | None = None
    """Missing for the last class, which takes what is left."""


@dataclass(frozen=True)
class Yardstick(Closed):
    """How a source puts indicators into classes, as it prints it."""

    name: Text
    method: Method
    source: str
    """Key of the source that prints it: nothing is a yardstick without one."""
    locator: Annotated[str, Field(pattern=LOCATOR_FORM)]
    results: Mapping[Key, Text]
    """Every class in words."""
    classes: tuple[Class, ...] = ()
    """From the highest; for a growth, of its share in the growth that the target asks for."""
    without_target: tuple[Class, ...] = ()
    """For a growth a year where there is no target."""
    achieved: Key | None = None
    """The result where the target is reached, whatever the growth."""
    zero: Annotated[Number, Field(gt=0)] | None = None
    """What the source puts in the place of a zero, where it does."""
    criteria: Mapping[Key, Number] | None = None
    """The change that counts, in percentage points, by measure."""


@dataclass(frozen=True)
class Rules(Closed):
    """Every rule of the file."""

    own_rule: OwnRule
    votes: Mapping[Key, VoteRule]
    """The rules of bodies that voted, by key."""
    yardsticks: Mapping[Key, Yardstick]
    """The yardsticks of others, by key."""
