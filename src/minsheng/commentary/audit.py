"""Sentences about the audit: what could be tested, what came out, and how strong each test is."""

from collections.abc import Iterator, Mapping, Sequence

from minsheng.audit import (
    Audit,
    Derivation,
    Finding,
    InputFlip,
    Line,
    Missing,
    Outcome,
    Recomputed,
)
from minsheng.commentary.sentence import Sentence, begin, compose
from minsheng.data import Catalogue, Claim, Edition, Figure, Nature
from minsheng.facts import (
    Fact,
    capitalised,
    change_of_input,
    counted,
    naive_percentage,
    passing_values,
    published,
    recomputed_percentage,
)
from minsheng.indicators import Promised
from minsheng.language import Language, Plural, _, plural

PRINTED = plural(
    "The sources print {n} percentage that was worked out from other figures.",
    "The sources print {n} percentages that were worked out from other figures.",
)
TESTED = plural(
    "{N} of them can be tested, because what it was worked out from is printed too.",
    "{N} of them can be tested, because what they were worked out from is printed too.",
)
ONLY_ONE_TESTED = _("It can be tested, because what it was worked out from is printed too.")
NONE_TESTED = _("None can be tested, because no source prints what they were worked out from.")
OUTCOMES: Mapping[Outcome, Plural] = {
    Outcome.CONSISTENT: plural(
        "Of those tested, {n} agrees with its inputs.",
        "Of those tested, {n} agree with their inputs.",
    ),
    Outcome.TOUCHING: plural(
        "Of those tested, {n} agrees only if a tie was rounded one way.",
        "Of those tested, {n} agree only if a tie was rounded one way.",
    ),
    Outcome.CONTRADICTED: plural(
        "Of those tested, {n} is contradicted by its inputs.",
        "Of those tested, {n} are contradicted by their inputs.",
    ),
}
READING = plural(
    "If the inputs had been cut off instead of rounded, {n} outcome would be another.",
    "If the inputs had been cut off instead of rounded, {n} outcomes would be others.",
)
NO_READING = _("If the inputs had been cut off instead of rounded, no outcome would change.")
REPORTERS = _(
    "The percentages and what they were worked out from come from the same bodies: {agencies}. "
    "A test shows whether their numbers fit together, not whether they are true."
)
UNNAMED = _(
    "The sources do not say who reported the percentages and what they were worked out from. "
    "A test shows whether their numbers fit together, not whether they are true."
)
AGREES = _(
    "{Name}, {derivation}: printed {printed}, recomputed {recomputed}; it agrees with its inputs. "
    "The printed digits alone give {naive}."
)
TOUCHES = _(
    "{Name}, {derivation}: printed {printed}, recomputed {recomputed}; the two meet in one point, so "
    "it agrees only if a tie was rounded one way. The printed digits alone give {naive}."
)
CONTRADICTS = _(
    "{Name}, {derivation}: printed {printed}, recomputed {recomputed}; its inputs contradict it. "
    "The printed digits alone give {naive}."
)
SAID: Mapping[Outcome, str] = {
    Outcome.CONSISTENT: AGREES,
    Outcome.TOUCHING: TOUCHES,
    Outcome.CONTRADICTED: CONTRADICTS,
}
UNTESTED = _("{Name}, {derivation}: printed {printed}; not tested, because {missing}.")
FORCE = plural(
    "Of all values that could have been printed in this form, {n} would have passed.",
    "Of all values that could have been printed in this form, {n} would have passed.",
)
NO_FORCE = _("An input is bounded on one side only, so very many values would have passed.")
FLIP = _("With {name} ({period}) {change} {direction} it would be {outcome}.")
LOWER, HIGHER = _("lower"), _("higher")
ALL = _(
    "{Name}: {actual}, which the source says are all there are. Count and claim stand in one sentence, "
    "so neither can be tested by the other."
)
DERIVATIONS: Mapping[Derivation, str] = {
    Derivation.COMPLETION: _("completion"),
    Derivation.GROWTH: _("growth on the year before"),
    Derivation.COVERAGE: _("coverage"),
}
MISSING: Mapping[Missing, str] = {
    Missing.ACTUAL: _("the figure that it is a percentage of is not printed"),
    Missing.TARGET: _("the target is not printed"),
    Missing.BASE: _("the figure of the year before is not printed"),
    Missing.COVERED: _("the number covered is not printed"),
    Missing.BOUNDS: _("an input is printed as “about”, which gives no bounds"),
}
OUTCOME_NAMES: Mapping[Outcome, str] = {
    Outcome.CONSISTENT: _("consistent"),
    Outcome.TOUCHING: _("touching"),
    Outcome.CONTRADICTED: _("contradicted"),
    Outcome.UNVERIFIABLE: _("unverifiable"),
}
NATURES: Mapping[Nature, str] = {
    Nature.DEFINITIONAL: _("by definition"),
    Nature.PLAUSIBLE: _("to be expected"),
}
FINDINGS: Mapping[Finding, str] = {
    Finding.HOLDS: _("holds"),
    Finding.OPEN: _("left open by rounding"),
    Finding.CONTRADICTED: _("contradicted"),
    Finding.REMARKABLE: _("remarkable"),
    Finding.DIFFERENT_PERIODS: _("not tested: the figures are about different periods"),
}


def tally(lang: Language, found: Audit) -> Iterator[Sentence]:
    """Say how many percentages are printed, how many can be tested and what came out."""
    yield _count(lang, PRINTED, found.lines)
    tested = found.tested
    if len(found.lines) == len(tested) == 1:
        yield compose(lang, ONLY_ONE_TESTED)
    else:
        yield _count(lang, TESTED, tested) if tested else compose(lang, NONE_TESTED)
    for outcome in (Outcome.CONSISTENT, Outcome.TOUCHING, Outcome.CONTRADICTED):
        if lines := found.with_outcome(outcome):
            yield _count(lang, OUTCOMES[outcome], lines)
    if tested:
        other = [each for each in tested if each.depends_on_reading]
        yield _count(lang, READING, other) if other else compose(lang, NO_READING)


def _count(lang: Language, message: Plural, lines: Sequence[Line]) -> Sentence:
    number = counted(lang, len(lines), [each.printed for each in lines])
    return compose(lang, lang.plural(message, len(lines)), n=number, N=capitalised(number))


def reporters(lang: Language, edition: Edition, found: Audit) -> Sentence:
    """Say who reported the percentages and their inputs, as far as the sources name them."""
    keys = dict.fromkeys(edition.reporter(each.printed.measure) for each in found.lines)
    names = [edition.catalogue.agencies[key].within(lang.code) for key in keys if key]
    if not names:
        return compose(lang, UNNAMED)
    return compose(lang, REPORTERS, agencies=lang.listed(names))


def line(lang: Language, catalogue: Catalogue, tested: Line) -> Iterator[Sentence]:
    """Give one printed percentage, its test, the force of the test and what would change it."""
    named: dict[str, Fact | str] = {
        "Name": begin(_name(lang, catalogue, tested.printed)),
        "derivation": lang.text(DERIVATIONS[tested.derivation]),
        "printed": published(lang, tested.printed),
    }
    if tested.missing is not None:
        yield compose(lang, UNTESTED, **named, missing=lang.text(MISSING[tested.missing]))
    if tested.recomputed is not None:
        yield _outcome(lang, tested, tested.recomputed, **named)
        yield _force(lang, tested)
    if tested.flip is not None:
        yield _flip(lang, catalogue, tested, tested.flip)


def all_of_them(lang: Language, promised: Promised) -> Sentence | None:
    """Say what a count that is claimed to be complete can be tested by: nothing."""
    if promised.promise.claim is not Claim.ALL or promised.actual is None:
        return None
    name = begin(promised.measure.name.within(lang.code))
    return compose(lang, ALL, Name=name, actual=published(lang, promised.actual))


def _outcome(lang: Language, tested: Line, found: Recomputed, **named: Fact | str) -> Sentence:
    return compose(
        lang,
        SAID[tested.outcome],
        recomputed=recomputed_percentage(lang, tested, found),
        naive=naive_percentage(lang, tested, found),
        **named,
    )


def _force(lang: Language, tested: Line) -> Sentence:
    if tested.force is None:
        return compose(lang, NO_FORCE)
    message = lang.plural(FORCE, tested.force)
    return compose(lang, message, n=passing_values(lang, tested, tested.force))


def _flip(lang: Language, catalogue: Catalogue, tested: Line, flip: InputFlip) -> Sentence:
    return compose(
        lang,
        FLIP,
        name=_name(lang, catalogue, flip.figure),
        period=lang.period(flip.figure.period_text),
        change=change_of_input(lang, tested, flip),
        direction=lang.text(LOWER if flip.units < 0 else HIGHER),
        outcome=lang.text(OUTCOME_NAMES[flip.outcome]),
    )


def _name(lang: Language, catalogue: Catalogue, figure: Figure) -> str:
    return catalogue.measures[figure.measure].name.within(lang.code)
