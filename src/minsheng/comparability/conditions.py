"""The conditions that two figures must keep before anything is computed from both."""

from collections.abc import Callable
from enum import StrEnum

from minsheng.data import Figure, Period

Check = Callable[[Figure, Figure], bool]


class Condition(StrEnum):
    """The condition that a refused pair fails."""

    NOT_DECLARED = "not_declared"
    SCOPE = "scope"
    MEASURE = "measure"
    REGION = "region"
    UNIT = "unit"
    KIND = "kind"
    PERIOD = "period"
    YEAR = "year"
    MONTHS = "months"
    YEAR_BEFORE = "year_before"
    WHOLE_YEAR = "whole_year"
    ZERO = "zero"


def same_measure(first: Figure, second: Figure) -> bool:
    """Tell whether both are figures of one measure."""
    return first.measure == second.measure


def same_region(first: Figure, second: Figure) -> bool:
    """Tell whether both are about one region."""
    return first.region == second.region


def same_unit(first: Figure, second: Figure) -> bool:
    """Tell whether both are read in one unit."""
    return first.unit_read is second.unit_read


def same_kind(first: Figure, second: Figure) -> bool:
    """Tell whether both count over time in the same way: a flow with a flow."""
    return first.kind is second.kind


def same_period(first: Figure, second: Figure) -> bool:
    """Tell whether both are about one period; two that no source states count as one."""
    return first.period == second.period


def same_year(first: Figure, second: Figure) -> bool:
    """Tell whether both belong to one calendar year."""
    if first.period is None or second.period is None:
        return False
    return first.period.year == second.period.year


def same_months(first: Figure, second: Figure) -> bool:
    """Tell whether both cover the same months of two different years."""
    if first.period is None or second.period is None:
        return False
    months = _months(first.period)
    other_years = first.period.year != second.period.year
    return other_years and months is not None and months == _months(second.period)


def months_a_year_before(first: Figure, second: Figure) -> bool:
    """Tell whether the second covers the same months as the first, one year before."""
    if first.period is None or first.period.start is None:
        return False
    return first.period.year_earlier() == second.period


def year_before(first: Figure, second: Figure) -> bool:
    """Tell whether the second covers the calendar year before that of the first, or part of it."""
    if first.period is None or second.period is None:
        return False
    return first.period.is_whole_year and first.period.year == second.period.year + 1


def part_of_year(first: Figure, second: Figure) -> bool:
    """Tell whether the first covers the first months of the year that the second covers whole."""
    if first.period is None or second.period is None or not second.period.is_whole_year:
        return False
    return first.period.start == second.period.start and first.period.end < second.period.end


def not_zero(first: Figure, second: Figure) -> bool:
    """Tell whether the second can stand below the line: it is not printed as zero."""
    del first
    return second.value != 0


def _months(period: Period) -> tuple[int, int, int] | None:
    """Return the months covered, by number, with the years between; `None` without a start."""
    if period.start is None:
        return None
    return (period.start.month, period.end.month, period.end.year - period.start.year)
