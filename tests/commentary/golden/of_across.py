"""Golden sentences that look beyond one edition: growth over years, the nation beside the city."""

from collections.abc import Iterator

from commentary.golden.case import Case
from commentary.golden.made import figure, paired, target
from minsheng.commentary import across, joined
from minsheng.comparability import Comparing, Condition, Refused
from minsheng.indicators import Peer
from minsheng.language import Language
from minsheng.measures import complete, grow, share_of_year
from minsheng.recovery import ambition

NATION = "100000"


def cases(lang: Language) -> Iterator[Case]:
    """Yield every sentence about other years and places."""
    now = figure("12.42", scale=10_000, period="2021-01/2021-06")
    before = figure("10.1", scale=10_000, period="2020-01/2020-06")
    grown = grow(paired(Comparing.SERIES, now, before))
    yield Case("across.growth", "the same months", across.growth(lang, grown))
    refused = Refused(Comparing.SERIES, now, before, Condition.MONTHS)
    yield Case("across.growth", "refused", across.growth(lang, refused))
    whole = figure("11.86", scale=1_000_000, period="2020", region=NATION)
    goal = target("1100", scale=10_000, region=NATION, period="2021")
    pair = paired(Comparing.AMBITION, goal, whole)
    yield Case("across.nation", "a target", across.nation(lang, (pair, ambition(pair))))
    yield Case("across.ambition", "a target", across.ambition(lang, pair, ambition(pair)))
    yield Case("across.nation", "nothing published", across.nation(lang, None))
    part = figure("1009", scale=10_000, period="2020-01/2020-10", region=NATION)
    share = share_of_year(paired(Comparing.PART_OF_YEAR, part, whole))
    yield Case("across.share", "ten months", across.share(lang, share))
    done = complete(paired(Comparing.COMPLETION, figure("18"), target("20")))
    yield Case("across.completion", "short of it", across.completion(lang, done))
    beside, missing = Peer(now, before, True), Peer(whole, None, False)
    for row, found in {
        "none": [],
        "one, not a city": [missing],
        "one beside": [beside],
        "some": [beside, missing, Peer(part, None, True)],
    }.items():
        said = across.peers(lang, found)
        yield Case("across.peers", row, joined(lang, said) if said else None)
