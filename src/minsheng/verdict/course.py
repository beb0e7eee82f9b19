"""A series from an earlier value to a later one and its target, put into a source's classes.

Method: Statistics Canada, *Progress Measurement for Canada's Sustainable Development Goals*, which
Open SDG took over; Eustat applies the classes of Eurostat to the same measure.
"""

from dataclasses import dataclass, replace
from fractions import Fraction

from minsheng.data import Breakdown, Class, Yardstick
from minsheng.verdict.growth import growth_side, share_side


@dataclass(frozen=True)
class Course:
    """An earlier value, a later one and what was to be reached by when; years are whole numbers.

    `target` is `None` where there is none; `rising` says that more is better.
    """

    base: Fraction
    base_year: int
    current: Fraction
    year: int
    target: Fraction | None
    target_year: int
    rising: bool

    @property
    def is_achieved(self) -> bool:
        """Whether the later value has reached the target."""
        if self.target is None:
            return False
        return self.current >= self.target if self.rising else self.current <= self.target

    @property
    def share(self) -> Fraction:
        """The growth as a share of the growth asked for, where both span one year."""
        if self.target is None:
            raise ValueError("there is no target")
        grown = self.current / self.base - 1
        asked = abs(self.target / self.base - 1)
        return (grown if self.rising else -grown) / asked


def class_of(yardstick: Yardstick, course: Course) -> tuple[str | None, Breakdown | None]:
    """Return the class of a course, or the reason why there is none.

    Zeros are replaced as the source replaces them. A base and a later value of opposite signs have
    no class, as in the source.
    """
    held = _without_zeros(course, yardstick.zero)
    if held.base == 0 or held.target == 0:
        return None, Breakdown.ZERO_TARGET
    if held.year - held.base_year < 1 or held.base * held.current < 0:
        return None, Breakdown.NO_EARLIER_VALUE
    if held.is_achieved:
        return yardstick.achieved, None
    if held.target is None:
        return _first(yardstick.without_target, held, None), None
    if held.target_year == held.base_year:
        return None, Breakdown.SAME_YEAR
    if held.target == held.base:
        return None, Breakdown.TARGET_IS_BASE
    return _first(yardstick.classes, held, held.target / held.base), None


def _without_zeros(course: Course, stand_in: Fraction | None) -> Course:
    if stand_in is None:
        return course
    base = course.base if course.base != 0 else stand_in
    target = stand_in if course.target == 0 else course.target
    return replace(course, base=base, target=target)


def _first(classes: tuple[Class, ...], course: Course, target: Fraction | None) -> str | None:
    """Return the first class whose bound the growth reaches, for the better."""
    better = 1 if course.rising == (course.base > 0) else -1
    ratio, years = course.current / course.base, course.year - course.base_year
    for each in classes:
        if each.at_least is None:
            return each.result
        bound = better * each.at_least
        if target is None:
            side = growth_side(ratio, years, bound)
        else:
            side = share_side(ratio, years, target, course.target_year - course.base_year, bound)
        if side * better >= 0:
            return each.result
    return None
