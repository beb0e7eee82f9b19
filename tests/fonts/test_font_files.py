import hashlib
import json

import pytest
from fontTools.ttLib import TTFont
from matplotlib.ft2font import FT2Font, LoadFlags

from minsheng import fonts
from minsheng.fonts.build import CUTS, LATIN, PACKAGE, Cut, wanted_characters

LEVEL_1_COUNT = 3755


@pytest.fixture(params=CUTS, ids=lambda cut: cut.style)
def cut(request: pytest.FixtureRequest) -> Cut:
    chosen: Cut = request.param
    return chosen


def test_the_committed_fonts_are_those_of_the_sums() -> None:
    lines = fonts.SUMS.read_text(encoding="utf-8").splitlines()
    expected = {name: digest for digest, name in (line.split("  ") for line in lines)}
    found = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in fonts.FOLDER.glob("*.ttf")
    }
    assert found == expected


def test_both_weights_draw_exactly_the_wanted_characters(cut: Cut) -> None:
    assert set(map(chr, TTFont(cut.path).getBestCmap())) == wanted_characters()


def test_the_wanted_characters_hold_latin_and_gb_2312_level_1() -> None:
    cells = [(row, cell) for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF)]
    level_1 = {bytes(pair).decode("gb2312", errors="ignore") for pair in cells} - {""}
    assert len(level_1) == LEVEL_1_COUNT
    assert level_1 | set(LATIN) <= wanted_characters()


@pytest.mark.parametrize(
    "text",
    [
        "–—‘’“”…‰×÷±≤≥≈→←↑↓−·€¥∞½●○■□▲△◆◇✓",
        "，。、；：？！《》（）「」％＋－０９ＡＺ①⑩",
        "鄞州、甬岗贷、零工驿站、纾困、福祉、二〇二三年、衢州、嵊泗",
        "\u00a0\u3000",
    ],
)
def test_the_words_and_signs_of_the_book_are_wanted(text: str) -> None:
    assert set(text) <= wanted_characters()


def test_a_wanted_character_has_an_outline_of_its_own(cut: Cut) -> None:
    font = TTFont(cut.path)
    glyphs, cmap = font["glyf"], font.getBestCmap()
    empty = {chr(code) for code, name in cmap.items() if not glyphs[name].numberOfContours}
    assert empty == {" ", "\u00a0", "\u3000"}
    assert ".notdef" not in cmap.values()


def test_figures_stand_in_columns(cut: Cut) -> None:
    font = FT2Font(str(cut.path))
    font.set_size(100, 72)
    widths = set()
    for first in "0123456789":
        for second in "0123456789":
            font.set_text(f"0{first}{second}0", flags=LoadFlags.NO_HINTING)
            widths.add(font.get_width_height()[0])
    assert len(widths) == 1


def test_the_names_and_the_style_are_the_books_own(cut: Cut) -> None:
    font = TTFont(cut.path)
    names = {record.nameID: record.toUnicode() for record in font["name"].names}
    assert names[1] == fonts.FAMILY
    assert names[2] == cut.style
    assert "Adobe" in names[0]
    assert "SIL Open Font License" in names[13]
    assert not any("Noto" in names[key] or "Source" in names[key] for key in (1, 2, 4, 6))
    assert font["OS/2"].usWeightClass == cut.weight


def test_the_licence_travels_with_the_fonts() -> None:
    text = fonts.LICENCE.read_text(encoding="utf-8")
    assert text.startswith("Copyright 2014-2021 Adobe")
    assert "SIL OPEN FONT LICENSE Version 1.1" in text


def test_the_source_package_is_pinned_by_version_and_hash() -> None:
    wanted = json.loads((fonts.FOLDER / "package.json").read_bytes())["dependencies"]
    lock = json.loads((fonts.FOLDER / "package-lock.json").read_bytes())["packages"]
    locked = {name.removeprefix("node_modules/"): entry for name, entry in lock.items() if name}
    assert {name: entry["version"] for name, entry in locked.items()} == wanted
    assert set(locked) == {PACKAGE}
    assert all(entry["integrity"].startswith("sha512-") for entry in locked.values())
