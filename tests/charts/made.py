"""Every chart of the book, drawn from 2023 and from made-up editions with awkward values."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache, partial

from commentary.golden.made import EDITION, JOBS, figure, judged, target
from commentary.golden.of_audit import LINES
from commentary.golden.of_promises import EVERY
from minsheng.audit import audit
from minsheng.charts import (
    Change,
    Chart,
    Course,
    Step,
    Tested,
    audit_chart,
    change_chart,
    completion_chart,
    glance_chart,
    places_chart,
    timeline_chart,
    years_chart,
)
from minsheng.data import HOME_REGION, Figure, Period, Role, Unit, load_book
from minsheng.indicators import Year, years_of
from minsheng.language import Language
from minsheng.quantity import Bound
from minsheng.recovery import base_of
from minsheng.verdict import Assessment, assess

LANGUAGES = {"en": Language("en"), "zh": Language("zh")}
TITLE = "A finding"
OVERVIEW = EDITION.view("overview")
GROWTH = figure("1.34", Role.YOY_PCT)
TOO_LONG = "a name that is far too long for one line of a drawing in a column of text, or two"
COMPLETIONS = {
    "new urban jobs": assess(OVERVIEW, JOBS),
    "disabled employment": assess(OVERVIEW, "disabled_employment"),
    "far below": judged(figure("3"), target("600"), GROWTH),
    "far above": judged(figure("9000"), target("2"), GROWTH),
    "equal": judged(figure("600"), target("600")),
    "lower bound": judged(figure("30", bound=Bound.OVER), target("20"), GROWTH),
    "upper bound": judged(figure("10", bound=Bound.NEARLY), target("20")),
    "about": judged(figure("10", bound=Bound.ABOUT), target("20")),
    "wide rounding": judged(figure("3", scale=10_000), target("2", scale=10_000)),
    "the year is over": judged(figure("3", period="2023"), target("2")),
    "large sums": judged(
        figure("123456789", unit=Unit.YUAN), target("100000000", unit=Unit.YUAN), GROWTH
    ),
}


def completed(lang: Language, result: Assessment) -> Chart:
    done = result.promised.completion
    assert done is not None
    return completion_chart(lang, done, title=TITLE, base=result.base)


def changed(lang: Language, name: str = "") -> Chart:
    view = EDITION.view("labour_market")
    changes = []
    for key in ("labour_demand", "jobseeker_visits"):
        now, base = view.find(key), base_of(view, key)
        assert now is not None
        assert base is not None
        changes.append(Change(name or view.measure(key).name.within(lang.code), now, base))
    return change_chart(lang, "change", changes, title=TITLE)


def fell(lang: Language) -> Chart:
    found = judged(figure("300"), target("20"), figure("-90.0", Role.YOY_PCT))
    assert found.base is not None
    assert found.promised.actual is not None
    change = Change("new urban jobs", found.promised.actual, found.base)
    return change_chart(lang, "fell", [change], title=TITLE)


def places(
    lang: Language, reached: str, whole: str, name: str = "places with a market"
) -> Chart | None:
    counts = [figure(each, unit=Unit.DISTRICT) for each in (reached, whole)]
    return places_chart(lang, counts[0], counts[1], name=name, title=TITLE)


def glanced(lang: Language, results: dict[str, Assessment]) -> Chart:
    made = [_told_apart(number, each) for number, each in enumerate(results.values())]
    names = [f"{name} {TOO_LONG[:30]}" for name in results]
    return glance_chart(lang, "glance", list(zip(names, made, strict=True)), title=TITLE)


def _told_apart(number: int, result: Assessment) -> Assessment:
    """Give a made-up promise a measure of its own: all of them are about one."""
    measure = replace(result.promised.measure, key=f"made-{number}")
    return replace(result, promised=replace(result.promised, measure=measure))


def audited(lang: Language) -> Chart:
    lines = [(f"{TOO_LONG[:40]} {row}", each) for row, each in LINES.items()]
    tests = [
        Tested(name, "consistent", replace(each, printed=replace(each.printed, figure_id=f"f.{n}")))
        for n, (name, each) in enumerate(lines)
    ]
    return audit_chart(lang, "audit", tests, title=TITLE)


def audited_2023(lang: Language) -> Chart:
    found = audit(EDITION.view("audit"))
    tests = [Tested(each.printed.figure_id, "consistent", each) for each in found.lines]
    return audit_chart(lang, "audit", tests, title=TITLE)


def glanced_2023(lang: Language) -> Chart:
    promises = [(each.measure, assess(OVERVIEW, each.measure)) for each in OVERVIEW.promises()]
    return glance_chart(lang, "glance", promises, title=TITLE)


def over_years(lang: Language, years: list[Year]) -> Chart:
    return years_chart(lang, "years", years, title=TITLE, breaks=[2022, 2024])


def published_years() -> list[Year]:
    book = load_book()
    found = [each for each in (*book.figures, *book.context) if each.region == HOME_REGION]
    return years_of(found, JOBS)


def of_year(year: int, made: Figure) -> Figure:
    key = made.figure_id.replace("2023", str(year))
    return replace(made, figure_id=key, period=Period.parse(str(year)))


MADE_YEARS = [
    Year(2020, of_year(2020, target("2", scale=10_000))),
    Year(2021),
    Year(2022),
    Year(2023, target("20", bound=Bound.OVER), (figure("3", scale=10_000),)),
    Year(2024, reports=(of_year(2024, figure("30", bound=Bound.NEARLY)),)),
    Year(2025),
]


def timeline(lang: Language, dates: tuple[str, ...]) -> Chart:
    steps = tuple(
        Step(f"{TOO_LONG[:9]} {number}", Period.parse(each) if each else None)
        for number, each in enumerate(dates)
    )
    course = Course(Period.parse("2023-01/2023-10"), steps, Period.parse("2024-02-27"))
    return timeline_chart(lang, "timeline", course, title=TITLE)


MADE: dict[str, Callable[[Language], Chart | None]] = {
    **{
        f"completion, {name}": partial(completed, result=each) for name, each in COMPLETIONS.items()
    },
    "change": changed,
    "change, long names": partial(changed, name=TOO_LONG),
    "change, a steep fall": fell,
    "places, all": partial(places, reached="10", whole="10"),
    "places, none": partial(places, reached="0", whole="12", name=TOO_LONG),
    "places, most": partial(places, reached="49", whole="50"),
    "glance, 2023": glanced_2023,
    "glance, every state": partial(glanced, results=EVERY),
    "glance, no target": partial(glanced, results={"asserted": EVERY["asserted"]}),
    "audit, 2023": audited_2023,
    "audit, every outcome": audited,
    "years, new urban jobs": partial(over_years, years=published_years()),
    "timeline, no dates": partial(timeline, dates=("",) * 7),
    "timeline, every kind of date": partial(
        timeline, dates=("2023-05-17", "", "2023-06", "2023", "2022-11-30")
    ),
    "years, gaps at the end": partial(over_years, years=MADE_YEARS),
}


@cache
def chart_of(name: str, lang: str = "en") -> Chart:
    """Draw one of the charts, once."""
    chart = MADE[name](LANGUAGES[lang])
    assert chart is not None
    return chart
