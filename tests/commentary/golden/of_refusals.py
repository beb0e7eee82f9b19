"""Golden sentences about pairs that are not computed: every comparison and every condition."""

from collections.abc import Iterator

from commentary.golden.case import Case
from commentary.golden.made import EDITION, figure
from minsheng.commentary import refusals
from minsheng.comparability import Comparing, Condition, Refused, compare
from minsheng.language import Language


def cases(lang: Language) -> Iterator[Case]:
    """Yield a refusal of every comparison, and one for every condition."""
    now, then = figure("3"), figure("2", period="2021-01/2021-06")
    for comparing in Comparing:
        said = refusals.refused(lang, Refused(comparing, now, then, Condition.MONTHS))
        yield Case("refusals.refused", comparing.value, said)
    for condition in Condition:
        said = refusals.refused(lang, Refused(Comparing.SERIES, now, then, condition))
        yield Case("refusals.refused", condition.value, said)
    undated = figure("2", period="")
    said = refusals.refused(lang, Refused(Comparing.SERIES, now, undated, Condition.MONTHS))
    yield Case("refusals.refused", "no period", said)
    demand = EDITION.figures["2023.labour_demand.actual"]
    own = compare(EDITION.catalogue, Comparing.SERIES, demand, demand)
    assert isinstance(own, Refused)
    yield Case("refusals.refused", "the catalogue's reason", refusals.refused(lang, own))
