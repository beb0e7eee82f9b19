"""On a phone no page moves sideways, no row fills more than the screen, no word is too small."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from browser.walk import addresses

WIDTH, HEIGHT, SMALLEST = 360, 800, 11
MEASURE = """([width, height, smallest]) => {
  const found = [];
  const over = document.documentElement.scrollWidth - width;
  if (over > 0) found.push(`${over} px wider than the screen`);
  /* A record names each of its cells, so that what has to be seen at once is a cell. */
  const whole = ".book-table:not(.records) tr, .records :is(th, td)";
  for (const row of document.querySelectorAll(whole)) {
    const tall = row.getBoundingClientRect().height;
    if (tall > height) found.push(`${tall} px tall: ${row.textContent.slice(0, 40)}`);
  }
  for (const box of document.querySelectorAll(".book-table.records")) {
    if (box.scrollWidth > box.clientWidth) found.push(`moves sideways: ${box.ariaLabel}`);
  }
  for (const drawing of document.querySelectorAll("svg.chart")) {
    const across = drawing.getBoundingClientRect().width;
    if (!across) continue;
    const scale = across / drawing.viewBox.baseVal.width;
    for (const words of drawing.querySelectorAll("text")) {
      const size = scale * parseFloat(getComputedStyle(words).fontSize);
      if (size < smallest) found.push(`${size} px: ${words.textContent}`);
      const box = words.getBoundingClientRect();
      if (box.left < 0 || box.right > width) found.push(`beyond the screen: ${words.textContent}`);
    }
  }
  return found;
}"""


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_page_fits_a_phone(browser: Browser, site: Path, lang: str) -> None:
    context = browser.new_context(viewport={"width": WIDTH, "height": HEIGHT})
    page = context.new_page()
    found: dict[str, Any] = {}
    for address in addresses(site, lang):
        page.goto((site / address).as_uri(), wait_until="domcontentloaded")
        faults = page.evaluate(MEASURE, [WIDTH, HEIGHT, SMALLEST])
        if faults:
            found[address] = faults
    context.close()
    assert found == {}
