"""Two figures set against each other on request: the result, or the condition that forbids it."""

from minsheng.commentary import Sentence, across, work
from minsheng.commentary.refusals import refused
from minsheng.comparability import Comparing, Pair, Refused
from minsheng.comparability import compare as guarded
from minsheng.data import Catalogue, Figure, Role
from minsheng.language import Language
from minsheng.measures import complete, divide, grow, share_of_year
from minsheng.recovery import ambition


def compared(lang: Language, catalogue: Catalogue, first: Figure, second: Figure) -> Sentence:
    """Say what two figures give together, or why nothing is computed from them.

    An actual with a target is a completion, a target with an actual an ambition, two figures of
    one measure a growth or a share of the year, and two measures a ratio.
    """
    answers = [guarded(catalogue, each, first, second) for each in _asked(first, second)]
    pair = next((each for each in answers if isinstance(each, Pair)), answers[0])
    return refused(lang, pair) if isinstance(pair, Refused) else _computed(lang, pair)


def _asked(first: Figure, second: Figure) -> tuple[Comparing, ...]:
    if first.measure != second.measure:
        return (Comparing.RATIO,)
    if second.role is Role.TARGET:
        return (Comparing.COMPLETION,)
    if first.role is Role.TARGET:
        return (Comparing.AMBITION,)
    return (Comparing.SERIES, Comparing.PART_OF_YEAR)


def _computed(lang: Language, pair: Pair) -> Sentence:
    if pair.comparing is Comparing.RATIO:
        return work.ratio(lang, divide(pair))
    if pair.comparing is Comparing.SERIES:
        return across.growth(lang, grow(pair))
    if pair.comparing is Comparing.PART_OF_YEAR:
        return across.share(lang, share_of_year(pair))
    if pair.comparing is Comparing.AMBITION:
        return across.ambition(lang, pair, ambition(pair))
    return across.completion(lang, complete(pair))
