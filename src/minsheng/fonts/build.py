"""Build the book's font from the npm package @fontsource/noto-sans-sc: `python -m minsheng.fonts.build`.

The package's Latin and Chinese slices are merged, reduced to the characters the book may need and
renamed, as the Open Font Licence asks of a changed font. The same package gives the same bytes.
Needs npm; readers and builders of the book do not.
"""

import base64
import hashlib
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from pathlib import Path

from fontTools import merge, subset
from fontTools.ttLib import TTFont

from minsheng.fonts import FAMILY, FOLDER

PACKAGE = "@fontsource/noto-sans-sc@5.3.0"
INTEGRITY = "HeqIlGm0+ohOKxZLuHj1qW6r6avHH0OWdKERAcSDI0RQ+MXrteuLKA+M+5eOA8rYy0MFvOR5AT0fQo2rUkye0Q=="
WEIGHTS = {"Regular": 400, "Bold": 700}
LATIN = range(0x20, 0x180)
SYMBOLS = "–—‘’“”…‰×÷±≤≥≈→←↑↓−·€¥∞½●○■□▲△◆◇✓"
NAMES_BEYOND_LEVEL_1 = "烊甬祉纾鄞驿"
COPYRIGHT, LICENCE, LICENCE_ADDRESS = 0, 13, 14
BOLD_STYLE = 1
BOLD_SELECTION, REGULAR_SELECTION, STYLE_BITS = 0x20, 0x40, 0x61


def characters() -> set[int]:
    """Return the code points to keep: Latin, symbols, GB 2312 rows 1 to 3 and level 1."""
    chinese = [*_gb2312(0xA1, 0xA4), *_gb2312(0xB0, 0xD8)]
    return {*LATIN, *map(ord, SYMBOLS), *map(ord, NAMES_BEYOND_LEVEL_1), *map(ord, chinese)}


def _gb2312(first: int, last: int) -> Iterator[str]:
    for high in range(first, last):
        for low in range(0xA1, 0xFF):
            try:
                yield bytes([high, low]).decode("gb2312")
            except UnicodeDecodeError:
                continue  # an empty cell of the table


def main() -> None:
    """Fetch the package, check it against its pinned integrity and write both weights."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _fetch(folder)
        for style, weight in WEIGHTS.items():
            font = _merged(folder, weight)
            _reduce(font)
            _rename(font, style, weight)
            font.save(FOLDER / f"MinshengSans-{style}.ttf")
        (FOLDER / "OFL.txt").write_bytes((folder / "package/LICENSE").read_bytes())
    fonts = sorted(FOLDER.glob("*.ttf"))
    sums = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in fonts]
    (FOLDER / "SHA256SUMS").write_text("".join(sums), encoding="utf-8")


def _fetch(folder: Path) -> None:
    subprocess.run(["npm", "pack", "--silent", PACKAGE], cwd=folder, check=True)
    archive = next(folder.glob("*.tgz"))
    digest = base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode()
    if digest != INTEGRITY:
        raise SystemExit(f"{PACKAGE} is not the pinned package: its sha512 is {digest}")
    with tarfile.open(archive) as package:
        package.extractall(folder, filter="data")


def _merged(folder: Path, weight: int) -> TTFont:
    slices = []
    for script in ("latin", "chinese-simplified"):
        name = f"noto-sans-sc-{script}-{weight}-normal"
        font = TTFont(folder / f"package/files/{name}.woff2", recalcTimestamp=False)
        font.flavor = None
        font.save(folder / f"{name}.ttf")
        slices.append(str(folder / f"{name}.ttf"))
    stamps = TTFont(slices[0])["head"]
    font = merge.Merger().merge(slices)
    font.recalcTimestamp = False
    font["head"].created, font["head"].modified = stamps.created, stamps.modified
    return font


def _reduce(font: TTFont) -> None:
    options = subset.Options(hinting=False, notdef_outline=True, recalc_timestamp=False)
    options.layout_features = ["kern", "liga", "locl", "tnum"]
    options.name_IDs = ["*"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=characters())
    subsetter.subset(font)


def _rename(font: TTFont, style: str, weight: int) -> None:
    kept = {key: font["name"].getDebugName(key) for key in (COPYRIGHT, LICENCE, LICENCE_ADDRESS)}
    postscript = f"{FAMILY.replace(' ', '')}-{style}"
    full = FAMILY if style == "Regular" else f"{FAMILY} {style}"
    names = {1: FAMILY, 2: style, 3: postscript, 4: full, 5: "Version 1.000", 6: postscript}
    font["name"].names = []
    for key, text in sorted({**kept, **names}.items()):
        if text:
            font["name"].setName(text, key, 3, 1, 0x409)
    if "STAT" in font:
        del font["STAT"]
    font["OS/2"].usWeightClass = weight
    bold = style == "Bold"
    font["head"].macStyle = BOLD_STYLE if bold else 0
    selection = BOLD_SELECTION if bold else REGULAR_SELECTION
    font["OS/2"].fsSelection = font["OS/2"].fsSelection & ~STYLE_BITS | selection


if __name__ == "__main__":
    main()
