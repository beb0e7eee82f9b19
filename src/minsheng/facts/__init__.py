"""Numbers as a page shows them: in one language's form, each tied to the figures it rests on."""

from minsheng.facts.fact import Fact, How
from minsheng.facts.shown import (
    at_most_percent,
    between,
    capitalised,
    computed,
    counted,
    percent_between,
    printed_form,
    published,
)

__all__ = [
    "Fact",
    "How",
    "at_most_percent",
    "between",
    "capitalised",
    "computed",
    "counted",
    "percent_between",
    "printed_form",
    "published",
]
