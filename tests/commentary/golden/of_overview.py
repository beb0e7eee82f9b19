"""Golden sentences about all promises of an edition, and about the official opinion."""

from collections.abc import Iterator
from dataclasses import replace

from commentary.golden.case import Case
from commentary.golden.made import EDITION
from commentary.golden.of_promises import CLAIMED, COMPUTED, NOT_YET, STATED
from minsheng.commentary import overview
from minsheng.data import Opinion
from minsheng.language import Language

GROUPS = {
    "recomputable and achieved": COMPUTED["achieved"],
    "stated": STATED["stated as achieved: coverage_pct"],
    "asserted": CLAIMED["asserted"],
    "not published": NOT_YET["not published"],
}


def cases(lang: Language) -> Iterator[Case]:
    """Yield every sentence about the edition as a whole."""
    for row, result in GROUPS.items():
        for count in (1, 2, 12):
            for said in overview.tally(lang, EDITION, [result] * count):
                yield Case("overview.tally", f"{row}, {count}", said)
    yield Case("overview.cutoff", "a month", overview.cutoff(lang, EDITION))
    announced = replace(EDITION, entry=replace(EDITION.entry, cutoff=None, opinion=None))
    yield Case("overview.cutoff", "none", overview.cutoff(lang, announced))
    yield Case("overview.opinion", "none", overview.opinion(lang, announced))
    for opinion in Opinion:
        edition = replace(EDITION, entry=replace(EDITION.entry, opinion=opinion))
        yield Case("overview.opinion", opinion.value, overview.opinion(lang, edition))
