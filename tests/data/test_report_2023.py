"""The figures of 2023 agree with a second table, typed from the report by another hand."""

import csv

import pytest

from minsheng import paths
from minsheng.data import Figure, load_book

SECOND = paths.ROOT / "tests/data/report_2023.csv"


def second_table() -> list[dict[str, str]]:
    with SECOND.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def both() -> list[tuple[Figure, dict[str, str]]]:
    figures = load_book().edition(2023).figures.values()
    return list(zip(figures, second_table(), strict=True))


def test_there_are_57() -> None:
    assert len(both()) == 57


@pytest.mark.parametrize(
    ("figure", "typed"), both(), ids=lambda each: getattr(each, "figure_id", "")
)
def test_each_agrees(figure: Figure, typed: dict[str, str]) -> None:
    period = figure.period.text if figure.period else ""
    assert (figure.printed, str(figure.scale)) == (typed["printed"], typed["scale"])
    assert str(figure.value.limit_denominator(10**6)) == str(type(figure.value)(typed["value"]))
    assert (figure.unit, figure.bound) == (typed["unit"], typed["bound"])
    assert (figure.kind, figure.role) == (typed["kind"], typed["role"])
    assert (period, figure.period_basis) == (typed["period"], typed["period_basis"])
    assert figure.locator == typed["locator"]
