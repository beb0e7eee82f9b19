"""What the book makes of an edition, as the export writes it: judgements, ratios, refusals."""

from collections.abc import Iterator

from minsheng import data, recovery
from minsheng.commentary.refusals import WHY
from minsheng.comparability import Comparing, Condition, Refused
from minsheng.exchange import across, results, ruled
from minsheng.exchange.audited import keys
from minsheng.exchange.published import agency
from minsheng.exchange.values import Period, Range, Text
from minsheng.facts.formula import FORMULAS, Formula
from minsheng.indicators import Promised
from minsheng.measures import Completion, complete, declared_ratios, refused_ratios
from minsheng.quantity import Reading, in_full
from minsheng.recovery import What
from minsheng.verdict import Assessment, Flip, judge
from minsheng.verdict.state import from_rate

_FORMULAS = {
    What.BASE: Formula.BASE,
    What.TARGET: Formula.TARGET,
    What.ACTUAL: Formula.NARROWED,
}


def promises(view: data.View) -> tuple[results.Promise, ...]:
    """Return every promise with its judgement, in the order in which they were voted."""
    judged = (judge(view, each.measure) for each in view.promises())
    return tuple(_promise(view, each) for each in judged)


def _promise(view: data.View, result: Assessment) -> results.Promise:
    promised = result.promised
    promise = promised.promise
    return results.Promise(
        id=promise.promise_id,
        ordinal=promise.ordinal,
        text=Text.of(promise.text),
        type=promise.type,
        measure=promise.measure,
        agency=agency(view.edition, promise.agency),
        claim=promise.claim,
        claim_locator=promise.claim_locator,
        source=promise.source,
        locator=promise.locator,
        note=Text.unless_empty(promise.note),
        figures=_evidenced(promised),
        state=result.state,
        evidence=result.evidence,
        completion=None if promised.completion is None else _completion(promised.completion),
        even_spread_pct=None
        if result.even_spread_pct is None
        else Range.of(result.even_spread_pct),
        flip=None if result.flip is None else _flip(result.flip),
        ambition=across.ambition(view, result),
        yardsticks=ruled.measured(view.edition, result),
    )


def _evidenced(promised: Promised) -> results.Evidenced:
    return results.Evidenced(
        _key(promised.target),
        _key(promised.actual),
        _key(promised.coverage),
        _key(promised.stated_rate),
        _key(promised.growth),
    )


def _key(figure: data.Figure | None) -> str | None:
    return None if figure is None else figure.figure_id


def _completion(done: Completion) -> results.Completion:
    cut = complete(done.pair, Reading.TRUNCATED)
    return results.Completion(
        rate_pct=Range.of(done.rate_pct),
        naive_pct=in_full(done.naive_pct),
        gap=Range.of(done.gap),
        rate_pct_if_truncated=Range.of(cut.rate_pct),
        state_if_truncated=from_rate(cut.rate_pct, cut.actual.period),
    )


def _flip(flip: Flip) -> results.Flip:
    return results.Flip(str(flip.change), flip.state)


def ratios(view: data.View) -> tuple[results.Ratio, ...]:
    """Return every declared ratio that the figures allow."""
    return tuple(
        results.Ratio(
            key=each.declared.key,
            name=Text.of(each.declared.name),
            unit=each.declared.unit,
            why=Text.of(each.declared.why),
            numerator=each.numerator.figure_id,
            denominator=each.denominator.figure_id,
            value=Range.of(each.value),
        )
        for each in declared_ratios(view)
    )


def recovered(view: data.View) -> tuple[results.Recovered, ...]:
    """Return every value that the figures imply and no source prints."""
    return tuple(
        results.Recovered(
            what=each.what,
            formula=Text.said(FORMULAS[_FORMULAS[each.what]]),
            measure=each.measure,
            period=Period.of(each.period),
            inputs=keys(each.inputs),
            unit=each.unit,
            value=Range.of(each.value),
        )
        for each in recovery.recover_all(view)
    )


def refusals(view: data.View) -> tuple[results.Refusal, ...]:
    """Return what the catalogue refuses, then the pairs that the figures do not keep to."""
    judged = (judge(view, each.measure).promised.refused for each in view.promises())
    between = (*filter(None, judged), *refused_ratios(view), *across.refused_growth(view))
    return (*_declared(view), *map(_refused, between))


def _declared(view: data.View) -> Iterator[results.Refusal]:
    for key in view.chapter.reads:
        for each in view.measure(key).refusals if key in view.edition.measures else ():
            yield results.Refusal(
                measure=key,
                partner=each.partner or None,
                comparing=Comparing(each.comparing) if each.comparing else None,
                figures=(),
                condition=Condition.NOT_DECLARED,
                subject=Text.of(each.subject),
                why=Text.of(each.why),
            )


def _refused(pair: Refused) -> results.Refusal:
    partner = pair.second.measure if pair.second.measure != pair.first.measure else None
    return results.Refusal(
        measure=pair.first.measure,
        partner=partner,
        comparing=pair.comparing,
        figures=keys((pair.first, pair.second)),
        condition=pair.condition,
        subject=None,
        why=_reason(pair),
    )


def _reason(pair: Refused) -> Text:
    """Return the catalogue's reason for the pair, else what its failing condition says."""
    return Text.said(WHY[pair.condition]) if pair.why is None else Text.of(pair.why)
