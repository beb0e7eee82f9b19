"""Formulas stay out of translation; Chinese words on English pages are marked as Chinese."""

from collections.abc import Callable


def test_chinese_words_are_marked_on_english_pages(build_pages: Callable) -> None:
    page = "# T\n\nOver (超), `代码`, **近七万** and $x$, [满意](https://example.org).\n"
    html = build_pages(index=page).text("index.html")
    assert 'Over (<span lang="zh-Hans">超</span>)' in html
    assert '<strong><span lang="zh-Hans">近七万</span></strong>' in html
    assert '<span lang="zh-Hans">满意</span></a>' in html
    assert '<span class="pre">代码</span>' in html


def test_a_formula_is_not_offered_for_translation(build_pages: Callable) -> None:
    built = build_pages("gettext", index="# T\n\nWords\n\n$$\nc = \\frac{a}{t}\n$$\n")
    assert built.warnings == ""
    assert 'msgid "Words"' in built.text("index.pot")
    assert "frac" not in built.text("index.pot")
