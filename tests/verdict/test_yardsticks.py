"""The yardsticks of others: their sources' own examples, and where they break down here."""

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

import pytest

from minsheng.data import Breakdown, Claim, Direction, Figure, Period, PromiseType, load_book
from minsheng.indicators import Promised
from minsheng.measures import complete
from minsheng.quantity import Interval
from minsheng.verdict import Assessment, assess, measure, measure_all
from minsheng.verdict.course import Course, class_of
from minsheng.verdict.yardstick import change_class

BOOK = load_book()
YARDSTICKS = BOOK.rules.yardsticks
OPEN_SDG, EUROSTAT = YARDSTICKS["open_sdg"], YARDSTICKS["eurostat"]
VIEW = BOOK.edition(2023).whole()
JOBS, DISABLED = assess(VIEW, "urban_new_jobs"), assess(VIEW, "disabled_employment")
GROWING = ("open_sdg", "eurostat")


def course(
    base: str, current: str, target: str | None, *, year: int = 1, target_year: int = 1,
    rising: bool = True,
) -> Course:  # fmt: skip
    return Course(
        Fraction(base), 0, Fraction(current), year,
        None if target is None else Fraction(target), target_year, rising,
    )  # fmt: skip


def result(key: str, judged: Assessment) -> tuple[str | None, tuple[Breakdown, ...]]:
    found = measure(key, YARDSTICKS[key], judged)
    return found.result, found.breakdowns


# --- nothing is a yardstick without a citation --------------------------------------------------


def test_every_yardstick_names_a_source_and_a_place() -> None:
    sources = {each.source_id for each in BOOK.sources}
    assert set(YARDSTICKS) == {"attainment", "schedule", "open_sdg", "eurostat", "scotland"}
    assert all(each.source in sources and each.locator for each in YARDSTICKS.values())


# --- the sources' own examples ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("share", "expected"),
    [
        ("1", "on_track"), ("0.95", "on_track"), ("0.9499", "acceleration_needed"),
        ("0.6", "acceleration_needed"), ("0.5999", "limited_progress"),
        ("0", "limited_progress"), ("-0.0001", "deterioration"),
    ],
)  # fmt: skip
def test_statistics_canada_with_a_target(share: str, expected: str) -> None:
    """The table of the source: R at least 95, 60 and 0 %; here 100 is to grow to 200 in a year."""
    reached = str(100 + 100 * Fraction(share))
    if share != "1":
        assert class_of(OPEN_SDG, course("100", reached, "200")) == (expected, None)
    twice = course("100", reached, "400", year=1, target_year=2)
    assert class_of(OPEN_SDG, twice) == (expected, None)


@pytest.mark.parametrize(
    ("growth", "expected"),
    [
        ("0.015", "on_track"), ("0.01499", "acceleration_needed"), ("0.005", "acceleration_needed"),
        ("0.00499", "limited_progress"), ("0", "limited_progress"), ("-0.0001", "deterioration"),
    ],
)  # fmt: skip
def test_statistics_canada_without_a_target(growth: str, expected: str) -> None:
    for years in (1, 5):
        later = str(100 * (1 + Fraction(growth)) ** years)
        assert class_of(OPEN_SDG, course("100", later, None, year=years)) == (expected, None)


def test_the_examples_of_open_sdg() -> None:
    """Its tests hold two indicators: one to fall without a target, and one to fall to zero."""
    rose = Course(Fraction(100), 2020, Fraction(120), 2021, None, 2030, rising=False)
    assert class_of(OPEN_SDG, rose) == ("deterioration", None)
    zero = Course(Fraction("1.55"), 2015, Fraction("1.82"), 2019, Fraction(0), 2030, rising=False)
    assert class_of(OPEN_SDG, zero) == ("deterioration", None)
    fell = replace(zero, current=Fraction("1.27"))
    assert class_of(OPEN_SDG, fell) == ("limited_progress", None)


@pytest.mark.parametrize(
    ("growth", "expected"),
    [
        ("0.01", "significant_progress"), ("0.00999", "moderate_progress"),
        ("0.001", "moderate_progress"), ("0.00099", "no_progress"), ("-0.001", "no_progress"),
        ("-0.00101", "moderate_deterioration"), ("-0.01", "moderate_deterioration"),
        ("-0.01001", "significant_deterioration"),
    ],
)  # fmt: skip
def test_eurostat_without_a_target(growth: str, expected: str) -> None:
    later = str(100 * (1 + Fraction(growth)))
    assert class_of(EUROSTAT, course("100", later, None)) == (expected, None)


@pytest.mark.parametrize(
    ("reached", "expected"),
    [
        ("200", "significant_progress"), ("195", "significant_progress"),
        ("194", "moderate_progress"), ("160", "moderate_progress"),
        ("159", "moderate_deterioration"), ("100", "moderate_deterioration"),
        ("99", "significant_deterioration"),
    ],
)  # fmt: skip
def test_eurostat_with_a_target(reached: str, expected: str) -> None:
    assert class_of(EUROSTAT, course("100", reached, "200")) == (expected, None)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ("0.1", "improving"), ("0.0999", "maintaining"), ("-0.0999", "maintaining"),
        ("-0.1", "worsening"),
    ],
)  # fmt: skip
def test_scotland_on_economic_growth(change: str, expected: str) -> None:
    """The source's example: 0.1 percentage points above or below the average before."""
    assert change_class(Interval.exactly(Fraction(change)), Fraction("0.1")) == expected


def test_a_change_on_both_sides_of_the_criterion_has_no_class() -> None:
    assert (
        change_class(Interval.from_ends(Fraction("0.05"), Fraction("0.15")), Fraction("0.1"))
        is None
    )


# --- on these data ------------------------------------------------------------------------------


def test_new_urban_jobs_of_2023() -> None:
    assert [
        (each.yardstick, each.result, each.breakdowns) for each in measure_all(YARDSTICKS, JOBS)
    ] == [
        ("attainment", "reached", ()),
        ("schedule", "on_schedule", ()),
        ("open_sdg", "target_achieved", (Breakdown.TARGET_BELOW_BASE,)),
        ("eurostat", "significant_progress", (Breakdown.TARGET_BELOW_BASE,)),
        ("scotland", None, (Breakdown.NO_CRITERION,)),
    ]


def test_a_promise_without_an_earlier_value() -> None:
    assert result("attainment", DISABLED) == ("reached", ())
    assert result("schedule", DISABLED) == ("on_schedule", ())
    for key in (*GROWING, "scotland"):
        assert result(key, DISABLED) == (None, (Breakdown.NO_EARLIER_VALUE,))


@pytest.mark.parametrize("key", YARDSTICKS)
@pytest.mark.parametrize(
    ("name", "breakdown"),
    [
        ("zero_employment_families", Breakdown.ZERO_TARGET),
        ("gig_market_districts", Breakdown.COVERAGE),
        ("jobless_graduates", Breakdown.COVERAGE),
    ],
)
def test_zero_targets_and_coverage_have_no_class(key: str, name: str, breakdown: Breakdown) -> None:
    assert result(key, assess(VIEW, name)) == (None, (breakdown,))


def altered(judged: Assessment, **changes: object) -> Assessment:
    return replace(judged, promised=replace(judged.promised, **changes))  # type: ignore[arg-type]


BROKEN: dict[str, tuple[str, Callable[[Promised], Assessment], Breakdown]] = {
    "a target of zero in figures": (
        "attainment",
        lambda own: altered(JOBS, target=reprinted(own.target, "0"), completion=None),
        Breakdown.ZERO_TARGET,
    ),
    "a claim of all": (
        "open_sdg",
        lambda own: altered(JOBS, promise=replace(own.promise, claim=Claim.ALL)),
        Breakdown.COVERAGE,
    ),
    "yes or no": (
        "eurostat",
        lambda own: altered(JOBS, promise=replace(own.promise, type=PromiseType.YES_NO)),
        Breakdown.COVERAGE,
    ),
    "nothing reported": (
        "schedule",
        lambda _own: altered(JOBS, actual=None, completion=None),
        Breakdown.NOT_PUBLISHED,
    ),
    "no target, for attainment": (
        "attainment",
        lambda _own: altered(JOBS, target=None, completion=None),
        Breakdown.NO_TARGET,
    ),
    "no target, for the schedule": (
        "schedule",
        lambda _own: altered(JOBS, target=None, completion=None),
        Breakdown.NO_TARGET,
    ),
    "months not stated": (
        "schedule",
        lambda _own: replace(JOBS, even_spread_pct=None),
        Breakdown.NO_MONTHS,
    ),
}


def reprinted(figure: Figure | None, printed: str, **changes: object) -> Figure:
    assert figure is not None
    return replace(figure, printed=printed, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", BROKEN)
def test_breakdown(name: str) -> None:
    key, alter, breakdown = BROKEN[name]
    assert result(key, alter(JOBS.promised)) == (None, (breakdown,))


def over(actual: str, growth: str, *, whole_year: bool, target: str = "20") -> Assessment:
    """Return new urban jobs with other figures, over ten months or over the whole year."""
    own, base = JOBS.promised, JOBS.base
    done = own.completion
    assert done is not None
    assert base is not None
    period = Period.parse("2023") if whole_year else done.actual.period
    now, goal = reprinted(done.actual, actual, period=period), reprinted(done.target, target)
    rate = reprinted(own.growth, growth, period=period)
    compared = complete(replace(done.pair, first=now, second=goal))
    earlier = period.year_earlier() if period is not None else base.period
    value = now.enclosure() / (rate.enclosure() / 100 + 1)
    base = replace(base, value=value, inputs=(now, rate), period=earlier)
    changed = altered(JOBS, actual=now, target=goal, growth=rate, completion=compared)
    return replace(changed, base=base)


@pytest.mark.parametrize("key", GROWING)
def test_part_of_a_year_is_no_base_for_a_target_of_the_whole(key: str) -> None:
    assert result(key, over("19.90", "-8.30", whole_year=False)) == (
        None,
        (Breakdown.PART_OF_YEAR,),
    )


def test_a_target_below_the_year_before_turns_99_5_percent_of_it_into_a_fall() -> None:
    judged = over("19.90", "-8.30", whole_year=True)
    assert result("attainment", judged) == ("not_reached", ())
    assert result("open_sdg", judged) == ("deterioration", (Breakdown.TARGET_BELOW_BASE,))
    assert result("eurostat", judged) == (
        "significant_deterioration",
        (Breakdown.TARGET_BELOW_BASE,),
    )
    value = measure("open_sdg", OPEN_SDG, judged).value
    assert value is not None
    assert Fraction("-1.07") < value.low < value.high < Fraction("-1.05")  # type: ignore[operator]
    assert course("217000", "199000", "200000").share == Fraction(-18, 17)


def test_growth_short_of_a_target_above_the_year_before() -> None:
    assert result("open_sdg", over("19.95", "9.00", whole_year=True)) == ("on_track", ())
    assert result("open_sdg", over("19.00", "9.00", whole_year=True)) == ("acceleration_needed", ())
    assert result("eurostat", over("19.00", "9.00", whole_year=True)) == ("moderate_progress", ())


def test_figures_that_allow_two_classes_allow_none() -> None:
    found = measure("open_sdg", OPEN_SDG, over("19.91", "9.00", whole_year=True))
    assert (found.result, found.breakdowns) == (None, (Breakdown.UNDETERMINED,))
    reached = measure("open_sdg", OPEN_SDG, over("20.00", "9.00", whole_year=True))
    assert (reached.result, reached.breakdowns) == (None, (Breakdown.UNDETERMINED,))
    assert result("attainment", over("20.00", "9.00", whole_year=True)) == (
        None,
        (Breakdown.UNDETERMINED,),
    )


@pytest.mark.parametrize("key", GROWING)
def test_a_target_that_is_the_base(key: str) -> None:
    assert result(key, over("19.00", "-5.00", whole_year=True)) == (
        None,
        (Breakdown.TARGET_IS_BASE,),
    )
    assert class_of(YARDSTICKS[key], course("200", "190", "200")) == (
        None,
        Breakdown.TARGET_IS_BASE,
    )


@pytest.mark.parametrize("key", GROWING)
def test_a_base_of_the_target_year_divides_by_no_time(key: str) -> None:
    same = course("217000", "199000", "200000", target_year=0)
    assert class_of(YARDSTICKS[key], same) == (None, Breakdown.SAME_YEAR)
    now = replace(same, year=0)
    assert class_of(YARDSTICKS[key], now) == (None, Breakdown.NO_EARLIER_VALUE)


def test_a_zero_gets_the_stand_in_of_the_source_and_the_class_depends_on_it() -> None:
    families = course("40", "4", "0", rising=False)
    found = {
        stand_in: class_of(replace(OPEN_SDG, zero=Fraction(stand_in)), families)[0]
        for stand_in in ("0.001", "5")
    }
    assert found == {"0.001": "acceleration_needed", "5": "target_achieved"}
    assert class_of(replace(OPEN_SDG, zero=None), families) == (None, Breakdown.ZERO_TARGET)
    from_zero = course("0", "4", "10")
    assert class_of(OPEN_SDG, from_zero) == ("limited_progress", None)


def test_signs_that_differ_have_no_class_and_negative_values_turn_the_direction() -> None:
    assert class_of(OPEN_SDG, course("-5", "5", "10"))[0] is None
    assert class_of(OPEN_SDG, course("-10", "-9", None)) == ("on_track", None)


def test_the_direction_that_open_sdg_takes_by_default_turns_new_jobs_around() -> None:
    up = course("217000", "219900", None)
    assert class_of(OPEN_SDG, up) == ("acceleration_needed", None)
    assert class_of(OPEN_SDG, replace(up, rising=False)) == ("deterioration", None)


def test_growth_without_a_target() -> None:
    judged = altered(JOBS, target=None, completion=None)
    assert result("open_sdg", judged) == ("acceleration_needed", ())
    assert result("eurostat", judged) == ("significant_progress", ())


def test_a_criterion_would_give_a_class() -> None:
    scotland = replace(YARDSTICKS["scotland"], criteria={"urban_new_jobs": Fraction(1)})
    assert measure("scotland", scotland, JOBS).result == "improving"
    falling = altered(JOBS, measure=replace(JOBS.promised.measure, direction=Direction.DOWN))
    assert measure("scotland", scotland, falling).result == "worsening"
    close = replace(scotland, criteria={"urban_new_jobs": Fraction("1.34")})
    assert measure("scotland", close, JOBS).breakdowns == (Breakdown.UNDETERMINED,)
