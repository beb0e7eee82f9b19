"""Golden sentences about all promises of an edition, and about the official opinion."""

from collections.abc import Iterator
from dataclasses import replace

from commentary.golden.case import Case
from commentary.golden.made import EDITION
from commentary.golden.of_promises import EVERY
from minsheng.commentary import joined, overview
from minsheng.data import Opinion
from minsheng.language import Language

EVERY_STATE = {result.state.value: result for result in EVERY.values()}


def cases(lang: Language) -> Iterator[Case]:
    """Yield every sentence about the edition as a whole."""
    for row, result in EVERY_STATE.items():
        for count in (1, 2, 12):
            counted, said = overview.tally(lang, EDITION, [result] * count)
            yield Case("overview.tally", f"{row}, {count}", said)
            if row == "achieved":
                yield Case("overview.tally", f"all, {count}", counted)
    every = overview.tally(lang, EDITION, list(EVERY_STATE.values()))
    yield Case("overview.tally", "one of each state", joined(lang, every))
    yield Case("overview.cutoff", "a month", overview.cutoff(lang, EDITION))
    announced = replace(EDITION, entry=replace(EDITION.entry, cutoff=None, opinion=None))
    yield Case("overview.cutoff", "none", overview.cutoff(lang, announced))
    yield Case("overview.opinion", "none", overview.opinion(lang, announced))
    for opinion in Opinion:
        edition = replace(EDITION, entry=replace(EDITION.entry, opinion=opinion))
        yield Case("overview.opinion", opinion.value, overview.opinion(lang, edition))
