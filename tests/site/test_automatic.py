"""Rules for light and dark apply to pages that say neither, as the reader's system prefers."""

import pytest

from minsheng.site.automatic import automatic

RULE = "@media (prefers-color-scheme: {mode}) {{\n{rules}}}\n"
AUTO = 'html[data-theme="auto"]'
# A sheet, and what of it applies where a page says neither light nor dark.
SHEETS = {
    "html[data-theme=dark]{a:b}": RULE.format(mode="dark", rules=f"{AUTO} {{a:b}}\n"),
    'html[data-theme="light"] p{a:b}': RULE.format(mode="light", rules=f"{AUTO} p {{a:b}}\n"),
    "p{a:b} html{c:d}": "",
    "i,html[data-theme=dark] :is(b,u){a:b}": RULE.format(
        mode="dark", rules=f"{AUTO} :is(b,u) {{a:b}}\n"
    ),
    "@media print{html[data-theme=dark]{a:b}}": RULE.format(
        mode="dark", rules=f"@media print {{\n{AUTO} {{a:b}}\n}}\n"
    ),
    '@charset "u";/* } */html[data-theme=dark]{a:"}"}': RULE.format(
        mode="dark", rules=f'{AUTO} {{a:"}}"}}\n'
    ),
    'p{a:url("x)\'}")}html[data-theme=dark]{a:b}': RULE.format(
        mode="dark", rules=f"{AUTO} {{a:b}}\n"
    ),
}


@pytest.mark.parametrize("css", SHEETS)
def test_rules(css: str) -> None:
    assert automatic(css) == SHEETS[css]


def test_a_rule_for_both_stands_in_both() -> None:
    both = automatic("html[data-theme=dark],html[data-theme=light]{a:b}")
    assert both.count(f"{AUTO} {{a:b}}") == 2
