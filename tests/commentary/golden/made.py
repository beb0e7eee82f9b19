"""Made-up editions: the figures of one promise, judged by the library as any others."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from minsheng.comparability import Comparing, Pair, compare
from minsheng.data import Claim, Edition, Figure, Period, PromiseType, Role, Unit, View, load_book
from minsheng.verdict import Assessment, assess

EDITION = load_book().edition(2023)
JOBS, DISTRICTS, FAMILIES, GRADUATES = (
    "urban_new_jobs",
    "gig_market_districts",
    "zero_employment_families",
    "jobless_graduates",
)
MONTHS, YEAR = "2023-01/2023-10", "2023"
TEMPLATE = EDITION.figures["2023.urban_new_jobs.actual"]
UNITS = {JOBS: Unit.PERSON, DISTRICTS: Unit.DISTRICT, GRADUATES: Unit.PERSON}


def figure(
    printed: str,
    role: Role = Role.ACTUAL,
    *,
    measure: str = JOBS,
    period: str = MONTHS,
    **context: Any,
) -> Figure:
    """Make a figure: persons of January to October, unless `context` says otherwise."""
    rate = role in (Role.YOY_PCT, Role.COMPLETION_PCT, Role.COVERAGE_PCT)
    unit = context.pop("unit", Unit.PERCENT if rate else UNITS.get(measure, Unit.PERSON))
    return replace(
        TEMPLATE,
        figure_id=f"2023.{measure}.{role}",
        measure=measure,
        role=role,
        printed=printed,
        scale=context.pop("scale", 1),
        period=Period.parse(period) if period else None,
        unit=unit,
        unit_read=unit,
        **context,
    )


def target(printed: str, *, measure: str = JOBS, **context: Any) -> Figure:
    """Make a target for the year."""
    return figure(printed, Role.TARGET, measure=measure, **{"period": YEAR, **context})


def view(
    figures: Iterable[Figure],
    *,
    measure: str = JOBS,
    claim: Claim | None = None,
    kind: PromiseType | None = None,
) -> View:
    """Make an edition of one promise and return the overview's view of it."""
    promise = next(each for each in EDITION.promises if each.measure == measure)
    promise = replace(promise, claim=claim, type=kind or promise.type)
    made: Edition = replace(
        EDITION, figures={each.figure_id: each for each in figures}, promises=(promise,)
    )
    return made.view("overview")


def judged(*figures: Figure, measure: str = JOBS, **promise: Any) -> Assessment:
    """Judge a made-up promise."""
    return assess(view(figures, measure=measure, **promise), measure)


def paired(comparing: Comparing, first: Figure, second: Figure) -> Pair:
    """Pair two figures as the guard does; they must be a sound pair."""
    pair = compare(EDITION.catalogue, comparing, first, second)
    assert isinstance(pair, Pair), pair
    return pair
