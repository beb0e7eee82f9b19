"""Golden sentences about what an edition lacks, and about who reported what it holds."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from commentary.golden.case import Case
from commentary.golden.made import EDITION, figure
from minsheng.commentary import Sentence, reporters, unpublished, work
from minsheng.data import Edition, Grade, Unit, load_book
from minsheng.language import Language
from minsheng.verdict import Assessment, assess

ANNOUNCED, PARTIAL = load_book().edition(2026), load_book().edition(2021)
FOLLOWED = "2021.urban_new_jobs.target"


def judged(edition: Edition) -> list[Assessment]:
    view = edition.view("overview")
    return [assess(view, promise.measure) for promise in edition.promises]


def cases(lang: Language) -> Iterator[Case]:
    """Yield every sentence about what is not published."""
    yield from _editions(lang)
    yield from _who(lang)
    for row, agency, printed, responsible in (
        ("an evaluation names the body", "Agency", True, True),
        ("a source names the body", "Agency", True, False),
        ("no figure is printed", "Agency", False, True),
        ("no body is named", "", True, False),
    ):
        said = reporters.reporter(lang, agency, printed=printed, responsible=responsible)
        yield Case("reporters.reporter", row, said)
    read = figure("10.1", scale=10_000)
    read = replace(
        read, unit=Unit.PERSON_TIME, unit_note=replace(read.note, en="Why.", zh="理由。")
    )
    yield Case("work.unit_reading", "person-times", work.unit_reading(lang, "name", read))
    said = work.elsewhere(lang, "name", figure("2"), "Region", "Home")
    yield Case("work.elsewhere", "a figure", said)


def _editions(lang: Language) -> Iterator[Case]:
    nothing = replace(PARTIAL, figures={})
    target = replace(PARTIAL, figures={FOLLOWED: PARTIAL.figures[FOLLOWED]})
    rows = {
        "an umbrella without a target": ANNOUNCED,
        "targets and no result": target,
        "promises and no figure": nothing,
        "figures up to a month": PARTIAL,
        "an evaluation": EDITION,
    }
    for row, edition in rows.items():
        for said in unpublished.missing(lang, edition, judged(edition)):
            yield Case("unpublished.missing", row, said)
    for grade in Grade:
        sources = {key: replace(each, grade=grade) for key, each in EDITION.sources.items()}
        said = unpublished.grades(lang, replace(EDITION, sources=sources))
        yield Case("unpublished.grades", grade.value, said)
    yield Case("unpublished.grades", "several", unpublished.grades(lang, PARTIAL))


def _who(lang: Language) -> Iterator[Case]:
    (umbrella,) = ANNOUNCED.promises
    filled = replace(ANNOUNCED, promises=(umbrella, replace(umbrella, measure="urban_new_jobs")))
    rows = {"an umbrella without a target": ANNOUNCED, "with a target": filled, "targets": EDITION}
    for row, edition in rows.items():
        yield from _said("unpublished.by_name", row, unpublished.by_name(lang, edition))
    for row, edition in {"a count": ANNOUNCED, "none": EDITION}.items():
        yield Case("unpublished.voted", row, unpublished.voted(lang, edition.view("overview")))
    alone = replace(ANNOUNCED, latest_evaluation=None)
    asked = "unpublished.publisher"
    for row, edition in {
        "an evaluation of another year": ANNOUNCED,
        "no evaluation": alone,
        "its own evaluation": EDITION,
    }.items():
        yield from _said(asked, row, unpublished.publisher(lang, edition))
    for row, edition in {
        "an announced edition": ANNOUNCED,
        "no context": _bare(ANNOUNCED),
        "an evaluated edition": EDITION,
    }.items():
        outlook = unpublished.outlook(lang, edition.view("overview"))
        yield from _said("unpublished.outlook", row, outlook)


def _said(asked: str, row: str, sentences: Iterable[Sentence]) -> Iterator[Case]:
    """Yield a case for each sentence, or one that says that there is none."""
    yield from [Case(asked, row, said) for said in sentences] or [Case(asked, row, None)]


def _bare(edition: Edition) -> Edition:
    return replace(edition, context={})
