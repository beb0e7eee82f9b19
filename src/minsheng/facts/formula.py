"""The formulas behind computed numbers, each named once and written out for readers."""

from collections.abc import Mapping
from enum import StrEnum

from minsheng.language import _


class Formula(StrEnum):
    """How a number that no source prints follows from figures that one does."""

    COMPLETION = "completion"
    GAP = "gap"
    EVEN_SPREAD = "even_spread"
    FLIP = "flip"
    BASE = "base"
    AMBITION = "ambition"
    RATIO = "ratio"
    RATIO_A_YEAR_EARLIER = "ratio_a_year_earlier"
    CHANGE_OF_RATIO = "change_of_ratio"
    COUNT = "count"


FORMULAS: Mapping[Formula, str] = {
    Formula.COMPLETION: _("reported ÷ target × 100"),
    Formula.GAP: _("the distance between reported and target"),
    Formula.EVEN_SPREAD: _("reported ÷ target × 100 ÷ share of the year that the figure covers"),
    Formula.FLIP: _("the smallest whole change of the reported number that changes the result"),
    Formula.BASE: _("reported ÷ (1 + growth ÷ 100)"),
    Formula.AMBITION: _("target × (1 + growth ÷ 100) ÷ reported × 100"),
    Formula.RATIO: _("the first figure ÷ the second"),
    Formula.RATIO_A_YEAR_EARLIER: _(
        "first ÷ (1 + its growth ÷ 100), divided by second ÷ (1 + its growth ÷ 100)"
    ),
    Formula.CHANGE_OF_RATIO: _(
        "(1 + growth of the first ÷ 100) ÷ (1 + growth of the second ÷ 100)"
    ),
    Formula.COUNT: _("counted by this book"),
}
