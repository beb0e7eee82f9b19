"""The formulas behind computed numbers, each named once and written out for readers."""

from collections.abc import Mapping
from enum import StrEnum

from minsheng.language import _


class Formula(StrEnum):
    """How a number that no source prints follows from figures that one does."""

    PRECISION = "precision"
    ENCLOSURE = "enclosure"
    COMPLETION = "completion"
    GAP = "gap"
    ELAPSED = "elapsed"
    EVEN_SPREAD = "even_spread"
    SPREAD_SO_FAR = "spread_so_far"
    FLIP = "flip"
    BASE = "base"
    TARGET = "target"
    NARROWED = "narrowed"
    AMBITION = "ambition"
    RATIO = "ratio"
    RATIO_A_YEAR_EARLIER = "ratio_a_year_earlier"
    CHANGE_OF_RATIO = "change_of_ratio"
    CHANGE_BY_RATIOS = "change_by_ratios"
    GROWTH = "growth"
    SHARE_OF_YEAR = "share_of_year"
    TARGET_OVER_YEAR_BEFORE = "target_over_year_before"
    INPUT_FLIP = "input_flip"
    VOTES = "votes"
    THRESHOLD = "threshold"
    COUNT = "count"


FORMULA_NAMES: Mapping[Formula, str] = {
    Formula.PRECISION: _("precision"),
    Formula.ENCLOSURE: _("range"),
    Formula.COMPLETION: _("completion"),
    Formula.GAP: _("distance from the target"),
    Formula.ELAPSED: _("time elapsed"),
    Formula.EVEN_SPREAD: _("completion against an even spread"),
    Formula.SPREAD_SO_FAR: _("even spread of the target"),
    Formula.FLIP: _("distance to another result"),
    Formula.BASE: _("base behind the growth rate"),
    Formula.TARGET: _("target behind the completion"),
    Formula.NARROWED: _("figure narrowed by its completion"),
    Formula.AMBITION: _("target against the base behind the growth rate"),
    Formula.RATIO: _("ratio"),
    Formula.RATIO_A_YEAR_EARLIER: _("ratio a year earlier"),
    Formula.CHANGE_OF_RATIO: _("change of the ratio"),
    Formula.CHANGE_BY_RATIOS: _("change between the ratios"),
    Formula.GROWTH: _("growth"),
    Formula.INPUT_FLIP: _("smallest change of an input"),
    Formula.SHARE_OF_YEAR: _("share of the year"),
    Formula.TARGET_OVER_YEAR_BEFORE: _("target against the year before"),
    Formula.VOTES: _("votes"),
    Formula.THRESHOLD: _("threshold"),
    Formula.COUNT: _("count"),
}
FORMULAS: Mapping[Formula, str] = {
    Formula.PRECISION: _("one unit of the last printed place, unless the row says otherwise"),
    Formula.ENCLOSURE: _("all values that would be printed so"),
    Formula.COMPLETION: _("reported ÷ target × 100"),
    Formula.GAP: _("the distance between reported and target"),
    Formula.ELAPSED: _("months that the figure covers ÷ 12"),
    Formula.EVEN_SPREAD: _("reported ÷ target × 100 ÷ share of the year that the figure covers"),
    Formula.SPREAD_SO_FAR: _("target × share of the year that the reported figure covers"),
    Formula.FLIP: _("the smallest whole change of the reported number that changes the result"),
    Formula.BASE: _("reported ÷ (1 + growth ÷ 100)"),
    Formula.TARGET: _("reported ÷ (completion ÷ 100)"),
    Formula.NARROWED: _("what the figure and its printed completion allow together"),
    Formula.AMBITION: _("target × (1 + growth ÷ 100) ÷ reported × 100"),
    Formula.RATIO: _("the first figure ÷ the second"),
    Formula.RATIO_A_YEAR_EARLIER: _(
        "first ÷ (1 + its growth ÷ 100), divided by second ÷ (1 + its growth ÷ 100)"
    ),
    Formula.CHANGE_OF_RATIO: _(
        "(1 + growth of the first ÷ 100) ÷ (1 + growth of the second ÷ 100)"
    ),
    Formula.CHANGE_BY_RATIOS: _("the ratio now ÷ the ratio a year earlier"),
    Formula.GROWTH: _("(reported ÷ base - 1) × 100"),
    Formula.INPUT_FLIP: _(
        "the smallest change of an input, in units of its last printed place, that changes it"
    ),
    Formula.SHARE_OF_YEAR: _("the first months ÷ the whole year × 100"),
    Formula.TARGET_OVER_YEAR_BEFORE: _("target ÷ reported for the year before × 100"),
    Formula.VOTES: _("as the body that voted printed them"),
    Formula.THRESHOLD: _("as the source of the yardstick prints it"),
    Formula.COUNT: _("counted by this book"),
}
