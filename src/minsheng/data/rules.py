"""The rules that no single cell can hold: keys that must exist, periods, precision, promises."""

from collections.abc import Iterable, Iterator, Mapping

from minsheng.data.entries import Catalogue
from minsheng.data.model import HOME_REGION, Discrepancy, Figure, Promise, Vote
from minsheng.data.umbrella import covered_measures
from minsheng.data.vocabulary import Kind, PeriodBasis, Role, Unit
from minsheng.errors import Fault

ROUND_FROM = 1000


def figure_faults(figures: Iterable[Figure], catalogue: Catalogue) -> Iterator[Fault]:
    """Yield what is wrong with single figures."""
    for figure in figures:
        yield from _identity(figure)
        yield from _period(figure)
        yield from _precision(figure)
        yield from _unit(figure, catalogue)


def growth_faults(figures: Iterable[Figure], catalogue: Catalogue) -> Iterator[Fault]:
    """Yield growth rates without the figure that grew, or without a declaration."""
    held = list(figures)
    grown = {(each.measure, each.region, each.period) for each in held if each.role is Role.ACTUAL}
    for figure in held:
        if figure.role is not Role.YOY_PCT:
            continue
        measure, role = figure.measure, figure.role
        if (measure, figure.region, figure.period) not in grown:
            rule = "A growth rate needs the figure that grew, and none covers the same months."
            yield _fault(figure, "role", role, rule, f"add the row of {measure}.actual")
        entry = catalogue.measures.get(measure)
        if entry is not None and entry.declared("growth") is None:
            rule = "A printed growth rate must be declared in the catalogue."
            yield _fault(figure, "role", role, rule, f"declare growth for {measure} there")


def edition_faults(
    figures: Iterable[Figure], promises: Iterable[Promise], catalogue: Catalogue
) -> Iterator[Fault]:
    """Yield targets of one edition that no promise names or covers."""
    voted = list(promises)
    promised = {promise.measure for promise in voted} | {*covered_measures(voted, catalogue)}
    for figure in figures:
        if figure.role is Role.TARGET and figure.measure not in promised:
            rule = "A target belongs to a promise, and no promise names this measure."
            remedy = "add its row to data/promises.csv"
            yield _fault(figure, "measure", figure.measure, rule, remedy)


def discrepancy_faults(
    discrepancies: Iterable[Discrepancy], figures: Mapping[str, Figure]
) -> Iterator[Fault]:
    """Yield contradictions whose figure no longer prints what it printed when they were found."""
    for each in discrepancies:
        figure = figures.get(each.figure_id)
        if figure is not None and figure.printed != each.guard_printed:
            rule = f"The row of {each.figure_id} now prints {figure.printed}: this no longer holds."
            remedy = "read the source again; then correct the guard and the text, or delete the row"
            yield Fault(each.file, rule, remedy, each.row, "guard_printed", each.guard_printed)


def vote_faults(votes: Iterable[Vote]) -> Iterator[Fault]:
    """Yield votes that more people gave than were there, or more were there than there are."""
    for vote in votes:
        cast = sum(vote.cast.values())
        if cast > vote.present:
            rule = f"More votes are cast ({cast}) than members are present."
            yield _wrong_vote(vote, "present", vote.present, rule)
        if vote.members is not None and vote.present > vote.members:
            rule = f"More members are present ({vote.present}) than there are."
            yield _wrong_vote(vote, "members", vote.members, rule)
        if vote.quorum is not None and vote.members is not None and vote.quorum > vote.members:
            rule = f"More members must be present ({vote.quorum}) than there are."
            yield _wrong_vote(vote, "quorum", vote.quorum, rule)


def _wrong_vote(vote: Vote, column: str, value: int, rule: str) -> Fault:
    return Fault(vote.file, rule, "read the source again", vote.row, column, str(value))


def _identity(figure: Figure) -> Iterator[Fault]:
    parts = figure.figure_id.split(".")
    if parts[-2:] != [figure.measure, figure.role] and parts[-3:-1] != [
        figure.measure,
        figure.role,
    ]:
        rule = f"The id does not say measure {figure.measure} and role {figure.role}."
        yield _fault(
            figure, "figure_id", figure.figure_id, rule, "build it as <year>.<measure>.<role>"
        )
    abroad = figure.region if figure.region != HOME_REGION else None
    if (parts[0] if len(parts[0]) == len(HOME_REGION) else None) != abroad:
        rule = f"The id does not say the region {figure.region}."
        remedy = f"begin it with the region, and with none for {HOME_REGION}"
        yield _fault(figure, "figure_id", figure.figure_id, rule, remedy)


def _period(figure: Figure) -> Iterator[Fault]:
    stated = figure.period_basis is not PeriodBasis.NOT_STATED
    if stated and figure.period is None:
        rule = f"A period that is {figure.period_basis} must be written."
        yield _fault(figure, "period", "", rule, "write it, or say not_stated")
    if not stated and figure.period is not None:
        rule = "A period that is not stated must stay empty: nobody invents it."
        yield _fault(figure, "period", figure.period.text, rule, "empty it, or say where it stands")


def _precision(figure: Figure) -> Iterator[Fault]:
    plain = figure.scale == 1 and "." not in figure.printed and figure.unit is not Unit.PERCENT
    is_round = plain and abs(int(figure.printed)) >= ROUND_FROM and figure.printed.endswith("00")
    if is_round and figure.precision is None and not figure.role.is_exact:
        rule = "A round plain integer does not say how far it was rounded."
        yield _fault(figure, "precision", "", rule, "give its precision, and the reason in note_en")
    if figure.precision is not None and not figure.note:
        rule = "A precision that is not the default needs its reason."
        yield _fault(figure, "note_en", "", rule, "say why in note_en and note_zh")
    if figure.kind is Kind.AWARD and figure.precision is None:
        rule = "The default precision of an award is absurd."
        yield _fault(figure, "precision", "", rule, "give its precision (0 means exact)")


def _unit(figure: Figure, catalogue: Catalogue) -> Iterator[Fault]:
    if figure.unit_read is not figure.unit and not figure.unit_note:
        rule = "A unit that is read otherwise than printed needs its reason."
        yield _fault(figure, "unit_note_en", "", rule, "say why in unit_note_en and _zh")
    is_rate = figure.role.is_derived
    if is_rate != (figure.unit is Unit.PERCENT and figure.kind is Kind.RATE) and is_rate:
        rule = f"A figure in the role {figure.role} is a rate in percent."
        yield _fault(figure, "unit", figure.unit, rule, "use percent and the kind rate")
    measure = catalogue.measures.get(figure.measure)
    if measure is not None and not is_rate and figure.unit_read is not measure.unit:
        rule = f"The catalogue counts {figure.measure} in {measure.unit}."
        remedy = "correct it, or say in unit_read and unit_note_en how it is read"
        yield _fault(figure, "unit", figure.unit_read, rule, remedy)


def _fault(figure: Figure, column: str, value: str, rule: str, remedy: str) -> Fault:
    return Fault(figure.file, rule, remedy, figure.row, column, str(value))
