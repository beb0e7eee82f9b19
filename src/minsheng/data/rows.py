"""Rows of checked tables to frozen objects; empty cells become `None` where nothing is meant."""

from collections.abc import Hashable, Iterator, Mapping
from fractions import Fraction
from typing import Any

import pandas as pd

from minsheng.data import vocabulary as words
from minsheng.data.model import (
    Bilingual,
    Discrepancy,
    EditionEntry,
    Excuse,
    Figure,
    Numeral,
    Policy,
    Promise,
    Recommendation,
    Source,
    SupervisionAct,
    Vote,
)
from minsheng.data.period import Period
from minsheng.quantity import Bound

Cells = Mapping[Hashable, Any]


def numbered(frame: pd.DataFrame) -> Iterator[tuple[int, Cells]]:
    """Yield every row with its line in the file.

    Column by column and not by `to_dict`, which asks of every cell whether it is a number.
    """
    columns = [frame[name].tolist() for name in frame.columns]
    for line, cells in zip(frame.index, zip(*columns, strict=True), strict=True):
        yield int(line), dict(zip(frame.columns, cells, strict=True))


def figure(file: str, line: int, cells: Cells) -> Figure:
    """Make a figure; raises `ValueError` where its period is no period."""
    return Figure(
        figure_id=cells["figure_id"],
        measure=cells["measure"],
        region=cells["region"],
        period=Period.parse(cells["period"]) if cells["period"] else None,
        period_basis=words.PeriodBasis(cells["period_basis"]),
        kind=words.Kind(cells["kind"]),
        role=words.Role(cells["role"]),
        printed=cells["printed"],
        scale=int(cells["scale"]),
        precision=Fraction(cells["precision"]) if cells["precision"] else None,
        bound=Bound(cells["bound"]),
        unit=words.Unit(cells["unit"]),
        unit_read=words.Unit(cells["unit_read"] or cells["unit"]),
        unit_note=_both(cells, "unit_note"),
        source=cells["source"],
        locator=cells["locator"],
        note=_both(cells, "note"),
        file=file,
        row=line,
    )


def promise(cells: Cells) -> Promise:
    """Make a promise."""
    return Promise(
        promise_id=cells["promise_id"],
        edition=int(cells["edition"]),
        ordinal=int(cells["ordinal"]),
        text=_both(cells, "text"),
        type=words.PromiseType(cells["type"]),
        measure=cells["measure"],
        claim=words.Claim(cells["claim"]) if cells["claim"] else None,
        claim_locator=cells["claim_locator"],
        agency=cells["agency"],
        source=cells["source"],
        locator=cells["locator"],
        note=_both(cells, "note"),
    )


def source(cells: Cells) -> Source:
    """Make a source."""
    return Source(
        cells["source_id"],
        _both(cells, "title"),
        _both(cells, "publisher"),
        cells["language"],
        cells["published"],
        words.Extent(cells["extent"]),
        cells["url"],
        words.Grade(cells["grade"]),
        _both(cells, "note"),
    )


def edition(cells: Cells) -> EditionEntry:
    """Make the entry of one edition."""
    return EditionEntry(
        year=int(cells["year"]),
        status=words.EditionStatus(cells["status"]),
        voted_at=_both(cells, "voted_at"),
        cutoff=Period.parse(cells["cutoff"]) if cells["cutoff"] else None,
        source=cells["source"],
        opinion=words.Opinion(cells["opinion"]) if cells["opinion"] else None,
        opinion_locator=cells["opinion_locator"],
        evaluated_by=_both(cells, "evaluated_by"),
        note=_both(cells, "note"),
    )


def policy(cells: Cells) -> Policy:
    """Make a policy."""
    return Policy(
        cells["policy_id"],
        int(cells["edition"]),
        _both(cells, "name"),
        _both(cells, "content"),
        cells["agency"],
        cells["chapter"],
        cells["source"],
        cells["locator"],
    )


def recommendation(cells: Cells) -> Recommendation:
    """Make a problem or a recommended measure."""
    return Recommendation(
        cells["recommendation_id"],
        int(cells["edition"]),
        int(cells["group"]),
        int(cells["ordinal"]),
        words.RecommendationKind(cells["kind"]),
        _both(cells, "text"),
        cells["proxy"],
        _both(cells, "proxy_note"),
        cells["source"],
        cells["locator"],
    )


def supervision_act(cells: Cells) -> SupervisionAct:
    """Make one act of a supervision group."""
    return SupervisionAct(
        cells["act_id"],
        int(cells["edition"]),
        int(cells["ordinal"]),
        words.SupervisionKind(cells["kind"]),
        _both(cells, "text"),
        _both(cells, "place"),
        cells["date"],
        cells["source"],
        cells["locator"],
    )


def vote(file: str, line: int, cells: Cells) -> Vote:
    """Make a vote; a blank number of votes is none."""
    return Vote(
        vote_id=cells["vote_id"],
        rule=cells["rule"],
        edition=_whole(cells["edition"]),
        voted_on=cells["voted_on"],
        ordinal=int(cells["ordinal"]),
        project=_both(cells, "project"),
        members=_whole(cells["members"]),
        quorum=_whole(cells["quorum"]),
        present=int(cells["present"]),
        cast={each: int(cells[each] or 0) for each in words.Opinion},
        result=words.Opinion(cells["result"]) if cells["result"] else None,
        source=cells["source"],
        locator=cells["locator"],
        note=_both(cells, "note"),
        file=file,
        row=line,
    )


def discrepancy(file: str, line: int, cells: Cells) -> Discrepancy:
    """Make a contradiction in a source."""
    return Discrepancy(
        cells["discrepancy_id"],
        cells["figure_id"],
        cells["guard_printed"],
        cells["printed_otherwise"],
        cells["source"],
        cells["locator"],
        _both(cells, "follows"),
        words.DiscrepancyStatus(cells["status"]),
        _both(cells, "note"),
        file,
        line,
    )


def numeral(cells: Cells) -> Numeral:
    """Make a number that is no figure."""
    return Numeral(
        cells["numeral_id"],
        cells["source"],
        cells["printed"],
        words.NumeralKind(cells["kind"]),
        cells["locator"],
        _both(cells, "reason"),
    )


def excuse(cells: Cells) -> Excuse:
    """Make the reason for a figure without a use."""
    return Excuse(cells["figure_id"], _both(cells, "reason"))


def _whole(cell: str) -> int | None:
    return int(cell) if cell else None


def _both(cells: Cells, name: str) -> Bilingual:
    return Bilingual(cells[f"{name}_en"], cells[f"{name}_zh"])
