"""From a web server no page asks another host for anything, or logs an error, in light or dark."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from browser.walk import problems
from browser.watch import Watch
from minsheng.language import LANGUAGES

pytestmark = pytest.mark.browser
# A script of one's own, as a page's inspector runs it.
LOG = "() => { console.error('planted'); }"
THROW = "() => { setTimeout(() => { throw new Error('thrown'); }); }"
ASK_ELSEWHERE = "() => fetch('http://127.0.0.1:9/elsewhere').catch(() => 0)"
LOAD_MISSING = "() => { new Image().src = '_static/missing.png'; }"
ADD_SCRIPT = """() => {
  const script = document.createElement("script");
  script.textContent = "window.ran = 1";
  document.body.append(script);
}"""


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_goes_wrong_on_any_page(
    browser: Browser, site: Path, server: str, lang: str
) -> None:
    assert problems(browser, site, server, lang) == []


def test_what_goes_wrong_is_seen(browser: Browser, server: str) -> None:
    watch = Watch(server)
    with browser.new_page() as page:
        page.goto(f"{server}en/index.html")
        watch.over(page)
        page.evaluate(ASK_ELSEWHERE)
        with page.expect_console_message(lambda message: "planted" in message.text):
            page.evaluate(LOG)
        with page.expect_event("pageerror"):
            page.evaluate(THROW)
        with page.expect_console_message(lambda message: "404" in message.text):
            page.evaluate(LOAD_MISSING)
    said = "\n".join(watch.seen)
    for each in ("planted", "thrown", "missing.png"):
        assert each in said
    assert "connect-src" in said, "the policy forbids even one's own scripts to ask another host"


def test_a_script_that_is_not_the_books_own_does_not_run(browser: Browser, server: str) -> None:
    with browser.new_page() as page:
        page.goto(f"{server}en/index.html")
        page.evaluate(ADD_SCRIPT)
        assert page.evaluate("() => window.ran") is None
