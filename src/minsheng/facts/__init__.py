"""Numbers as a page shows them: in one language's form, each tied to the figures it rests on."""

from minsheng.facts.audited import (
    change_of_input,
    naive_percentage,
    passing_values,
    recomputed_percentage,
)
from minsheng.facts.fact import Fact, How
from minsheng.facts.formula import FORMULA_NAMES, FORMULAS, Formula
from minsheng.facts.results import (
    change_to_flip,
    completion_rate,
    even_spread,
    gap_size,
    most_of_base,
    ratio_before,
    ratio_change,
    ratio_value,
    recovered_base,
)
from minsheng.facts.shown import (
    HEDGES,
    as_printed,
    at_most_percent,
    between,
    capitalised,
    computed,
    counted,
    magnitude,
    percent_between,
    printed_form,
    published,
)

__all__ = [
    "FORMULAS",
    "FORMULA_NAMES",
    "HEDGES",
    "Fact",
    "Formula",
    "How",
    "as_printed",
    "at_most_percent",
    "between",
    "capitalised",
    "change_of_input",
    "change_to_flip",
    "completion_rate",
    "computed",
    "counted",
    "even_spread",
    "gap_size",
    "magnitude",
    "most_of_base",
    "naive_percentage",
    "passing_values",
    "percent_between",
    "printed_form",
    "published",
    "ratio_before",
    "ratio_change",
    "ratio_value",
    "recomputed_percentage",
    "recovered_base",
]
