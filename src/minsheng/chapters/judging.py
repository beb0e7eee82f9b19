"""What the evaluation chapter shows of a verdict: opinions, the rule, the ledger, votes."""

from __future__ import annotations

from collections.abc import Sequence

from minsheng.chapters.charted import Charted
from minsheng.commentary import overview, promises, verdict
from minsheng.tables import (
    back_test_table,
    ledger_table,
    methods_table,
    opinions_table,
    own_rule_table,
    tallies_table,
    vote_rule_table,
    yardsticks_table,
)
from minsheng.verdict import Assessment, ambiguous, back_test, follows_up_to, rule_on


class Judging(Charted):
    """A chapter that judges promises together."""

    def show_opinions(self, results: Sequence[Assessment]) -> None:
        """Set the official opinion, the book's own rule and a vote side by side."""
        edition = self.view.edition
        decided = rule_on(edition.rules.own_rule, results)
        self._table(opinions_table(self.lang, edition, decided, overview.OPINIONS))

    def say_own_rule(self, results: Sequence[Assessment]) -> None:
        """Show what the book's own rule comes to, why it stays open, and its steps."""
        rule = self.view.edition.rules.own_rule
        decided = rule_on(rule, results)
        self._paragraph(verdict.own_rule(self.lang, rule, decided))
        self._items(verdict.reasons(self.lang, rule, decided))
        names = (promises.STATE_NAMES, promises.EVIDENCE_NAMES)
        self._table(own_rule_table(self.lang, rule, *names))

    def show_ledger(self, results: Sequence[Assessment]) -> None:
        """List what is claimed of each promise and who has seen that it is so."""
        edition = self.view.edition
        self._paragraph(verdict.verified(self.lang, edition))
        catalogue = edition.catalogue
        self._table(ledger_table(self.lang, catalogue, results, promises.EVIDENCE_NAMES))

    def say_distances(self, results: Sequence[Assessment]) -> None:
        """List how far each reported number is from another state, and from which."""
        self._items(verdict.distances(self.lang, results))

    def show_yardsticks(self, results: Sequence[Assessment]) -> None:
        """Set the promises under the yardsticks of others, and say how each of them decides."""
        edition = self.view.edition
        self._table(yardsticks_table(self.lang, edition, results))
        self._table(methods_table(self.lang, edition))

    def say_votes(self) -> None:
        """Show every vote under its body's rule, tested against the results published."""
        edition, opinions = self.view.edition, overview.OPINIONS
        for key, rule in edition.rules.votes.items():
            cast = [each for each in edition.votes if each.rule == key]
            if not cast:
                continue
            found = list(back_test(rule, cast))
            largest = {each.vote_id: follows_up_to(rule, each) for each in cast}
            said = [
                *verdict.vote(self.lang, rule, cast, edition.year),
                *verdict.back_test(self.lang, found),
                verdict.overlap(self.lang, list(ambiguous(rule, cast))),
            ]
            self._paragraph(said)
            self._table(vote_rule_table(self.lang, rule, opinions))
            self._table(tallies_table(self.lang, cast, largest, opinions))
            self._table(back_test_table(self.lang, found, opinions))
