"""Worked examples of the audit: a printed percentage, its recomputation and what the test is worth.

`audit` carries a test through to its outcome; the other calculations give one of its numbers.
"""

from functools import lru_cache

from minsheng.audit import Derivation, InputFlip, Line, Recomputed, audit, audit_context
from minsheng.commentary import compose
from minsheng.commentary.audit import HIGHER, LOWER, OUTCOME_NAMES
from minsheng.data import load_book
from minsheng.facts import (
    Formula,
    change_of_input,
    naive_percentage,
    passing_values,
    percent_between,
    recomputed_percentage,
)
from minsheng.language import Language, _
from minsheng.site.worked.worked import (
    Step,
    Worked,
    failing,
    measure_title,
    printed_step,
    unknown,
)
from minsheng.tables import figure_name

CHAPTER = "audit"  # the one that may read every figure of its edition
AUDIT_OF = _("Audit of a printed percentage: {name}, {year}")
RECOMPUTED, FROM_INPUTS = _("recomputed"), _("from the inputs above, with their rounding")
NAIVE, FROM_DIGITS = _("naive value"), _("from the printed digits alone")
FORCE, PASSING = _("force"), _("values of the printed form that would have passed")
CUT_OFF, CUT_OFF_ALL = _("if cut off"), _("every measured number cut off instead of rounded")
FLIP = _("smallest flip")
CHANGE = _("{name}: {change} {direction}")
OUTCOME, HELD_AGAINST = _("outcome"), _("do {printed} and {recomputed} share a value?")


def carried_through(lang: Language, figure_id: str) -> Worked:
    """Test a printed percentage and show everything that belongs to the test."""
    line, found = _tested(figure_id)
    steps = [printed_step(lang, each, dated=_growth(line)) for each in (*line.inputs, line.printed)]
    steps += [_recomputed(lang, line, found), _naive(lang, line, found), _force(lang, line)]
    if line.flip is not None:
        steps.append(_flip(lang, line, line.flip))
    cut_off = lang.text(OUTCOME_NAMES[line.truncated])
    steps.append(Step(lang.text(CUT_OFF), compose(lang, CUT_OFF_ALL), cut_off))
    steps.append(_outcome(lang, line, found))
    return Worked(measure_title(lang, AUDIT_OF, line.printed), tuple(steps))


def _growth(line: Line) -> bool:
    return line.derivation is Derivation.GROWTH


def naive(lang: Language, figure_id: str) -> Worked:
    """Give what the printed digits alone make of a percentage."""
    line, found = _tested(figure_id)
    return _one(lang, line, _naive(lang, line, found))


def force(lang: Language, figure_id: str) -> Worked:
    """Count the values of the printed form that would have passed."""
    line, __ = _tested(figure_id)
    return _one(lang, line, _force(lang, line))


def _one(lang: Language, line: Line, step: Step) -> Worked:
    return Worked(measure_title(lang, AUDIT_OF, line.printed), (step,))


def _tested(figure_id: str) -> tuple[Line, Recomputed]:
    lines = _lines()
    if figure_id not in lines:
        raise unknown("No printed percentage has this id.", figure_id, lines)
    line = lines[figure_id]
    if line.recomputed is None:
        raise failing("An input of this percentage is not printed.", figure_id)
    return line, line.recomputed


@lru_cache(maxsize=1)
def _lines() -> dict[str, Line]:
    """Return the test of every printed percentage, by its id; a page asks for many of them."""
    book = load_book()
    found = [*audit_context(book).lines]
    for year in book.editions():
        edition = book.edition(year)
        if CHAPTER in edition.chapters():
            found += audit(edition.view(CHAPTER)).lines
    return {line.printed.figure_id: line for line in found}


def _recomputed(lang: Language, line: Line, found: Recomputed) -> Step:
    value = recomputed_percentage(lang, line, found)
    return Step(lang.text(RECOMPUTED), compose(lang, FROM_INPUTS), value)


def _naive(lang: Language, line: Line, found: Recomputed) -> Step:
    value = naive_percentage(lang, line, found)
    return Step(lang.text(NAIVE), compose(lang, FROM_DIGITS), value)


def _force(lang: Language, line: Line) -> Step:
    if line.force is None:
        raise failing(
            "An input has no end on one side, so no count exists.", line.printed.figure_id
        )
    value = passing_values(lang, line, line.force)
    return Step(lang.text(FORCE), compose(lang, PASSING), value)


def _flip(lang: Language, line: Line, flip: InputFlip) -> Step:
    origin = compose(
        lang,
        CHANGE,
        name=figure_name(lang, load_book().catalogue, flip.figure),
        change=change_of_input(lang, line, flip),
        direction=lang.text(LOWER if flip.units < 0 else HIGHER),
    )
    return Step(lang.text(FLIP), origin, lang.text(OUTCOME_NAMES[flip.outcome]))


def _outcome(lang: Language, line: Line, found: Recomputed) -> Step:
    places = line.printed.number.decimals + 1
    enclosed = line.printed.enclosure()
    formula = Formula.ENCLOSURE
    origin = compose(
        lang,
        HELD_AGAINST,
        printed=percent_between(lang, enclosed, (line.printed,), places, formula=formula),
        recomputed=recomputed_percentage(lang, line, found),
    )
    return Step(lang.text(OUTCOME), origin, lang.text(OUTCOME_NAMES[line.outcome]))
