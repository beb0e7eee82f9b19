"""The registers: contradictions with a guard, numbers that are no figures, excuses."""

import re

from minsheng.data import DiscrepancyStatus, Extent, NumeralKind, load_book

BOOK = load_book()
REPORT = "nbrd-2024-02-27"
NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")


def places(locator: str) -> int:
    return len(locator.split("; "))


def test_the_first_discrepancy_is_that_of_2016() -> None:
    first = BOOK.discrepancies[0]
    assert (first.figure_id, first.guard_printed) == ("2016.urban_new_jobs.actual", "189700")
    assert (first.printed_otherwise, first.status) == ("189,000", DiscrepancyStatus.OPEN)


def test_the_numbers_of_the_report_in_digits_are_figures_or_numerals() -> None:
    """Counted in the report: 85 numbers in digits, 58 of them printings of its 57 figures."""
    printings = sum(places(each.locator) for each in BOOK.figures if each.source == REPORT)
    others = [each for each in BOOK.numerals if each.source == REPORT]
    digits = sum(len(NUMBER.findall(each.printed)) * places(each.locator) for each in others)
    assert (printings, digits) == (58, 27)


def test_what_a_whole_source_prints_is_not_left_out() -> None:
    extents = {source.source_id: source.extent for source in BOOK.sources}
    whole = {key for key, extent in extents.items() if extent is Extent.WHOLE}
    assert whole == {REPORT, "nbrb-2026-01-25"}
    left = {each.source for each in BOOK.numerals if each.kind is NumeralKind.NOT_TAKEN}
    assert left.isdisjoint(whole)


def test_the_names_with_digits_are_listed() -> None:
    printed = {each.printed for each in BOOK.numerals}
    assert {"1131", "24小时", "2023–2025年", "第十六届人民代表大会第三次会议"} <= printed
