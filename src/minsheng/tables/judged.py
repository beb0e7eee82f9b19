"""The tables of a verdict: opinions side by side, and the ledger of what was claimed."""

from collections.abc import Mapping, Sequence

from minsheng.data import Catalogue, Edition, Opinion, PromiseType, Verification
from minsheng.language import Language, _
from minsheng.tables.build import agency_name
from minsheng.tables.cell import Cell
from minsheng.tables.places import promise_text
from minsheng.tables.table import Table, headings
from minsheng.verdict import Assessment, Decided, Evidence

SIDE_BY_SIDE = _("Whose judgement it is, and what it comes to")
OFFICIAL, OWN, VOTE = _("The official opinion"), _("The book's own rule"), _("A vote")
NONE_PUBLISHED = _("none published")
NO_RULE = _("{body}; it gives no rule by which it was reached")
NOBODY = _("Nothing takes its place.")
OWN_BASIS = _("This book, from the states of the promises; it is no official opinion.")
LEDGER = _("What is claimed of each promise, what it rests on, and who has seen that it is so")
QUALITATIVE = _("qualitative")
VERIFICATIONS = {
    Verification.SELF_REPORTED: _("self-reported"),
    Verification.SEEN_ON_SITE: _("seen on site"),
    Verification.INDEPENDENT: _("independent source"),
}
VERIFIED_BY = {
    Verification.SELF_REPORTED: _("nobody outside the body that reports, as far as is published"),
    Verification.SEEN_ON_SITE: _("the supervision group, which saw some of it on site"),
    Verification.INDEPENDENT: _("an independent source"),
}


def opinions_table(
    lang: Language, edition: Edition, decided: Decided, opinions: Mapping[Opinion, str]
) -> Table:
    """Set the official opinion, the book's own rule and a vote side by side; none fills another."""
    heads = (_("Judgement"), _("What it comes to"), _("Whose, and on what"))
    own = edition.rules.own_rule.results[decided.result].within(lang.code)
    rows = (
        (lang.text(OFFICIAL), *_official(lang, edition, opinions)),
        (lang.text(OWN), own, lang.text(OWN_BASIS)),
        (lang.text(VOTE), *_voted(lang, edition, opinions)),
    )
    return Table(lang.text(SIDE_BY_SIDE), headings(lang, heads), rows, name="opinions")


def _official(lang: Language, edition: Edition, opinions: Mapping[Opinion, str]) -> tuple[str, str]:
    entry = edition.entry
    if entry.opinion is None:
        return lang.text(NONE_PUBLISHED), lang.text(NOBODY)
    body = entry.evaluated_by.within(lang.code)
    return lang.text(opinions[entry.opinion]), lang.text(NO_RULE).format(body=body)


def _voted(lang: Language, edition: Edition, opinions: Mapping[Opinion, str]) -> tuple[str, str]:
    votes = edition.own_votes
    if not votes:
        return lang.text(NONE_PUBLISHED), lang.text(NOBODY)
    results = (
        lang.text(opinions[each.result] if each.result else NONE_PUBLISHED) for each in votes
    )
    bodies = (edition.rules.votes[each.rule].body.within(lang.code) for each in votes)
    return lang.clauses(results), lang.listed(list(dict.fromkeys(bodies)))


def ledger_table(
    lang: Language,
    catalogue: Catalogue,
    results: Sequence[Assessment],
    evidence: Mapping[Evidence, str],
) -> Table:
    """List what is claimed of each promise; the words for evidence come in English."""
    heads = (_("Promise"), _("What the claim rests on"), _("Reported by"), _("Verified by"))
    rows = tuple(_ledger(lang, catalogue, each, evidence) for each in results)
    return Table(lang.text(LEDGER), headings(lang, heads), rows, name="ledger")


def _ledger(
    lang: Language,
    catalogue: Catalogue,
    result: Assessment,
    evidence: Mapping[Evidence, str],
) -> tuple[Cell, ...]:
    promise, measure = result.promised.promise, result.promised.measure
    return (
        promise_text(lang, promise, result.promised.target),
        lang.text(_kind(result, evidence)),
        agency_name(lang, catalogue, promise.agency),
        lang.text(VERIFIED_BY[measure.verification]),
    )


def _kind(result: Assessment, evidence: Mapping[Evidence, str]) -> str:
    """Return the kind of a claim: that of its evidence, or qualitative where nothing is counted."""
    uncounted = result.promised.promise.type is PromiseType.QUALITATIVE
    return QUALITATIVE if uncounted else evidence[result.evidence]
