"""Figures of other regions, each with the figure of Ningbo that it could stand beside.

To stand side by side is not to be compared: nothing is computed from the two.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from minsheng.comparability.conditions import same_kind, same_measure, same_period, same_unit
from minsheng.data import HOME_REGION, Catalogue, Figure, Role

CONDITIONS = (same_measure, same_unit, same_kind, same_period)


@dataclass(frozen=True)
class Peer:
    """A report of another region; `own` is that of Ningbo on the same measure and period.

    `same_level` tells whether the region is a city as Ningbo is, and no province or country.
    """

    figure: Figure
    own: Figure | None
    same_level: bool

    @property
    def stands_beside(self) -> bool:
        """Whether the two may be read side by side."""
        return self.own is not None and self.same_level


def peers_of(catalogue: Catalogue, figures: Iterable[Figure]) -> list[Peer]:
    """Return the reports of other regions, in the order of measures, years and region codes."""
    reports = [each for each in figures if each.role is Role.ACTUAL]
    home = [each for each in reports if each.region == HOME_REGION]
    away = [each for each in reports if each.region != HOME_REGION]
    away.sort(key=lambda each: (each.measure, each.year, each.region, each.figure_id))
    level = catalogue.regions[HOME_REGION].level
    return [
        Peer(each, _own(each, home), catalogue.regions[each.region].level == level) for each in away
    ]


def _own(figure: Figure, home: Sequence[Figure]) -> Figure | None:
    return next((each for each in home if all(holds(each, figure) for holds in CONDITIONS)), None)
