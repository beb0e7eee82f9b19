"""Build the book's font anew: `python -m minsheng.fonts.build`, or `--check` to compare only.

npm's @fontsource/noto-sans-sc brings Noto Sans SC in slices. The slices that hold a wanted
character are reduced to it, merged, reduced again and renamed, as the Open Font License asks of
a changed font. The same package gives the same bytes. Node is needed here and nowhere else.
"""

import argparse
import hashlib
import io
import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from minsheng.errors import RunFailure
from minsheng.fonts import BOLD, FAMILY, FOLDER, REGULAR, SUMS

PACKAGE = "@fontsource/noto-sans-sc"
PINS = ("package.json", "package-lock.json")

# GB 2312 in its two-byte form: punctuation, numerals and full-width forms; hanzi of level 1.
SIGN_ROWS = range(0xA1, 0xA4)
LEVEL_1_ROWS = range(0xB0, 0xD8)
CELLS = range(0xA1, 0xFF)

LATIN = "".join(map(chr, [*range(0x20, 0x7F), *range(0xA0, 0x100)]))
# All that the source draws of U+0100 to U+017F, and the tones of pinyin beyond it.
LATIN_EXTENDED = "ĀāĂăĐđĒēĚěĨĩĪīŃńŇňŌōŎŏŒœŨũŪūŬŭǍǎǏǐǑǒǓǔǕǖǗǘǙǚǛǜǸǹ"
SIGNS = "‐‑–—―‘’“”†‡•…‰′″‹›€™←↑→↓↔⇒−√∞≈≠≤≥½①■□▲△▼▽◆◇○●★☆✓"
# 〇 as in 二〇二三; hanzi of level 2 in the report of 2023; in names of places in Zhejiang and of
# cities that are compared with Ningbo.
HANZI = "〇" + "烊甬祉纾鄞驿" + "婺岱嵊暨泗浔瓯畲缙衢" + "圳莞"
# Roman numerals of GB 2312 that no slice of the source has.
ABSENT = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ"

# The slices to try first; the numbered ones follow in their order.
LARGE_SLICES = ("latin", "latin-ext", "chinese-simplified")
# Kerning, and quotes and signs at their proportional width, which English sets with
# `font-feature-settings: "palt"`: left alone they are as wide as a hanzi. Of the Latin slice only.
LATIN_FEATURES = ["kern", "palt"]
# Other forms of a character, vertical setting, hints and style axes: the book uses none of them.
UNUSED_TABLES = ["BASE", "GSUB", "STAT", "gasp", "prep", "vhea", "vmtx"]


@dataclass(frozen=True)
class Cut:
    """One weight of the family, as its names and its header tell it."""

    path: Path
    style: str
    weight: int
    mac_style: int
    selection: int


CUTS = (
    Cut(REGULAR, "Regular", 400, mac_style=0, selection=1 << 6),
    Cut(BOLD, "Bold", 700, mac_style=1, selection=1 << 5),
)


def wanted_characters() -> frozenset[str]:
    """Return every character that both weights must draw."""
    chinese = {*_gb2312(SIGN_ROWS), *_gb2312(LEVEL_1_ROWS)}
    return frozenset({*LATIN, *LATIN_EXTENDED, *SIGNS, *HANZI, *chinese} - set(ABSENT))


def _gb2312(rows: range) -> Iterator[str]:
    for row in rows:
        for cell in CELLS:
            try:
                yield bytes([row, cell]).decode("gb2312")
            except UnicodeDecodeError:
                continue  # the table leaves this cell empty


def build_font(slices: Path, cut: Cut, characters: frozenset[str], version: str) -> bytes:
    """Return the TTF of one weight, made of the slices in a folder.

    Raises `RunFailure` naming the characters that no slice has.
    """
    fonts = list(_needed_slices(slices, cut, characters))
    merged = Merger().merge([io.BytesIO(_bytes_of(font)) for font in fonts])
    # Each slice brought an empty box of its own; what no character reaches goes here.
    _reduce(merged, characters, LATIN_FEATURES)
    _name(merged, cut, version, copyright_notice=fonts[0]["name"].getDebugName(0))
    _set_style(merged, cut)
    # fontTools would put the time of the merge here.
    merged.recalcTimestamp = False
    merged["head"].created = fonts[0]["head"].created
    merged["head"].modified = fonts[0]["head"].modified
    return _bytes_of(merged)


def _needed_slices(folder: Path, cut: Cut, characters: frozenset[str]) -> Iterator[TTFont]:
    missing = set(characters)
    for path in _slice_paths(folder, cut.weight):
        font = TTFont(path, recalcTimestamp=False)
        drawn = missing & set(map(chr, font.getBestCmap()))
        if not drawn:
            continue
        _reduce(font, drawn, LATIN_FEATURES if missing == characters else [])
        missing -= drawn
        yield font
    if missing:
        raise RunFailure(f"No slice of {PACKAGE} has {' '.join(sorted(missing))} ({cut.style}).")


def _slice_paths(folder: Path, weight: int) -> list[Path]:
    tail = f"-{weight}-normal.woff2"
    slices = {
        path.name.removeprefix("noto-sans-sc-").removesuffix(tail): path
        for path in folder.glob(f"noto-sans-sc-*{tail}")
    }
    numbered = sorted((name for name in slices if re.fullmatch(r"\d+", name)), key=int)
    return [slices[name] for name in (*LARGE_SLICES, *numbered) if name in slices]


def _reduce(font: TTFont, characters: set[str] | frozenset[str], features: list[str]) -> None:
    options = Options(
        hinting=False, notdef_outline=True, recalc_timestamp=False, bidi_closure=False
    )
    options.layout_features = features
    options.drop_tables += UNUSED_TABLES
    options.name_IDs = ["*"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[ord(character) for character in characters])
    subsetter.subset(font)
    font.flavor = None


def _name(font: TTFont, cut: Cut, version: str, copyright_notice: str) -> None:
    postscript = f"{FAMILY.replace(' ', '')}-{cut.style}"
    names = {
        0: copyright_notice,
        1: FAMILY,
        2: cut.style,
        3: f"{postscript}; {PACKAGE} {version}",
        4: f"{FAMILY} {cut.style}",
        5: f"Version 1.000; of {PACKAGE} {version}",
        6: postscript,
        13: "This Font Software is licensed under the SIL Open Font License, Version 1.1.",
        14: "https://openfontlicense.org",
    }
    font["name"].names = []
    for name_id, text in names.items():
        font["name"].setName(text, name_id, platformID=3, platEncID=1, langID=0x409)


def _set_style(font: TTFont, cut: Cut) -> None:
    font["head"].fontRevision = 1.0
    font["head"].macStyle = cut.mac_style
    font["OS/2"].usWeightClass = cut.weight
    font["OS/2"].fsSelection = cut.selection


def _bytes_of(font: TTFont) -> bytes:
    buffer = io.BytesIO()
    font.save(buffer)
    return buffer.getvalue()


def fetch(folder: Path) -> Path:
    """Install the pinned package into a folder and return where it lies; npm checks its hash.

    Raises `RunFailure` when npm is missing or refuses.
    """
    npm = shutil.which("npm")
    if npm is None:
        raise RunFailure("Building the font needs npm. The fonts in the checkout need nothing.")
    for pin in PINS:
        shutil.copy(FOLDER / pin, folder)
    command = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RunFailure(f"npm could not install {PACKAGE}:\n{done.stderr}")
    return folder / "node_modules" / PACKAGE


def _built() -> dict[Path, bytes]:
    with tempfile.TemporaryDirectory() as name:
        package = fetch(Path(name))
        described: dict[str, Any] = json.loads((package / "package.json").read_bytes())
        characters = wanted_characters()
        return {
            cut.path: build_font(package / "files", cut, characters, described["version"])
            for cut in CUTS
        }


def sums_of(fonts: dict[Path, bytes]) -> str:
    """Return the lines of SHA256SUMS, as `sha256sum --check` reads them."""
    hashes = {path.name: hashlib.sha256(content).hexdigest() for path, content in fonts.items()}
    return "".join(f"{digest}  {name}\n" for name, digest in sorted(hashes.items()))


def main(arguments: Sequence[str] | None = None) -> int:
    """Write both fonts and their hashes; with `--check`, only tell whether they would change."""
    parser = argparse.ArgumentParser(
        prog="python -m minsheng.fonts.build", description=main.__doc__
    )
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 on a change")
    check = parser.parse_args(arguments).check
    fonts = _built()
    if check:
        same = sums_of(fonts) == SUMS.read_text(encoding="utf-8")
        print("The fonts are as built." if same else "The fonts differ from what would be built.")
        return 0 if same else 1
    for path, content in fonts.items():
        path.write_bytes(content)
    SUMS.write_text(sums_of(fonts), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
