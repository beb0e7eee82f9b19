"""The builder on slices cut from the committed font: no network, no npm."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from minsheng.errors import RunFailure
from minsheng.fonts import BOLD, FAMILY, SUMS
from minsheng.fonts import build as building
from minsheng.fonts.build import CUTS, build_font, sums_of

REGULAR = CUTS[0]
SLICES = {
    "latin": " AV’0123",
    "chinese-simplified": "就业0",
    "7": "≥0",
    "12": "→≥",
    "cyrillic": "X",
}


def _slice(characters: str) -> bytes:
    font = TTFont(REGULAR.path, recalcTimestamp=False)
    options = Options(layout_features=["*"], recalc_timestamp=False)
    subsetter = Subsetter(options)
    subsetter.populate(text=characters)
    subsetter.subset(font)
    font.flavor = "woff2"
    buffer = io.BytesIO()
    font.save(buffer)
    return buffer.getvalue()


@pytest.fixture(scope="module")
def slices(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("slices")
    for name, characters in SLICES.items():
        (folder / f"noto-sans-sc-{name}-400-normal.woff2").write_bytes(_slice(characters))
    return folder


def test_characters_of_several_slices_come_into_one_font(slices: Path) -> None:
    font = TTFont(io.BytesIO(build_font(slices, REGULAR, frozenset("AV0就≥→"), "1")))
    assert set(map(chr, font.getBestCmap())) == set("AV0就≥→")
    assert font["maxp"].numGlyphs == len("AV0就≥→") + len([".notdef"])
    assert font["name"].getDebugName(1) == FAMILY


def test_latin_keeps_its_kerning_and_narrow_quotes(slices: Path) -> None:
    font = TTFont(io.BytesIO(build_font(slices, REGULAR, frozenset("AV’就"), "1")))
    features = font["GPOS"].table.FeatureList.FeatureRecord
    assert [record.FeatureTag for record in features] == ["kern", "palt"]


def test_a_character_that_no_slice_has_ends_the_build(slices: Path) -> None:
    with pytest.raises(RunFailure, match="鄞"):
        build_font(slices, REGULAR, frozenset("A鄞"), "1")


def test_another_process_builds_the_same_bytes(slices: Path) -> None:
    characters = "AV’0123就业≥→"
    script = (
        "import sys, hashlib, pathlib; from minsheng.fonts.build import CUTS, build_font; "
        "font = build_font(pathlib.Path(sys.argv[1]), CUTS[0], frozenset(sys.argv[2]), '1'); "
        "print(hashlib.sha256(font).hexdigest())"
    )
    hashes = {
        subprocess.run(
            [sys.executable, "-c", script, str(slices), characters],
            env={**os.environ, "PYTHONHASHSEED": seed, "SOURCE_DATE_EPOCH": seed, "TZ": zone},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("4711", "Asia/Shanghai"))
    }
    assert len(hashes) == 1


def test_check_tells_a_changed_font_and_writes_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    committed = {cut.path: cut.path.read_bytes() for cut in CUTS}
    before = SUMS.read_bytes()
    monkeypatch.setattr(building, "_built", lambda: committed)
    assert building.main(["--check"]) == 0
    monkeypatch.setattr(building, "_built", lambda: {**committed, BOLD: b"another"})
    assert building.main(["--check"]) == 1
    assert "differ" in capsys.readouterr().out
    assert SUMS.read_bytes() == before


def test_sums_are_read_by_sha256sum() -> None:
    assert sums_of({BOLD: b""}).split("  ") == [
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "MinshengSans-Bold.ttf\n",
    ]


def test_without_npm_the_builder_says_what_it_needs(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(RunFailure, match="needs npm"):
        building.fetch(tmp_path)
