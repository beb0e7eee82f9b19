"""The figures of the other years agree with a second table, typed by another hand."""

import csv
from fractions import Fraction

import pytest

from minsheng import paths
from minsheng.data import Figure, load_book

SECOND = paths.ROOT / "tests/data/other_years.csv"
BOOK = load_book()
HELD = {
    figure.figure_id: figure
    for figure in (*BOOK.figures, *BOOK.context)
    if figure.file != "data/figures/2023.csv"
}


def second_table() -> dict[str, dict[str, str]]:
    with SECOND.open(encoding="utf-8", newline="") as file:
        return {row["figure_id"]: row for row in csv.DictReader(file)}


def test_both_hold_the_same_figures() -> None:
    assert sorted(second_table()) == sorted(HELD)


@pytest.mark.parametrize("figure", HELD.values(), ids=HELD)
def test_each_agrees(figure: Figure) -> None:
    typed = second_table()[figure.figure_id]
    assert figure.value == Fraction(typed["value"])
    assert (figure.unit, figure.bound) == (typed["unit"], typed["bound"])
    assert figure.period is not None
    assert figure.period.text == typed["period"]


def test_every_source_stands_behind_something() -> None:
    used = {figure.source for figure in (*BOOK.figures, *BOOK.context)}
    used |= {promise.source for promise in BOOK.promises} | {vote.source for vote in BOOK.votes}
    rules = (*BOOK.rules.votes.values(), *BOOK.rules.yardsticks.values())
    used |= {rule.source for rule in rules}
    assert {source.source_id for source in BOOK.sources} == used
