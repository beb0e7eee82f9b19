"""Tables of words: policies, what the supervision group did, problems and recommendations."""

from collections.abc import Iterable, Mapping

from minsheng.data import (
    Catalogue,
    Edition,
    Measure,
    Policy,
    Recommendation,
    RecommendationKind,
    SupervisionAct,
    SupervisionKind,
)
from minsheng.facts import Fact, figure_period, published
from minsheng.language import Language, _
from minsheng.tables.cell import Cell, Reported, Titled, Told
from minsheng.tables.places import place
from minsheng.tables.table import Table, headings
from minsheng.verdict import Followed, Shown

POLICIES = _("Policies, services and campaigns that the report names")
CAVEATS = _("What each figure is and is not")
SUPERVISION = _("What the supervision group did")
RECOMMENDED = _("What the report found wanting and what it recommends")
PROXY = _("{measure}: {note}")
SINCE, DATED = _("{shown}: "), _(" ({period}) ")
AT = _("{kind} ({place})")
NO_PROXY = _("no measure in this book")
ACTS = {
    SupervisionKind.GROUP: _("group"),
    SupervisionKind.PLAN: _("plan"),
    SupervisionKind.VISIT: _("visit"),
    SupervisionKind.MEETING: _("meeting"),
    SupervisionKind.LIAISON: _("liaison"),
    SupervisionKind.PUBLICITY: _("publicity"),
}
KINDS = {
    RecommendationKind.PROBLEM: _("problem"),
    RecommendationKind.MEASURE: _("recommended"),
}


def policies_table(lang: Language, policies: Iterable[Policy]) -> Table:
    """List policies with what they are and where the report names them."""
    rows = tuple(
        (
            Titled(each.name.within(lang.code)),
            Reported(each.content.within(lang.code)),
            place(lang, each.locator),
        )
        for each in policies
    )
    return _table(lang, "policies", POLICIES, (_("Name"), _("What it is"), _("Place")), rows)


def caveats_table(lang: Language, measures: Iterable[Measure]) -> Table:
    """List what each measure is and is not."""
    rows = tuple(
        (
            each.name.within(lang.code),
            lang.sentences(text.within(lang.code) for text in each.cautions),
        )
        for each in measures
    )
    return _table(lang, "caveats", CAVEATS, (_("Measure"), _("What it is and is not")), rows)


def supervision_table(lang: Language, acts: Iterable[SupervisionAct]) -> Table:
    """List the acts of the supervision group in their order."""
    rows = tuple(
        (
            Reported(act.text.within(lang.code)),
            lang.text(ACTS[act.kind]),
            act.place.within(lang.code),
            place(lang, act.locator),
        )
        for act in acts
    )
    heads = (_("What was done"), _("Kind"), _("Where"), _("Place in the report"))
    return _table(lang, "supervision", SUPERVISION, heads, rows)


def act_name(lang: Language, act: SupervisionAct) -> str:
    """Return an act in a few words: its kind, and its place where it has one."""
    kind, where = lang.text(ACTS[act.kind]), act.place.within(lang.code)
    return lang.text(AT).format(kind=kind, place=where) if where else kind


def recommendations_table(
    lang: Language, edition: Edition, found: Iterable[Followed], shown: Mapping[Shown, str]
) -> Table:
    """List problems and recommended measures, each with what follows it and what is known since.

    `shown` holds the words for whether a later figure tells something, in English.
    """
    later = {each.recommendation: each for each in found}
    rows = tuple(
        (
            Reported(item.text.within(lang.code)),
            lang.text(KINDS[item.kind]),
            _proxy(lang, edition.catalogue, item),
            _since(lang, later[item], shown) if item in later else "",
            place(lang, item.locator),
        )
        for item in edition.recommendations
    )
    heads = (_("In short"), _("Kind"), _("Followed by"), _("Since then"), _("Place in the report"))
    return _table(lang, "recommendations", RECOMMENDED, heads, rows)


def _since(lang: Language, found: Followed, shown: Mapping[Shown, str]) -> Cell:
    """Return the later figures with their periods, or in words that there are none."""
    if not found.figures:
        return lang.text(shown[found.shown])
    parts: list[Fact | str] = [lang.text(SINCE).format(shown=lang.text(shown[found.shown]))]
    for figure in found.figures:
        parts += [
            published(lang, figure),
            lang.text(DATED).format(period=figure_period(lang, figure)),
        ]
    return Told(tuple(parts))


def _proxy(lang: Language, catalogue: Catalogue, item: Recommendation) -> str:
    if not item.proxy:
        return lang.text(NO_PROXY)
    name = catalogue.measures[item.proxy].name.within(lang.code)
    note = item.proxy_note.within(lang.code)
    return lang.text(PROXY).format(measure=name, note=note)


def _table(
    lang: Language,
    name: str,
    caption: str,
    heads: tuple[str, ...],
    rows: tuple[tuple[Cell, ...], ...],
) -> Table:
    return Table(lang.text(caption), headings(lang, heads), rows, name=name)
