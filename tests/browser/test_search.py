"""A search finds the page that a reader means first, from a server and from a folder."""

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

pytestmark = pytest.mark.browser
JOBS = "2023/urban_new_jobs.html"
# What readers of each language look for, and the page that should come first.
QUERIES = {
    "en": {
        "零工市场": "glossary.html",
        "21.99": JOBS,
        "219,900": JOBS,
        "219900": JOBS,
        "1131": "2023/jobless_graduates.html",
        "109.95": "2023/audit.html",
        "12.42": "2021/urban_new_jobs.html",
        "gig labour market": "2023/gig_markets.html",
        "Zero-Employment families": "2023/zero_employment_families.html",
        "posts on offer": "2023/labour_market.html",
        "guaranteed start-up loan": "2023/group_support.html",
        "Yonggang Loan": "2023/job_stabilisation.html",
        "vocational training": "2021/vocational_training.html",
        "common prosperity workshops": "2023/disability_services.html",
        "interval arithmetic": "methods.html",
        "glossary": "glossary.html",
        "contradictions": "register.html",
        "sha256": "status.html",
    },
    "zh": {
        "零工市场": "2023/gig_markets.html",
        "城镇新增": JOBS,
        "21.99": JOBS,
        "219,900": JOBS,
        "1131": "2023/jobless_graduates.html",
        "109.95": "2023/audit.html",
        "零就业家庭": "2023/zero_employment_families.html",
        "动态清零": "2023/zero_employment_families.html",
        "岗位需求": "2023/labour_market.html",
        "创业担保贷款": "2023/group_support.html",
        "甬岗贷": "2023/job_stabilisation.html",
        "灵活保": "2023/gig_markets.html",
        "共富工坊": "2023/disability_services.html",
        "离校未就业高校毕业生": "2023/jobless_graduates.html",
        "专项监督组": "2023/evaluation.html",
        "四舍五入": "methods.html",
        "术语": "glossary.html",
        "sha256": "status.html",
    },
}
NONSENSE = ("xyzzy", "饕餮盛宴", "98765.4")


def search_page(browser: Browser, root: str, lang: str) -> Page:
    page = browser.new_page()
    page.goto(f"{root}{lang}/search.html")
    return page


def results(page: Page) -> Locator:
    return page.locator(".search-results > li > a")


@pytest.mark.parametrize("lang", QUERIES)
def test_the_expected_page_comes_first(browser: Browser, root: str, lang: str) -> None:
    with search_page(browser, root, lang) as page:
        first = {}
        for query in QUERIES[lang]:
            page.get_by_role("searchbox").last.fill(query)
            first[query] = results(page).first.get_attribute("href", timeout=5000)
        assert first == QUERIES[lang]


@pytest.mark.parametrize("lang", QUERIES)
def test_nonsense_finds_nothing(browser: Browser, root: str, lang: str) -> None:
    with search_page(browser, root, lang) as page:
        for query in NONSENSE:
            page.get_by_role("searchbox").last.fill(query)
            expect(results(page)).to_have_count(0)
            expect(page.locator(".book-search [role=status]")).not_to_be_empty()


def test_a_search_from_any_page_leads_to_the_place(browser: Browser, root: str) -> None:
    with browser.new_page() as page:
        page.goto(f"{root}zh/methods.html")
        page.locator("[class*=search-button]:is(button):visible").first.click()
        box = page.locator("#pst-search-dialog input[name=q]")
        box.fill("零工市场")
        box.press("Enter")
        results(page).first.click()
        expect(page).to_have_url(f"{root}zh/2023/gig_markets.html")


def test_words_are_found_inside_sentences_and_shown(browser: Browser, root: str) -> None:
    with search_page(browser, root, "zh") as page:
        page.get_by_role("searchbox").last.fill("零工市场")
        marked = page.locator(".search-results mark").first
        expect(marked).to_have_text("零工市场")
