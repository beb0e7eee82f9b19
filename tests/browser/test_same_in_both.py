"""Both languages say the same: the same pages, figures in the same order, the same headings."""

from pathlib import Path

import pytest

from browser.reading import Reading, read, read_all

# Its table of executed notebooks gives the size of each language's own.
BUILT = "status.html"


def both(site: Path) -> list[tuple[str, Reading, Reading]]:
    return [
        (address, english, read(site / "zh" / address))
        for address, english in read_all(site / "en")
    ]


def test_the_same_pages_exist(site: Path) -> None:
    english, chinese = (set(dict(read_all(site / lang))) for lang in ("en", "zh"))
    assert english == chinese


def test_the_same_figures_stand_in_the_same_order(site: Path) -> None:
    held = 0
    for address, english, chinese in both(site):
        if address != BUILT:
            assert english.numbers == chinese.numbers, address
        assert len(english.numbers) == len(chinese.numbers), address
        held += len(english.numbers)
    assert held > 1000


def test_the_same_headings_stand_on_the_same_levels(site: Path) -> None:
    for address, english, chinese in both(site):
        assert english.headings == chinese.headings, address


@pytest.mark.parametrize("planted", ['<data value="7">', "<h2>"])
def test_a_difference_is_seen(site: Path, tmp_path: Path, planted: str) -> None:
    html = (site / "en" / "methods.html").read_text(encoding="utf-8")
    changed = tmp_path / "methods.html"
    changed.write_text(html.replace("</article>", f"{planted}</article>", 1), encoding="utf-8")
    found, sound = read(changed), read(site / "en" / "methods.html")
    assert (found.numbers, found.headings) != (sound.numbers, sound.headings)
