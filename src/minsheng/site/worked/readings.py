"""Worked examples of reading a printed figure: its enclosure, and the same cut off."""

from minsheng.commentary import compose
from minsheng.data import load_book
from minsheng.facts import Formula, as_printed, between, completion_rate
from minsheng.language import Language, _
from minsheng.measures import complete
from minsheng.quantity import Reading
from minsheng.site.worked.subjects import completed, figure
from minsheng.site.worked.worked import Step, Worked, bare, measure_title, printed_step
from minsheng.tables import figure_name

ENCLOSURE = _("Printed figures and the values that would be printed so")
TRUNCATION = _("Rounded or cut off: {name}, {year}")
IF_READ = {
    Reading.ROUNDED: _("{printed}, taken as rounded"),
    Reading.TRUNCATED: _("{printed}, taken as cut off"),
}
RATE_IF = {
    Reading.ROUNDED: _("completion, if rounded"),
    Reading.TRUNCATED: _("completion, if cut off"),
}
DIVIDED = _("reported ÷ target: {actual} ÷ {target}")


def enclosure(lang: Language, figure_ids: str) -> Worked:
    """Show which values would be printed like each of some figures, named between spaces."""
    steps = tuple(printed_step(lang, figure(each)) for each in figure_ids.split())
    return Worked(lang.text(ENCLOSURE), steps)


def truncation(lang: Language, subject: str) -> Worked:
    """Show a completion under both readings of its reported figure, the target being exact."""
    result, done = completed(subject)
    steps = [step for reading in Reading for step in _under(lang, subject, reading)]
    return Worked(measure_title(lang, TRUNCATION, done.actual), tuple(steps))


def _under(lang: Language, subject: str, reading: Reading) -> tuple[Step, Step]:
    __, done = completed(subject)
    actual, target = done.actual, done.target
    read = complete(done.pair, reading)
    enclosed = actual.enclosure(reading)
    name = figure_name(lang, load_book().catalogue, actual)
    taken = compose(lang, IF_READ[reading], printed=as_printed(lang, actual))
    divided = compose(
        lang,
        DIVIDED,
        actual=bare(lang, actual, reading),
        target=bare(lang, target),
    )
    shown = between(lang, enclosed, actual.unit_read, (actual,), formula=Formula.ENCLOSURE)
    return (
        Step(name, taken, shown, actual.anchor),
        Step(lang.text(RATE_IF[reading]), divided, completion_rate(lang, read)),
    )
