"""An edition told thing by thing, each under a key, so that two can be set side by side."""

from collections.abc import Callable, Iterable

from minsheng.commentary import Sentence, compose, joined, overview, promises, verbatim
from minsheng.data import Edition, EditionEntry, Figure, Promise, Role
from minsheng.difference.change import Told
from minsheng.facts import figure_period, printed_form, published, within_text
from minsheng.language import Language, _
from minsheng.verdict import Assessment, rule_on

FIGURE = _("{value}, {period}")
REVISED = _("{value}, {period}; printed {printed}, source {source}")
SAYINGS = (
    promises.reached,
    promises.evidence,
    promises.completion,
    promises.gap,
    promises.even_spread,
    promises.growth,
    promises.ambitious,
    promises.flip,
)
Keyed = Callable[[Figure], str]


def promised(lang: Language, edition: Edition) -> Told:
    """Return what was promised, by measure."""
    targets = {each.measure: each for each in edition.figures.values() if each.role is Role.TARGET}
    return {each.measure: _tagged(lang, each, targets.get(each.measure)) for each in edition.judged}


def _tagged(lang: Language, promise: Promise, target: Figure | None) -> Sentence:
    """Return what was promised with the number of its target tagged."""
    text = promise.text.within(lang.code)
    parts = (text,) if target is None else within_text(lang, text, target)
    html = (lang.markup(each) if isinstance(each, str) else each.html for each in parts)
    return Sentence("".join(html), text)


def figures(lang: Language, found: Iterable[Figure], key: Keyed, *, whole: bool) -> Told:
    """Return figures with their periods by a key; `whole` adds the printed form and the source."""
    return {
        key(each): compose(
            lang,
            REVISED if whole else FIGURE,
            value=published(lang, each),
            period=figure_period(lang, each),
            printed=Sentence(f"<q>{lang.markup(printed_form(each))}</q>", printed_form(each)),
            source=each.source,
        )
        for each in found
    }


def states(lang: Language, results: dict[str, Assessment]) -> Told:
    """Return the state of every promise, by measure."""
    return {
        key: verbatim(lang, lang.text(promises.STATE_NAMES[each.state]))
        for key, each in results.items()
    }


def sentences(lang: Language, results: dict[str, Assessment]) -> Told:
    """Return what the book says of every promise, by measure."""
    return {key: joined(lang, _said(lang, each)) for key, each in results.items()}


def _said(lang: Language, result: Assessment) -> list[Sentence]:
    found = (saying(lang, result) for saying in SAYINGS)
    return [each for each in found if each is not None]


def result(lang: Language, edition: Edition, results: dict[str, Assessment]) -> Told:
    """Return what the book's own rule makes of the promises."""
    rule = edition.rules.own_rule
    decided = rule_on(rule, list(results.values()))
    return {"own_rule": verbatim(lang, rule.results[decided.result].within(lang.code))}


def edition(lang: Language, entry: EditionEntry) -> Told:
    """Return the cut-off of an edition and its official opinion, as far as there are any."""
    told = {}
    if entry.cutoff is not None:
        told["cutoff"] = verbatim(lang, lang.period(entry.cutoff.text))
    if entry.opinion is not None:
        told["opinion"] = verbatim(lang, lang.text(overview.OPINIONS[entry.opinion]))
    return told
