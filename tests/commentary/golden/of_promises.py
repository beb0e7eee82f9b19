"""Golden sentences about one promise: every state, evidence, bound, and one or many."""

from collections.abc import Iterator

from commentary.golden.case import Case
from commentary.golden.made import DISTRICTS, FAMILIES, GRADUATES, YEAR, figure, judged, target
from minsheng.commentary import promises
from minsheng.data import Claim, PromiseType, Role, Unit
from minsheng.language import Language
from minsheng.quantity import Bound
from minsheng.verdict import Assessment

COVERAGE, COMPLETED, GROWTH = Role.COVERAGE_PCT, Role.COMPLETION_PCT, Role.YOY_PCT


def stated(role: Role, printed: str, **context: object) -> Assessment:
    """Judge a promise of which only a rate is printed."""
    return judged(figure(printed, role, measure=GRADUATES, **context), measure=GRADUATES)


NOT_YET = {
    "not published": judged(),
    "not published, a target": judged(target("20", scale=10_000)),
    "not comparable: not declared": judged(
        figure("1", measure=GRADUATES), target("1", measure=GRADUATES), measure=GRADUATES
    ),
    "not comparable: unit": judged(figure("2", unit=Unit.PERSON_TIME), target("1")),
    "not comparable: region": judged(figure("2", region="330000"), target("1")),
    "not comparable: period not stated": judged(figure("2", period=""), target("1")),
    "not computable": judged(figure("2")),
    "not computable, one": judged(figure("1")),
}
COMPUTED = {
    "undetermined": judged(figure("20", scale=10_000), target("20", scale=10_000)),
    "undetermined, about": judged(figure("20", bound=Bound.ABOUT), target("20")),
    "undetermined, nearly": judged(figure("30", bound=Bound.NEARLY), target("20")),
    "achieved": judged(figure("21.99", scale=10_000), target("20", scale=10_000)),
    "achieved, one": judged(figure("1"), target("1")),
    "achieved, one more": judged(figure("601"), target("600")),
    "achieved, at least": judged(figure("30", bound=Bound.AT_LEAST), target("20")),
    "achieved, more than": judged(figure("30", bound=Bound.OVER), target("20")),
    "on schedule": judged(figure("18", scale=10_000), target("20", scale=10_000)),
    "on schedule, one short": judged(figure("599"), target("600")),
    "behind": judged(figure("10", scale=10_000), target("20", scale=10_000)),
    "behind, one": judged(figure("1"), target("2")),
    "behind, at most": judged(figure("10", bound=Bound.AT_MOST), target("20")),
    "achieved, the year is over": judged(
        figure("21", scale=10_000, period=YEAR), target("20", scale=10_000)
    ),
    "missed": judged(figure("19", scale=10_000, period=YEAR), target("20", scale=10_000)),
    "missed, one": judged(figure("1", period=YEAR), target("2")),
}
STATED = {
    f"{state}: {role.value}": stated(role, printed, **context)
    for role in (COVERAGE, COMPLETED)
    for state, printed, context in (
        ("stated as achieved", "100", {"precision": 0}),
        ("undetermined", "100.0", {}),
        ("on schedule", "99.5", {}),
        ("behind", "80.0", {}),
        ("missed", "99.5", {"period": YEAR}),
    )
}
CLAIMED = {
    "all of them": judged(
        figure("10", measure=DISTRICTS), measure=DISTRICTS, claim=Claim.ALL
    ),
    "all of them, one": judged(
        figure("1", measure=DISTRICTS), measure=DISTRICTS, claim=Claim.ALL
    ),
    "asserted": judged(measure=FAMILIES, claim=Claim.ASSERTED),
}  # fmt: skip
EVERY = {**NOT_YET, **COMPUTED, **STATED, **CLAIMED}

JOBS = (figure("21.99", scale=10_000), target("20", scale=10_000))
ARITHMETIC = {
    "agrees": judged(*JOBS, figure("109.95", COMPLETED)),
    "disagrees": judged(*JOBS, figure("108.95", COMPLETED)),
    "one value, agrees": judged(figure("779"), target("600"), figure("129.83", COMPLETED)),
    "no completion printed": judged(*JOBS),
    "more than": judged(figure("30", bound=Bound.OVER), target("20")),
    "at most": judged(figure("10", bound=Bound.AT_MOST), target("20")),
    "about": judged(figure("20", bound=Bound.ABOUT), target("20")),
    "no completion": judged(),
}
COVERED = PromiseType.COVERAGE
GROWING = {
    "growth": judged(*JOBS, figure("1.34", GROWTH)),
    "decline": judged(*JOBS, figure("-1.34", GROWTH)),
    "no change": judged(*JOBS, figure("0.00", GROWTH)),
    "a steep growth: the target is above the base": judged(*JOBS, figure("25.00", GROWTH)),
    "no growth printed": judged(*JOBS),
    "growth without an actual": judged(figure("1.34", GROWTH)),
    "growth without a target": judged(JOBS[0], figure("1.34", GROWTH)),
    "growth of a lower bound": judged(
        figure("30", bound=Bound.OVER), target("20"), figure("1.34", GROWTH)
    ),
}


def cases(lang: Language) -> Iterator[Case]:
    """Yield every sentence about one promise."""
    for row, result in EVERY.items():
        yield Case("promises.reached", row, promises.reached(lang, result))
    told = set()
    for row, result in EVERY.items():
        case = Case("promises.evidence", row, promises.evidence(lang, result))
        if case.said not in told:
            told.add(case.said)
            yield case
    for row, result in ARITHMETIC.items():
        yield Case("promises.completion", row, promises.completion(lang, result))
    for row, result in EVERY.items():
        if result.promised.completion is not None:
            yield Case("promises.gap", row, promises.gap(lang, result))
            yield Case("promises.even_spread", row, promises.even_spread(lang, result))
            yield Case("promises.flip", row, promises.flip(lang, result))
    for row, result in GROWING.items():
        yield Case("promises.growth", row, promises.growth(lang, result))
        yield Case("promises.ambitious", row, promises.ambitious(lang, result))
    yield from _silences(lang)
    yield from _names(lang)
    yield from _places(lang)


def _silences(lang: Language) -> Iterator[Case]:
    nothing = judged()
    coverage = judged(*JOBS, kind=COVERED)
    undated = judged(figure("30", period="../2023-10"), target("20"))
    yield Case("promises.gap", "no completion", promises.gap(lang, nothing))
    yield Case("promises.even_spread", "no completion", promises.even_spread(lang, nothing))
    yield Case("promises.even_spread", "no quantity", promises.even_spread(lang, coverage))
    yield Case("promises.even_spread", "start not stated", promises.even_spread(lang, undated))
    yield Case("promises.flip", "no completion", promises.flip(lang, nothing))


def _names(lang: Language) -> Iterator[Case]:
    for state, name in promises.STATE_NAMES.items():
        yield Case("promises.STATE_NAMES", state.value, lang.text(name))
    for evidence, name in promises.EVIDENCE_NAMES.items():
        yield Case("promises.EVIDENCE_NAMES", evidence.value, lang.text(name))


def _places(lang: Language) -> Iterator[Case]:
    families = CLAIMED["asserted"].promised.promise
    yield Case("promises.places", "with a claim", promises.places(lang, families))
    nothing = judged(measure=GRADUATES).promised.promise
    yield Case("promises.places", "without a claim", promises.places(lang, nothing))
