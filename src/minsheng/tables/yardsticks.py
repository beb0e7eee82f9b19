"""The tables of the yardsticks of others: what each makes of the promises, and how each decides."""

from collections.abc import Iterator, Mapping, Sequence

from minsheng.data import Breakdown, Class, Edition, Method, Yardstick
from minsheng.facts import threshold
from minsheng.language import Language, _
from minsheng.tables.build import source_note
from minsheng.tables.cell import Cell, NoteNumber, Part, Reported, Told
from minsheng.tables.table import Table, headings
from minsheng.verdict import Assessment, Measured, measure_all

UNDER = _("The same promises by the yardsticks of others; notes say where one breaks down")
HOW = _("How each yardstick decides, and where it is printed")
NO_CLASS, NOTED, FROM = _("none"), _("{result}, note {note}"), _("{result} from {share}")
REST, BY_TARGET = _("{result} below that"), _("{result} where the target is reached")
WITHOUT = _("without a target, of growth a year: ")
BY_CRITERION = _("improving, maintaining or worsening, by a change that it sets for each indicator")
METHODS = {
    Method.ATTAINMENT: _("what was reported, over the target"),
    Method.SCHEDULE: _("what was reported, over the target's share in the time elapsed"),
    Method.GROWTH: _(
        "growth since an earlier year, as a share of the growth that would reach the target on time"
    ),
    Method.CHANGE: _("the change between the last two values"),
}
BREAKDOWNS = {
    Breakdown.NOT_PUBLISHED: _("No result has been published."),
    Breakdown.NOT_COMPARABLE: _("The two numbers may not be compared."),
    Breakdown.ZERO_TARGET: _(
        "The target is zero: there is no share of it, and the number that some yardsticks put in "
        "the place of zero decides the class."
    ),
    Breakdown.COVERAGE: _(
        "Full coverage is claimed: that is true or not, and has neither a degree nor a growth."
    ),
    Breakdown.NO_TARGET: _("No target is printed."),
    Breakdown.NO_MONTHS: _("The months that the figure covers are not stated."),
    Breakdown.NO_EARLIER_VALUE: _("No value of an earlier year is printed or implied."),
    Breakdown.SAME_YEAR: _(
        "Earlier value and target are of one year: there is no time to grow in."
    ),
    Breakdown.TARGET_IS_BASE: _(
        "The target is what had been reached before: it asks for no growth."
    ),
    Breakdown.PART_OF_YEAR: _(
        "The earlier value covers part of a year and the target the whole of one."
    ),
    Breakdown.NO_CRITERION: _(
        "The source sets for each indicator which change counts, and none is set for this one."
    ),
    Breakdown.UNDETERMINED: _("What is printed allows more than one class."),
    Breakdown.TARGET_BELOW_BASE: _(
        "The target lies below what the same months of the year before had reached: a result just "
        "short of it would count as a fall, however near."
    ),
}


def yardsticks_table(lang: Language, edition: Edition, results: Sequence[Assessment]) -> Table:
    """Set the classes of every promise side by side; notes say where a yardstick breaks down."""
    yardsticks = edition.rules.yardsticks
    measured = [measure_all(yardsticks, each) for each in results]
    broken = dict.fromkeys(one for row in measured for each in row for one in each.breakdowns)
    notes = {each: place for place, each in enumerate(broken, 1)}
    rows = tuple(
        (
            judged.promised.measure.name.within(lang.code),
            *(_result(lang, yardsticks[each.yardstick], each, notes) for each in row),
        )
        for judged, row in zip(results, measured, strict=True)
    )
    heads = headings(lang, (_("Promise"),)) + headings(
        lang, [each.name.within(lang.code) for each in yardsticks.values()]
    )
    said = tuple(lang.text(BREAKDOWNS[each]) for each in notes)
    return Table(lang.text(UNDER), heads, rows, notes=said, name="yardsticks")


def _result(
    lang: Language, yardstick: Yardstick, found: Measured, notes: Mapping[Breakdown, int]
) -> Cell:
    if found.result is None:
        words: Part = lang.text(NO_CLASS)
    else:
        words = Reported(yardstick.results[found.result].within(lang.code))
    if not found.breakdowns:
        return words
    (first, *others) = (NoteNumber(notes[each]) for each in found.breakdowns)
    told = Told.filled(lang.text(NOTED), result=words, note=first)
    return Told((*told.parts, *(part for each in others for part in (" ", each))))


def methods_table(lang: Language, edition: Edition) -> Table:
    """List what each yardstick sets against what, its classes, and its source as a note."""
    heads = (_("Yardstick"), _("What it puts into classes"), _("Its classes"), _("Source"))
    yardsticks = edition.rules.yardsticks.values()
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            each.name.within(lang.code),
            lang.text(METHODS[each.method]),
            _classes(lang, each),
            NoteNumber(number),
        )
        for number, each in enumerate(yardsticks, 1)
    )
    notes = tuple(source_note(lang, edition.sources[each.source]) for each in yardsticks)
    return Table(lang.text(HOW), headings(lang, heads), rows, notes=notes, name="yardstick-rules")


def _classes(lang: Language, yardstick: Yardstick) -> Told:
    if yardstick.method is Method.CHANGE:
        return Told((lang.text(BY_CRITERION),))
    said = []
    if yardstick.achieved is not None:
        reached = Reported(yardstick.results[yardstick.achieved].within(lang.code))
        said.append(Told.filled(lang.text(BY_TARGET), result=reached))
    said += [_class(lang, yardstick, each) for each in yardstick.classes]
    parts = [*_joined(lang, said)]
    if yardstick.without_target:
        without = [_class(lang, yardstick, each) for each in yardstick.without_target]
        parts += [lang.clauses(["", lang.text(WITHOUT)]), *_joined(lang, without)]
    return Told(tuple(parts))


def _joined(lang: Language, said: Sequence[Told]) -> Iterator[Part]:
    """Yield the parts of several texts that stand beside each other."""
    for place, each in enumerate(said):
        yield from (lang.clauses(["", ""]),) if place else ()
        yield from each.parts


def _class(lang: Language, yardstick: Yardstick, each: Class) -> Told:
    result = Reported(yardstick.results[each.result].within(lang.code))
    if each.at_least is None:
        return Told.filled(lang.text(REST), result=result)
    share = threshold(lang, each.at_least)
    return Told.filled(lang.text(FROM), result=result, share=share)
