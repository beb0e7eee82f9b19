"""Golden sentences about what became of recommended measures."""

from collections.abc import Iterator
from dataclasses import replace

from commentary.golden.case import Case
from commentary.golden.made import EDITION, figure
from minsheng.commentary import joined, recommended
from minsheng.language import Language
from minsheng.verdict import Followed, Shown

ITEM = EDITION.recommendations[0]


def found(shown: Shown, number: int) -> list[Followed]:
    later = replace(figure("21"), figure_id="2024.urban_new_jobs.actual")
    return [Followed(ITEM, shown, (later,) if shown is Shown.BY_FIGURE else ())] * number


def cases(lang: Language) -> Iterator[Case]:
    """Yield every sentence about recommended measures, of one and of many."""
    for number in (1, 2):
        for shown in Shown:
            said = recommended.followed(lang, found(shown, number))
            yield Case("recommended.followed", f"{number}, {shown}", joined(lang, said))
    for shown, name in recommended.SHOWN_NAMES.items():
        yield Case("recommended.SHOWN_NAMES", shown, lang.text(name))
    assert list(recommended.followed(lang, [])) == []
