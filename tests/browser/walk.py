"""Open every page of one language, in light and in dark."""

from pathlib import Path

from playwright.sync_api import Browser, expect

from browser.watch import Watch


def addresses(site: Path, lang: str) -> list[str]:
    """Return every page of one language, relative to the site's root, and the root's own."""
    pages = sorted((site / lang).rglob("*.html"))
    return ["index.html", *(page.relative_to(site).as_posix() for page in pages)]


def problems(browser: Browser, site: Path, root: str, lang: str) -> list[str]:
    """Return what goes wrong on the pages of one language.

    Every page is loaded in one colour scheme and then follows the reader to the other.
    """
    watch = Watch(root)
    context = browser.new_context(color_scheme="light")
    page = context.new_page()
    watch.over(page)
    for place, address in enumerate(addresses(site, lang)):
        schemes = ("light", "dark") if place % 2 else ("dark", "light")
        page.emulate_media(color_scheme=schemes[0])
        page.goto(root + address)
        page.emulate_media(color_scheme=schemes[1])
        if address != "index.html":
            expect(page.locator("html")).to_have_attribute("data-theme", schemes[1])
    context.close()
    return watch.seen
