"""One chapter of one edition in one language: what a notebook holds in its hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from minsheng.audit import Audit, audit
from minsheng.chapters.judging import Judging
from minsheng.commentary import (
    Sentence,
    across,
    joined,
    overview,
    promises,
    recommended,
    reporters,
    unpublished,
    verbatim,
    work,
)
from minsheng.commentary import audit as sentences
from minsheng.data import HOME_REGION, EditionStatus, Measure, Refusal, Role, load_book
from minsheng.errors import Fault, UsageFault
from minsheng.language import Language
from minsheng.measures import declared_ratios, growth_over_editions, shares_of_year
from minsheng.recovery import ambition_elsewhere, base_of, growth_of
from minsheng.tables import (
    audit_table,
    caveats_table,
    figure_name,
    figures_table,
    policies_table,
    promises_table,
    quality_table,
    recommendations_table,
    relations_table,
    supervision_table,
)
from minsheng.verdict import Assessment, assess, followed

SHOWN = (Role.ACTUAL, Role.AWARD, Role.CRITERION)
Saying = Callable[[Language, Assessment], Sentence | None]


def open_page(chapter: str, *, year: int, lang: str) -> Page:
    """Open a chapter of one edition in one language.

    Raises `UsageFault` for a year, chapter or language that the book does not have, or a year that
    is no whole number.
    """
    if not isinstance(year, int) or isinstance(year, bool):
        rule = "The year of an edition is a whole number."
        raise UsageFault([Fault("parameter year", rule, "write it like 2023", value=repr(year))])
    return Page(load_book().edition(year).view(chapter), Language(lang))


@dataclass(frozen=True)
class Page(Judging):
    """A chapter's view of its edition, and the language it speaks."""

    def assess(self, measure: str) -> Assessment:
        """Judge the promise on one measure."""
        return assess(self.view, measure)

    def assess_all(self) -> tuple[Assessment, ...]:
        """Judge every promise that the chapter reads, in the order they were voted.

        An umbrella is judged through its targets, once there are any.
        """
        judged = self.view.edition.judged
        return tuple(self.assess(each.measure) for each in self.view.promises() if each in judged)

    def say(self, result: Assessment, *sayings: Saying) -> None:
        """Show one paragraph: the sentences that exist for this result, in this order."""
        self._paragraph(saying(self.lang, result) for saying in sayings)

    def say_overview(self, results: Sequence[Assessment]) -> None:
        """Show how many promises rest on what, and up to when the figures reach."""
        edition = self.view.edition
        named = [*unpublished.by_name(self.lang, edition)]
        tally = overview.tally(self.lang, edition, results)
        counted = tally[:1] if all(map(edition.is_open, edition.judged)) else tally
        voted, cutoff = unpublished.voted(self.lang, self.view), overview.cutoff(self.lang, edition)
        grades = unpublished.grades(self.lang, edition)
        self._paragraph([*counted, *named, voted, cutoff, grades])

    def say_unpublished(self, results: Sequence[Assessment]) -> None:
        """List what is not published, say who may publish it and what the page will show then."""
        edition = self.view.edition
        self._items(unpublished.missing(self.lang, edition, results))
        self._paragraph(unpublished.publisher(self.lang, edition))
        self._paragraph(unpublished.outlook(self.lang, self.view))

    def say_figures(self, *measures: str) -> None:
        """List each figure reported, granted or set as a criterion, one sentence each."""
        found = [(key, self.view.find(key, role)) for key in measures for role in SHOWN]
        self._items(
            work.figure(self.lang, self._name(key), figure)
            for key, figure in found
            if figure is not None
        )

    def say_ratios(self) -> None:
        """List every ratio that the catalogue declares between this chapter's measures."""
        self._items(work.ratio(self.lang, each) for each in declared_ratios(self.view))

    def say_refusals(self) -> None:
        """List every comparison that the book refuses here, each with the reason.

        A growth over other years that is computed after all stands in the same list.
        """
        over = [growth_over_editions(self.view, key) for key in self.view.chapter.reads]
        general = [each for measure in self._measures() for each in measure.refusals]
        self._items(
            [
                *(across.growth(self.lang, each) for found in over for each in found),
                *(
                    work.refusal(self.lang, each)
                    for each in general
                    if not each.comparing and self._may_refuse(each)
                ),
            ]
        )

    def say_nation(self, measure: str) -> None:
        """Show how the year ran, and what the target asked for, in the whole country."""
        nation = self.view.edition.catalogue.nation
        shares = shares_of_year(self.view, measure, nation)
        ambition = ambition_elsewhere(self.view, measure, nation)
        said = [across.share(self.lang, each) for each in shares]
        self._paragraph([*said, across.nation(self.lang, ambition)])

    def say_growth(self, *measures: str) -> None:
        """Show the printed growth of each measure and the base it implies."""
        bases = [(key, base_of(self.view, key)) for key in measures]
        self._paragraph(
            work.growth(self.lang, self._name(key), base) for key, base in bases if base is not None
        )

    def say_ratio_a_year_earlier(self, ratio_key: str) -> None:
        """Show a declared ratio beside the one recovered for a year earlier."""
        for each in declared_ratios(self.view):
            first, second = (growth_of(self.view, figure.measure) for figure in each.inputs)
            if each.declared.key == ratio_key and first is not None and second is not None:
                self._paragraph([work.ratio_a_year_earlier(self.lang, each, first, second)])

    def say_unit_readings(self) -> None:
        """List the figures shown so far that are read in another unit than printed, and why."""
        shown = [self.view.edition.figure(key) for key in self.view.read]
        found = [each for each in shown if each.unit_read is not each.unit]
        catalogue = self.view.edition.catalogue
        self._items(
            work.unit_reading(self.lang, figure_name(self.lang, catalogue, each), each)
            for each in found
        )

    def say_elsewhere(self, measure: str) -> None:
        """List the figures of other regions on a measure that has none at home."""
        regions = self.view.edition.catalogue.regions
        names = {code: region.name.within(self.lang.code) for code, region in regions.items()}
        self._items(
            work.elsewhere(
                self.lang, self._name(measure), each, names[each.region], names[HOME_REGION]
            )
            for each in self.view.context(measure)
        )

    def audit(self) -> Audit:
        """Test every percentage that the sources of this edition print, and every relation."""
        return audit(self.view)

    def say_audit(self, found: Audit) -> None:
        """Show how much could be tested, what came out, and who reported the figures."""
        bodies = sentences.reporters(self.lang, self.view.edition, found)
        self._paragraph([*sentences.tally(self.lang, found), bodies])

    def say_audit_lines(self, found: Audit) -> None:
        """List every printed percentage with its test, its force and what would change it."""
        catalogue = self.view.edition.catalogue
        lines = (sentences.line(self.lang, catalogue, each) for each in found.lines)
        counted = (sentences.all_of_them(self.lang, each.promised) for each in self.assess_all())
        self._items(
            [*(joined(self.lang, each) for each in lines), *(each for each in counted if each)]
        )

    def show_audit(self, found: Audit) -> None:
        """List the tests side by side."""
        names = (sentences.DERIVATIONS, sentences.OUTCOME_NAMES)
        self._table(audit_table(self.lang, self.view.edition.catalogue, found, *names))

    def show_relations(self, found: Audit) -> None:
        """List the declared relations whose figures are published."""
        if found.relations:
            names = (sentences.NATURES, sentences.FINDINGS)
            self._table(relations_table(self.lang, found.relations, *names))

    def show_policies(self) -> None:
        """List the policies that the catalogue assigns to this chapter."""
        policies = self.view.policies()
        if policies:
            self._table(policies_table(self.lang, policies))

    def show_supervision(self) -> None:
        """Draw when the supervision group did what it did, and list it."""
        self.show_course()
        self._table(supervision_table(self.lang, self.view.edition.supervision))

    def show_recommendations(self) -> None:
        """Say what became of the recommendations, and list them with the problems they answer."""
        edition, found = self.view.edition, followed(self.view)
        self._paragraph(recommended.followed(self.lang, found))
        self._table(recommendations_table(self.lang, edition, found, recommended.SHOWN_NAMES))

    def say_opinion(self) -> None:
        """Show the official opinion as printed."""
        self._paragraph([overview.opinion(self.lang, self.view.edition)])

    def say_caveats(self, measure: str) -> None:
        """Show who reported the figures, and what the measure is and is not."""
        edition, entry = self.view.edition, self.view.measure(measure)
        caveats = [verbatim(self.lang, each.within(self.lang.code)) for each in entry.cautions]
        key = edition.reporter(measure)
        reporter = reporters.reporter(
            self.lang,
            edition.catalogue.agencies[key].within(self.lang.code) if key else "",
            printed=any(each.measure == measure for each in edition.figures.values()),
            responsible=edition.entry.status is EditionStatus.EVALUATED,
        )
        self._paragraph([*caveats, reporter])

    def show_caveats(self) -> None:
        """List what each of the chapter's measures is and is not."""
        measures = [measure for measure in self._measures() if measure.cautions]
        if measures:
            self._table(caveats_table(self.lang, measures))

    def show_promises(self, results: Sequence[Assessment]) -> None:
        """List the promises with their targets, evidence and states."""
        edition, names = self.view.edition, promises
        self._table(
            promises_table(self.lang, edition, results, names.STATE_NAMES, names.EVIDENCE_NAMES)
        )

    def quality(self, measure: str) -> None:
        """Show the five answers on data quality, where the measure is an indicator."""
        answers = self.view.measure(measure).quality
        if answers is not None:
            self._table(quality_table(self.lang, answers))

    def sources(self) -> None:
        """List every figure that this page has read, as printed, with source and place.

        Without any, say where the promises stand.
        """
        figures = [self.view.edition.figure(key) for key in self.view.read]
        if figures:
            edition = self.view.edition
            known = (edition.catalogue, edition.sources)
            self._table(figures_table(self.lang, *known, figures, "../"))
        else:
            self._items(promises.places(self.lang, each) for each in self.view.promises())

    def _measures(self) -> list[Measure]:
        """Return the chapter's measures on which this edition holds something."""
        held = self.view.edition.measures
        return [self.view.measure(key) for key in self.view.chapter.reads if key in held]

    def _may_refuse(self, refused: Refusal) -> bool:
        """Tell whether the edition holds something on both sides of a pair that is refused."""
        return not refused.partner or refused.partner in self.view.edition.measures
