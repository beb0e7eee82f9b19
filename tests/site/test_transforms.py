"""Formulas stay out of translation; words of the other language are marked as such."""

from collections.abc import Callable


def test_chinese_words_are_marked_on_english_pages(build_pages: Callable) -> None:
    page = "# T\n\nOver (超), `代码`, **近七万** and $x$, [满意](https://example.org).\n"
    html = build_pages(index=page).text("index.html")
    assert 'Over (<span lang="zh-Hans">超</span>)' in html
    assert '<strong><span lang="zh-Hans">近七万</span></strong>' in html
    assert '<span lang="zh-Hans">满意</span></a>' in html
    assert '<span class="pre">代码</span>' in html


def test_english_words_are_marked_on_chinese_pages(build_pages: Callable) -> None:
    page = "# T\n\n残疾人之家 · Home for Persons with Disabilities，`make book`\n"
    html = build_pages(lang="zh", index=page).text("index.html")
    assert '残疾人之家 · <span lang="en">Home for Persons with Disabilities</span>，' in html
    assert html.count('lang="en"') == 1


def test_a_formula_is_not_offered_for_translation(build_pages: Callable) -> None:
    built = build_pages("gettext", index="# T\n\nWords\n\n$$\nc = \\frac{a}{t}\n$$\n")
    assert built.warnings == ""
    assert 'msgid "Words"' in built.text("index.pot")
    assert "frac" not in built.text("index.pot")
