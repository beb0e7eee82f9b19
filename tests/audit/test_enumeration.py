"""The audit agrees with trying every value: on the published lines, near them, and on others."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit import enumeration
from audit.enumeration import Digits
from minsheng.audit import Line, audit, audit_context, outcome_of
from minsheng.audit.recomputed import DERIVATIONS, paired
from minsheng.comparability import Pair
from minsheng.data import Figure, Period, load_book

BOOK = load_book()
LINES = [
    each
    for year in BOOK.editions()
    if "audit" in BOOK.edition(year).chapters()
    for each in audit(BOOK.edition(year).view("audit")).tested
] + list(audit_context(BOOK).tested)
CHANGES = (-2, -1, 0, 1, 2)


def digits(figure: Figure) -> Digits:
    whole, _, behind = figure.printed.partition(".")
    step = 0 if figure.precision is None else int(figure.precision)
    return Digits(
        int(whole + behind), len(behind), figure.scale, exact=figure.role.is_exact, step=step
    )


def moved(figure: Figure, units: int) -> Figure:
    places = len(figure.printed.partition(".")[2])
    number = str(digits(figure).digits + units).zfill(places + 1)
    text = f"{number[:-places]}.{number[-places:]}" if places else number
    return replace(figure, printed=text)


def outcome(printed: Figure, first: Figure, second: Figure) -> str:
    derivation = DERIVATIONS[printed.role]
    pair = paired(BOOK.catalogue, derivation, first, (second,))
    assert isinstance(pair, Pair)
    return outcome_of(printed, derivation, pair)


def names(tested: Line) -> str:
    return tested.printed.figure_id


def test_there_are_lines_to_test() -> None:
    assert {each.printed.figure_id for each in LINES} >= {
        "2023.urban_new_jobs.completion_pct",
        "2023.disabled_employment.completion_pct",
    }


@pytest.mark.parametrize("tested", LINES, ids=names)
@pytest.mark.parametrize("place", [0, 1, 2])
@pytest.mark.parametrize("units", CHANGES)
def test_outcomes_near_the_published_ones(tested: Line, place: int, units: int) -> None:
    figures = [*tested.inputs, tested.printed]
    figures[place] = moved(figures[place], units)
    first, second, printed = figures
    expected = enumeration.outcome(
        tested.derivation, digits(printed), digits(first), digits(second)
    )
    assert outcome(printed, first, second) == expected


@pytest.mark.parametrize("tested", LINES, ids=names)
def test_force_and_flip(tested: Line) -> None:
    first, second = map(digits, tested.inputs)
    printed = digits(tested.printed)
    assert tested.force == enumeration.force(tested.derivation, printed, first, second)
    place, units, outcome = enumeration.flip(tested.derivation, printed, (first, second))
    assert tested.flip is not None
    assert (tested.flip.figure, tested.flip.units) == (tested.inputs[place], units)
    assert tested.flip.outcome == outcome


FIGURES = BOOK.edition(2023).figures
ACTUAL = FIGURES["2023.urban_new_jobs.actual"]
TARGET = FIGURES["2023.urban_new_jobs.target"]
RATE = FIGURES["2023.urban_new_jobs.completion_pct"]
GROWTH = FIGURES["2023.urban_new_jobs.yoy_pct"]


def decimal(number: int, places: int) -> str:
    text = str(number).zfill(places + 1)
    return f"{text[:-places]}.{text[-places:]}" if places else text


@settings(max_examples=200)
@given(st.integers(1, 400), st.integers(1, 300), st.integers(-3, 3), st.integers(0, 2))
def test_counts_over_a_target(actual: int, target: int, off: int, places: int) -> None:
    near = actual * 100 * 10**places // target + off
    printed = replace(RATE, printed=decimal(max(near, 1), places))
    first = replace(ACTUAL, printed=str(actual), scale=1)
    second = replace(TARGET, printed=str(target), scale=1)
    expected = enumeration.outcome("completion", digits(printed), digits(first), digits(second))
    assert outcome(printed, first, second) == expected


@settings(max_examples=100)
@given(st.integers(20, 400), st.integers(20, 300), st.integers(-3, 3), st.integers(0, 1))
def test_growth_on_a_base(actual: int, base: int, off: int, places: int) -> None:
    near = (actual - base) * 100 * 10**places // base + off
    if near < 0:
        actual, base, near = base, actual, -near
    printed = replace(GROWTH, printed=decimal(near, places))
    first = replace(ACTUAL, printed=decimal(actual, 2), scale=10_000)
    second = replace(first, printed=decimal(base, 2), period=Period.parse("2022-01/2022-10"))
    expected = enumeration.outcome("growth", digits(printed), digits(first), digits(second))
    assert outcome(printed, first, second) == expected
