"""Prose pages take every number from the data, and a wrong id never becomes a page."""

import re
from collections.abc import Callable

import pytest

from minsheng.data import load_book
from minsheng.errors import UsageFault
from minsheng.facts import completion_rate
from minsheng.language import Language
from minsheng.site.worked import CALCULATIONS, work
from minsheng.site.worked.subjects import completed

ENGLISH = Language("en")
MEASURES = load_book().catalogue.measures.values()
# Each calculation with a subject, and what the design says that it comes to.
RESULTS = {
    "enclosure 2023.urban_new_jobs.actual": "219,850–219,950 persons",
    "enclosure 2023.public_welfare_posts.actual": "5,500–6,500 posts",
    "enclosure 2023.urban_new_jobs.target": "200,000 persons",
    "enclosure 2023.unemployment_benefits.actual": "at least 1,400,000,000 yuan",
    "enclosure 2023.recruitment_posts.actual": "at most 74,000 posts",
    "enclosure 2023.urban_new_jobs.yoy_pct": "1.335–1.345%",
    "truncation 2023.urban_new_jobs": "109.950–110.000%",
    "completion 2023.urban_new_jobs": "109.925–109.975%",
    "completion 2023.disabled_employment": "129.83%",
    "gap 2023.urban_new_jobs": "19,850–19,950 persons",
    "elapsed 2023.urban_new_jobs": "83.3%",
    "even-spread 2023.disabled_employment": "155.8%",
    "flip 2023.disabled_employment": "180 persons",
    "base 2023.urban_new_jobs": "216,900–217,100 persons",
    "base 2023.labour_demand": "579,900–580,100 post-times",
    "ambition 2023.urban_new_jobs": "92.2%",
    "ratio 2023.benefit_per_person": "at least 8,510 yuan",
    "ratio 2023.jobs_per_founder": "6.04–6.05",
    "ratio-earlier 2023.posts_per_visit": "2.61–2.62",
    "ratio-change 2023.posts_per_visit": "0.551–0.552",
    "target 2010.urban_new_jobs": "120,400–120,700 persons",
    "narrowed 2020.urban_new_jobs": "101,200–101,360 persons",
    "share-of-year 100000.2020.urban_new_jobs.actual.m01_10": "84.9–85.2%",
    "naive 2020.urban_new_jobs.completion_pct": "63.1%",
    "force 2023.urban_new_jobs.completion_pct": "five",
    "force 2020.urban_new_jobs.completion_pct": "seven",
    "force 2020.vocational_training.completion_pct": "56",
    "count comparisons": str(sum(len(each.comparisons) for each in MEASURES)),
}
# What a person may ask for in vain, and what the warning must name.
WRONG = {
    "unknown_figure": ("{fact}`2023.urban_new_job.actual`", "did you mean 2023.urban_new_jobs"),
    "unknown_printed": ("{printed}`nothing`", "No published figure has this id"),
    "unknown_calculation": ("{worked}`completio 2023.urban_new_jobs`", "did you mean completion?"),
    "unknown_subject": ("{worked}`completion 2023.urban_jobs`", "did you mean 2023.urban_new_jobs"),
    "no_subject": ("{worked}`completion`", "No edition has a figure or promise"),
    "no_target": ("{worked}`gap 2023.jobless_graduates`", "not both printed"),
    "no_promise": ("{worked}`gap 2023.labour_demand`", "has no promise about this measure"),
    "no_growth": ("{worked}`base 2023.disabled_employment`", "No growth is printed"),
    "no_ratio": ("{worked}`ratio 2023.startup_jobs`", "No edition has this declared ratio"),
    "no_percentage": ("{worked}`audit 2023.labour_demand.actual`", "No printed percentage"),
    "not_tested": ("{worked}`audit 2023.urban_new_jobs.yoy_pct`", "is not printed"),
    "no_narrowing": ("{worked}`narrowed 2023.disabled_employment`", "does not narrow"),
    "not_implied": ("{worked}`target 2016.urban_new_jobs`", "Nothing of this kind follows"),
    "no_part": ("{worked}`share-of-year 2023.urban_new_jobs.actual`", "No published figure"),
    "no_count": ("{worked}`count cities`", "The book does not count this"),
    "no_rates": ("{worked}`ratio-change 2023.jobs_per_founder`", "No growth is printed"),
}
BOTH = (
    "# T\n\nWas {fact}`2023.urban_new_jobs.actual`.\n\n"
    "```{worked-example} gap 2023.urban_new_jobs\n```\n"
)


def test_every_calculation_has_a_worked_value() -> None:
    worked = {request.partition(" ")[0] for request in RESULTS}
    assert worked | {"audit"} == set(CALCULATIONS)


def test_an_audit_carries_a_test_through_to_its_outcome() -> None:
    lines = work(ENGLISH, "audit 2020.urban_new_jobs.completion_pct").plain.splitlines()
    for words in ("62.81–63.44%", "naive value | from the printed digits alone | 63.1%"):
        assert any(words in line for line in lines)
    assert lines[-1].endswith("63.25–63.35% and 62.81–63.44% share a value? | consistent")
    assert any("1,000 persons lower | contradicted" in line for line in lines)


@pytest.mark.parametrize("request_text", RESULTS)
def test_a_calculation_comes_to_what_the_library_computes(request_text: str) -> None:
    result = work(ENGLISH, request_text).result
    assert not isinstance(result, str)
    assert result.text == RESULTS[request_text]


def test_a_worked_value_is_the_one_that_chapters_show() -> None:
    __, done = completed("2023.urban_new_jobs")
    request = "completion 2023.urban_new_jobs"
    assert work(ENGLISH, request).result == completion_rate(ENGLISH, done)


def test_distance_to_flip_shows_the_last_value_that_changes_nothing() -> None:
    lines = work(ENGLISH, "flip 2023.disabled_employment").plain.splitlines()
    assert "179 persons lower | completion 100.00% | reached by the cut-off" in lines[-3]
    assert "180 persons lower | completion 99.83% | on schedule" in lines[-2]


def test_a_range_in_an_expression_stands_in_brackets() -> None:
    assert "(219,850–219,950) − 200,000" in work(ENGLISH, "gap 2023.urban_new_jobs").plain
    chinese = work(Language("zh"), "gap 2023.urban_new_jobs").plain
    assert "报告数−目标数：（219850～219950）−20万" in chinese


@pytest.mark.parametrize("request_text", RESULTS)
def test_an_expression_in_chinese_has_full_width_brackets(request_text: str) -> None:
    shown = work(Language("zh"), request_text).plain
    assert not set("()") & set(shown), shown
    assert not re.search(r" [+÷×−]|[+÷×−] ", shown), shown


def without_buttons(html: str) -> str:
    """Return a page's HTML with its numbers as they were before they opened cards."""
    return re.sub("</?button[^>]*>", "", html)


def test_roles_show_tagged_numbers(build_pages: Callable) -> None:
    page = (
        "# T\n\n{fact}`2023.urban_new_jobs.actual`, {printed}`2023.urban_new_jobs.actual`, "
        "{worked}`completion 2023.urban_new_jobs`\n"
    )
    built = build_pages(index=page)
    html = without_buttons(built.text("index.html"))
    assert built.warnings == ""
    assert (
        '<data class="fact" value="219900" data-figure="2023.urban_new_jobs.actual" '
        'data-how="published">219,900 persons</data>' in html
    )
    assert 'lang="zh-Hans">21.99万</data>' in html
    assert re.search('data-how="recomputed"[^>]*>109.925–109.975%</data>', html)


def test_a_worked_example_leads_to_its_rows_from_any_folder(build_pages: Callable) -> None:
    example = "# T\n\n```{worked-example} completion 2023.urban_new_jobs\n```\n"
    built = build_pages(index=f"{example}\n```{{toctree}}\n2023/a\n```\n", **{"2023__a": example})
    row = 'data.html#figure-2023-urban_new_jobs-actual"'
    assert f'<a href="{row}' in built.text("index.html")
    assert f'<a href="../{row}' in built.text("2023/a.html")
    assert "109.925–109.975%</data></td></tr>" in without_buttons(built.text("index.html"))


def test_a_wrong_request_is_a_warning_with_page_id_and_remedy(build_pages: Callable) -> None:
    page = "# T\n\n" + "\n\n".join(role for role, __ in WRONG.values())
    warnings = build_pages(index=page).warnings.splitlines()
    assert len(warnings) == len(WRONG)
    for line, warning, (role, said) in zip(
        range(3, 3 + 2 * len(WRONG), 2), warnings, WRONG.values(), strict=True
    ):
        assert f"index.md:{line}: WARNING: index, value '{role}'" in warning
        assert said in warning
        assert "Remedy: " in warning


def test_a_wrong_worked_example_is_a_warning_too(build_pages: Callable) -> None:
    built = build_pages(index="# T\n\n```{worked-example} gap 2023.nothing\n```\n")
    assert "{worked-example} gap 2023.nothing" in built.warnings
    assert "index.md:3" in built.warnings


def test_roles_stay_within_the_text_that_is_translated(build_pages: Callable) -> None:
    built = build_pages("gettext", index=BOTH)
    assert built.warnings == ""
    catalogue = built.text("index.pot")
    assert 'msgid "Was {fact}`2023.urban_new_jobs.actual`."' in catalogue
    assert "219,850" not in catalogue


def test_other_builders_show_plain_numbers(build_pages: Callable) -> None:
    text = build_pages("text", index=BOTH).text("index.txt")
    assert "Was 219,900 persons." in text
    assert "19,850–19,950 persons" in text


def test_work_refuses_what_it_does_not_know() -> None:
    with pytest.raises(UsageFault, match="no such calculation"):
        work(ENGLISH, "")
