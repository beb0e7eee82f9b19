"""The charts of a chapter, each under the finding it states and above its data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from minsheng.audit import Audit, Line
from minsheng.chapters.sheet import Sheet
from minsheng.charts import (
    Change,
    Course,
    Step,
    Tested,
    audit_chart,
    change_chart,
    completion_chart,
    glance_chart,
    places_chart,
    timeline_chart,
)
from minsheng.commentary import audit as sentences
from minsheng.commentary import begin, titles
from minsheng.data import Claim, Figure, Period, View
from minsheng.facts import published
from minsheng.language import Language, _
from minsheng.recovery import base_of
from minsheng.tables import act_name
from minsheng.verdict import Assessment

PERCENTAGE = _("{name}, {derivation}")


@dataclass(frozen=True)
class Charted(Sheet):
    """A chapter's view of its edition, and the language it speaks: what charts are drawn from."""

    view: View
    lang: Language

    def show_completion(self, result: Assessment) -> None:
        """Draw an actual against its target, an even spread and what was reached a year earlier."""
        done = result.promised.completion
        if done is not None:
            title = titles.completion(self.lang, result, done)
            chart = completion_chart(self.lang, done, title=title.plain, base=result.base)
            self._figure(title, chart)

    def show_change(self, *measures: str) -> None:
        """Draw measures beside the bases behind their printed growth."""
        found = [(key, self.view.find(key), base_of(self.view, key)) for key in measures]
        changes = [
            Change(self._name(key), now, base)
            for key, now, base in found
            if now is not None and base is not None
        ]
        if changes:
            rates = [(each.name, each.before.inputs[1]) for each in changes]
            title = titles.change(self.lang, rates)
            key = f"change-{changes[0].actual.anchor}"
            self._figure(title, change_chart(self.lang, key, changes, title=title.plain))

    def show_places(self, result: Assessment) -> None:
        """Draw one square for each place that was promised something, filled where it has it."""
        promised, name = result.promised, result.promised.measure.name.within(self.lang.code)
        reached, whole = promised.actual, self._whole(result)
        if reached is None or whole is None:
            return
        total = published(self.lang, whole, unit=False)
        title = titles.places(self.lang, name, reached, total)
        chart = places_chart(self.lang, reached, whole, name=name, title=title.plain)
        if chart is not None:
            self._figure(title, chart)

    def show_glance(self, results: Sequence[Assessment]) -> None:
        """Draw all promises at a glance, once there is a figure on one of them."""
        if not any(result.promised.figures for result in results):
            return
        title = titles.glance(self.lang, results)
        names = [(self._title_of(each.promised.measure.chapter), each) for each in results]
        key = f"glance-{self.view.edition.year}"
        self._figure(title, glance_chart(self.lang, key, names, title=title.plain))

    def show_course(self) -> None:
        """Draw when the supervision took its steps, as far as its report dates them."""
        edition = self.view.edition
        cutoff, acts = edition.entry.cutoff, edition.supervision
        if cutoff is None or not acts:
            return
        reported = edition.sources[edition.entry.source].published
        covered = Period.parse(f"{edition.year}-01/{cutoff.text}")
        title = titles.timeline(self.lang, acts, covered, reported)
        steps = tuple(
            Step(act_name(self.lang, each), Period.parse(each.date) if each.date else None)
            for each in acts
        )
        course = Course(covered, steps, Period.parse(reported))
        key = f"supervision-{edition.year}"
        self._figure(title, timeline_chart(self.lang, key, course, title=title.plain))

    def show_tests(self, found: Audit) -> None:
        """Draw what each printed percentage stands for above its recomputation."""
        if found.lines:
            title = titles.audit(self.lang, found)
            tests = [self._tested(each) for each in found.lines]
            key = f"audit-{self.view.edition.year}"
            self._figure(title, audit_chart(self.lang, key, tests, title=title.plain))

    def _tested(self, line: Line) -> Tested:
        measure = self.view.edition.catalogue.measures[line.printed.measure]
        name = self.lang.text(PERCENTAGE).format(
            name=begin(measure.name.within(self.lang.code)),
            derivation=self.lang.text(sentences.DERIVATIONS[line.derivation]),
        )
        return Tested(name, self.lang.text(sentences.OUTCOME_NAMES[line.outcome]), line)

    def _name(self, key: str) -> str:
        return self.view.measure(key).name.within(self.lang.code)

    def _title_of(self, chapter: str) -> str:
        return self.view.edition.catalogue.chapters[chapter].title.within(self.lang.code)

    def _whole(self, result: Assessment) -> Figure | None:
        """Return the figure that counts all places: the target, or an actual said to be all."""
        promised = result.promised
        if promised.completion is not None:
            return promised.target
        return promised.actual if promised.promise.claim is Claim.ALL else None
