"""Golden titles of charts: every state with a completion, every way of change, one and many."""

from collections.abc import Iterator
from dataclasses import replace

from commentary.golden.case import Case
from commentary.golden.made import DISTRICTS, EDITION, MONTHS, figure
from commentary.golden.of_audit import TALLIES
from commentary.golden.of_promises import CLAIMED, COMPUTED, STATED
from minsheng.audit import Audit
from minsheng.commentary import titles
from minsheng.data import Period, Role
from minsheng.facts import published
from minsheng.language import Language

RATES = {"growth": "1.34", "decline": "-1.34", "no change": "0.00"}


def cases(lang: Language) -> Iterator[Case]:
    """Yield every title of a chart."""
    for row, result in COMPUTED.items():
        done = result.promised.completion
        if done is not None:
            yield Case("titles.completion", row, titles.completion(lang, result, done))
    rates = [(f"name {row}", figure(rate, Role.YOY_PCT)) for row, rate in RATES.items()]
    for name, rate in rates:
        yield Case("titles.change", name, titles.change(lang, [(name, rate)]))
    yield Case("titles.change", "several", titles.change(lang, rates))
    for reached, whole in (("10", "10"), ("1", "1"), ("9", "10")):
        counts = [figure(each, measure=DISTRICTS) for each in (reached, whole)]
        total = published(lang, counts[1], unit=False)
        said = titles.places(lang, "name", counts[0], total)
        yield Case("titles.places", f"{reached} of {whole}", said)
    achieved, asserted = COMPUTED["achieved"], CLAIMED["asserted"]
    stated = STATED["stated as achieved: coverage_pct"]
    for row, results in {
        "none of one": [asserted],
        "one of one": [achieved],
        "two of three": [achieved, asserted, CLAIMED["all of them"]],
        "none of two": [asserted, stated],
    }.items():
        yield Case("titles.glance", row, titles.glance(lang, results))
        yield Case("titles.years", row, titles.years(lang, "name", results))
    yield Case("titles.years", "no year with both", titles.years(lang, "name", []))
    acts = EDITION.supervision
    dated = [replace(acts[0], date="2023-05-17"), *acts[1:]]
    for row, told in {
        "seven, none dated": acts,
        "one, not dated": acts[:1],
        "seven, one dated": dated,
        "one, dated": dated[:1],
    }.items():
        said = titles.timeline(lang, told, Period.parse(MONTHS), "2024-02-27")
        yield Case("titles.timeline", row, said)
    for row, lines in TALLIES.items():
        yield Case("titles.audit", row, titles.audit(lang, Audit(tuple(lines))))
