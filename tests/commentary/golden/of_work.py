"""Golden sentences about figures, ratios, refusals and growth: every unit, bound and period."""

from collections.abc import Iterator
from dataclasses import replace

from commentary.golden.case import Case
from commentary.golden.made import EDITION, figure, paired
from minsheng.commentary import work
from minsheng.comparability import Comparing
from minsheng.data import PeriodBasis, Role, Unit
from minsheng.language import Language
from minsheng.language.units import COUNTED
from minsheng.measures import Ratio, declared_ratios, divide
from minsheng.quantity import Bound
from minsheng.recovery import recover_base

PERIODS = (
    "2023",
    "2023-10",
    "2023-10-31",
    "2023-01/2023-10",
    "2022-11/2023-10",
    "../2023-10",
    "",
)


def ratio(chapter: str, key: str) -> Ratio:
    """Return a ratio that the catalogue declares."""
    found = declared_ratios(EDITION.view(chapter))
    return next(each for each in found if each.declared.key == key)


def cases(lang: Language) -> Iterator[Case]:
    """Yield every sentence about the work behind the promises."""
    yield from _figures(lang)
    yield from _ratios(lang)
    refused = EDITION.catalogue.measures["linghuobao_insured"].refusals[0]
    yield Case("work.refusal", "with a reason", work.refusal(lang, refused))
    yield from _growths(lang)


def _figures(lang: Language) -> Iterator[Case]:
    for unit in COUNTED:
        for printed in ("1", "2"):
            said = work.figure(lang, "name", figure(printed, unit=Unit(unit)))
            yield Case("work.figure", f"{unit}, {printed}", said)
    for bound in Bound:
        for printed in ("1", "2"):
            said = work.figure(lang, "name", figure(printed, bound=bound))
            yield Case("work.figure", f"{bound.value}, {printed}", said)
    for basis in PeriodBasis:
        said = work.figure(lang, "name", figure("2", period_basis=basis))
        yield Case("work.figure", f"period {basis.value}", said)
    said = work.figure(lang, "name", figure("2", Role.CRITERION))
    yield Case("work.figure", "criterion", said)
    for period in PERIODS:
        said = work.figure(lang, "name", figure("2", period=period))
        yield Case("work.figure", period or "no period", said)


def _ratios(lang: Language) -> Iterator[Case]:
    founders = ratio("group_support", "jobs_per_founder")
    for bound in Bound:
        if bound is not Bound.ABOUT:
            first = replace(founders.numerator, bound=bound)
            made = divide(paired(Comparing.RATIO, first, founders.denominator))
            yield Case("work.ratio", bound.value, work.ratio(lang, made))
    loan = ratio("group_support", "loan_per_founder")
    yield Case("work.ratio", "an amount", work.ratio(lang, loan))


def _growths(lang: Language) -> Iterator[Case]:
    rates = {"growth": "1.34", "decline": "-1.34", "no change": "0.00"}
    for row, printed in rates.items():
        rate = figure(printed, Role.YOY_PCT)
        base = recover_base(paired(Comparing.GROWTH, figure("21.99", scale=10_000), rate))
        yield Case("work.growth", row, work.growth(lang, "name", base))
    posts = ratio("labour_market", "posts_per_visit")
    first, second = (
        paired(Comparing.GROWTH, each, EDITION.figures[f"2023.{each.measure}.yoy_pct"])
        for each in posts.inputs
    )
    said = work.ratio_a_year_earlier(lang, posts, first, second)
    yield Case("work.ratio_a_year_earlier", "the labour market", said)
