"""Icons are drawn in the page; one without a drawing stops the build."""

import pytest

from minsheng.site.icons import ICONS, with_icons


def test_a_place_becomes_a_drawing_with_its_own_marks() -> None:
    html = with_icons(
        '<i class="theme-switch fa-solid fa-sun   fa-lg" data-mode="light" title="L"></i>'
    )
    assert html.startswith('<svg class="book-icon theme-switch fa-lg" data-mode="light" viewBox=')
    assert f'<path d="{ICONS["sun"]}"/>' in html
    assert 'aria-hidden="true"' in html
    assert "title" not in html


def test_a_span_is_a_place_too() -> None:
    assert with_icons('<span class="fa-solid fa-bars"></span>').startswith('<svg class="book-icon"')


def test_the_script_that_draws_thousands_is_not_loaded() -> None:
    page = '<script src="../_static/scripts/fontawesome.js?digest=1"></script><script src="a.js">'
    assert with_icons(page) == '<script src="a.js">'


def test_an_icon_without_a_drawing_is_named() -> None:
    with pytest.raises(ValueError, match="rocket"):
        with_icons('<i class="fas fa-rocket"></i>')
