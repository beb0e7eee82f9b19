"""axe-core, which finds what keeps people from reading a page (WCAG 2.2 AA and good practice)."""

import re
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

VENDOR = Path(__file__).parent / "vendor"
SCRIPT = VENDOR / "axe.min.js"
# The levels A and AA of each version of the guidelines, and what axe adds from experience.
EVERYTHING = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
COLOUR = ("color-contrast", "link-in-text-block")
ASK = """async (rules) => {
  const { violations } = await axe.run({ runOnly: rules, resultTypes: ["violations"] });
  return violations.flatMap(({ id, nodes }) => nodes.map(
    ({ target, failureSummary }) => `${id}: ${target.join(" ")}: ${failureSummary}`));
}"""


def is_as_published() -> bool:
    """Tell whether the script is the one whose digest stands beside it."""
    (digest,) = re.findall(r"sha256 ([0-9a-f]{64})", (VENDOR / "README.md").read_text("utf-8"))
    return sha256(SCRIPT.read_bytes()).hexdigest() == digest


def violations(page: Page, rules: Sequence[str] = EVERYTHING) -> list[str]:
    """Return every breach on a page: its rule, the element, and what is wrong with it."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(SCRIPT.read_text(encoding="utf-8"))
    found: list[Any] = page.evaluate(ASK, [*rules])
    return [" ".join(str(each).split()) for each in found]
