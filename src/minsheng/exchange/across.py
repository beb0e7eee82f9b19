"""An edition set beside other years and regions, as the export writes it."""

from collections.abc import Iterator

from minsheng import data, recovery
from minsheng.comparability import Refused
from minsheng.exchange import results
from minsheng.exchange.values import Period, Range
from minsheng.measures import Growth, growth_over_editions, shares_of_year
from minsheng.quantity import Interval, in_full
from minsheng.verdict import Assessment


def growth(view: data.View) -> tuple[results.Growth, ...]:
    """Return the growth of every measure over earlier figures, where it may be computed."""
    return tuple(
        results.Growth(
            later=each.pair.first.figure_id,
            earlier=each.pair.second.figure_id,
            change_pct=Range.of(each.change_pct),
            naive_pct=in_full(each.naive_pct),
        )
        for each in _over_editions(view)
        if isinstance(each, Growth)
    )


def refused_growth(view: data.View) -> Iterator[Refused]:
    """Yield the pairs of editions whose growth is refused, each with the failing condition."""
    yield from (each for each in _over_editions(view) if isinstance(each, Refused))


def _over_editions(view: data.View) -> Iterator[Growth | Refused]:
    for measure in view.chapter.reads:
        yield from growth_over_editions(view, measure)


def shares(view: data.View) -> tuple[results.ShareOfYear, ...]:
    """Return what the first months of a year made up of it, in every other region."""
    return tuple(
        results.ShareOfYear(
            part=each.pair.first.figure_id,
            whole=each.pair.second.figure_id,
            share_pct=Range.of(each.share_pct),
            elapsed_pct=in_full(each.elapsed_pct),
        )
        for measure in view.chapter.reads
        for region in _elsewhere(view)
        for each in shares_of_year(view, measure, region)
    )


def ambition(view: data.View, result: Assessment) -> results.Ambition | None:
    """Return a target over the base of the year before, and the same in other regions.

    Over a base of part of a year it is an upper bound, which says something only below one.
    """
    target, base = result.promised.target, result.base
    if target is None or base is None:
        return None
    share = recovery.ambition_over_recovered(result.promised.measure, target, base)
    if share is not None and not base.period.is_whole_year:
        below = share.high is not None and share.high < 1
        share = Interval(None, share.high, high_closed=share.high_closed) if below else None
    if share is None:
        return None
    return results.Ambition(
        ratio=Range.of(share),
        target=target.figure_id,
        base=Range.of(base.value),
        base_period=Period.of(base.period),
        base_inputs=tuple(figure.figure_id for figure in base.inputs),
        elsewhere=tuple(_ambitions_elsewhere(view, target.measure)),
    )


def _ambitions_elsewhere(view: data.View, measure: str) -> Iterator[results.AmbitionElsewhere]:
    for region in _elsewhere(view):
        found = recovery.ambition_elsewhere(view, measure, region)
        if found is not None:
            pair, ratio = found
            yield results.AmbitionElsewhere(
                region, pair.first.figure_id, pair.second.figure_id, Range.of(ratio)
            )


def _elsewhere(view: data.View) -> Iterator[str]:
    yield from (code for code in view.edition.catalogue.regions if code != data.HOME_REGION)
