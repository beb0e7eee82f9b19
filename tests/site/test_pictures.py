"""A picture is drawn once, taken up only as it was kept, and goes when no page offers it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from minsheng.site import pictures
from minsheng.site.pictures import Pictures


@pytest.fixture
def drawings(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return what was drawn, which here takes no time."""
    drawn: list[str] = []

    def draw(svg: str) -> bytes:
        drawn.append(svg)
        return b"PNG\n" + svg.encode()

    monkeypatch.setattr(pictures, "picture", draw)
    return drawn


def test_the_same_drawing_is_drawn_once(tmp_path: Path, drawings: list[str]) -> None:
    first, second = Pictures(tmp_path).drawn("<svg/>"), Pictures(tmp_path).drawn("<svg/>")
    assert first == second == b"PNG\n<svg/>"
    Pictures(tmp_path).drawn("<svg />")
    assert drawings == ["<svg/>", "<svg />"]


def _cut(place: Path) -> None:
    place.write_bytes(place.read_bytes()[:-1])


def _mix(place: Path) -> None:
    place.write_bytes(b"\xff" + place.read_bytes())


@pytest.mark.parametrize("harm", [_cut, _mix, Path.unlink])
def test_what_is_not_as_it_was_kept_is_drawn_again(
    tmp_path: Path, drawings: list[str], harm: Callable[[Path], None]
) -> None:
    kept = Pictures(tmp_path)
    kept.drawn("<svg/>")
    (place,) = tmp_path.rglob("*.png")
    harm(place)
    assert kept.drawn("<svg/>") == b"PNG\n<svg/>"
    assert len(drawings) == 2


@pytest.mark.usefixtures("drawings")
@pytest.mark.parametrize("name", ["MinshengSans-Bold.ttf", "standalone.py", "resvg-py"])
def test_another_font_or_another_way_to_draw_draws_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    Pictures(tmp_path).drawn("<svg/>")
    before = pictures._painter()
    assert name in before
    monkeypatch.setattr(pictures, "_painter", lambda: {**before, name: "another"})
    Pictures(tmp_path).drawn("<svg/>")
    assert len([*tmp_path.rglob("*.png")]) == 2


@pytest.mark.usefixtures("drawings")
def test_only_what_no_page_offers_goes(tmp_path: Path) -> None:
    kept, site = Pictures(tmp_path / "kept"), tmp_path / "site"
    chart = site / "en" / "downloads" / "pages" / "2023" / "audit" / "chart.svg"
    chart.parent.mkdir(parents=True)
    chart.write_text("<svg/>", encoding="utf-8")
    kept.drawn("<svg/>")
    (offered,) = kept.folder.rglob("*.png")
    kept.drawn("<svg id='old'/>")
    gone = kept.prune(site)
    assert len(gone) == 1 and gone[0] > 0
    assert [*kept.folder.rglob("*.png")] == [offered]
