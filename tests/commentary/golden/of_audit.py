"""Golden sentences about the audit: every outcome, missing input, force, and one or many."""

from collections.abc import Iterator
from dataclasses import replace

from commentary.golden.case import Case
from commentary.golden.made import DISTRICTS, EDITION, GRADUATES, figure, judged, target
from minsheng.audit import Audit, Line, Outcome, line
from minsheng.commentary import audit
from minsheng.data import Claim, Figure, Role, load_book
from minsheng.language import Language
from minsheng.quantity import Bound

COMPLETED, GROWTH, COVERAGE = Role.COMPLETION_PCT, Role.YOY_PCT, Role.COVERAGE_PCT
JOBS, GOAL = figure("21.99", scale=10_000), target("20", scale=10_000)
BEFORE = figure("21.70", scale=10_000, period="2022-01/2022-10")


def tested(printed: Figure, actual: Figure | None, *seconds: Figure) -> Line:
    """Test a made-up percentage."""
    return line(EDITION.catalogue, printed, actual, seconds)


AGREES = tested(figure("109.95", COMPLETED), JOBS, GOAL)
LINES = {
    "consistent": AGREES,
    "consistent, one value passes": tested(
        figure("129.83", COMPLETED), figure("779"), target("600")
    ),
    "touching": tested(figure("109.92", COMPLETED), JOBS, GOAL),
    "contradicted": tested(figure("108.95", COMPLETED), JOBS, GOAL),
    "consistent, growth": tested(figure("1.34", GROWTH), JOBS, BEFORE),
    "consistent, a lower bound": tested(
        figure("150", COMPLETED), figure("30", bound=Bound.OVER), target("20")
    ),
    "rises": tested(figure("100.5", COMPLETED), figure("200"), target("200")),
    "no actual": tested(figure("109.95", COMPLETED), None, GOAL),
    "no target": tested(figure("109.95", COMPLETED), JOBS),
    "no base": tested(figure("1.34", GROWTH), JOBS),
    "no number covered": tested(figure("100", COVERAGE, measure=GRADUATES), None),
    "about": tested(figure("109.95", COMPLETED), figure("22", bound=Bound.ABOUT), target("20")),
}
OTHER = replace(AGREES, truncated=Outcome.CONTRADICTED)
TALLIES = {
    "one, tested": [AGREES],
    "one, not tested": [LINES["no base"]],
    "six, two tested": [AGREES, LINES["touching"], *[LINES["no base"]] * 4],
    "three, one tested": [LINES["contradicted"], LINES["no base"], LINES["no target"]],
    "many of each": [AGREES] * 2 + [LINES["touching"]] * 2 + [LINES["contradicted"]] * 2,
    "another reading, one": [OTHER, AGREES],
    "another reading, two": [OTHER, OTHER],
    "none tested": [LINES["no base"], LINES["no target"]],
}


def cases(lang: Language) -> Iterator[Case]:
    """Yield every sentence about the audit."""
    for row, lines in TALLIES.items():
        for said in audit.tally(lang, Audit(tuple(lines))):
            yield Case("audit.tally", row, said)
    for row, each in LINES.items():
        for said in audit.line(lang, EDITION.catalogue, each):
            yield Case("audit.line", row, said)
    found = Audit((AGREES, LINES["no base"]))
    yield Case("audit.reporters", "one body", audit.reporters(lang, EDITION, found))
    nameless = replace(EDITION, promises=(), entry=load_book().edition(2020).entry)
    yield Case("audit.reporters", "none is named", audit.reporters(lang, nameless, found))
    counted = judged(figure("10", measure=DISTRICTS), measure=DISTRICTS, claim=Claim.ALL)
    yield Case("audit.all_of_them", "all", audit.all_of_them(lang, counted.promised))
    yield Case("audit.all_of_them", "no such claim", audit.all_of_them(lang, judged().promised))
    yield from _names(lang)


def _names(lang: Language) -> Iterator[Case]:
    for asked in ("OUTCOME_NAMES", "FINDINGS", "NATURES"):
        for key, name in getattr(audit, asked).items():
            yield Case(f"audit.{asked}", key.value, lang.text(name))
