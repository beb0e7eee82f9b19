"""What is published again as it was is the same file, and whatever is published can be read."""

from pathlib import Path
from stat import S_IMODE

import pytest

from minsheng.digests import folder_digests
from minsheng.site.ready import make_ready


def lay(folder: Path, texts: dict[str, str]) -> Path:
    for name, text in texts.items():
        path = folder / name
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        path.chmod(0o600)
    return folder


@pytest.mark.parametrize("before", [{}, {"same": "1", "sub/other": "1", "gone": "1"}])
def test_the_same_is_one_file_and_all_can_be_read(tmp_path: Path, before: dict[str, str]) -> None:
    published = lay(tmp_path / "published", before)
    pages = lay(tmp_path / "pages", {"same": "1", "sub/other": "2", "sub/new": "3"})
    digests = make_ready(pages, published)
    assert digests == folder_digests(pages)
    assert digests.keys() == {"same", "sub/other", "sub/new"}, "no draft is left"
    assert {(pages / name).read_text(encoding="utf-8") for name in digests} == {"1", "2", "3"}
    assert [name for name in digests if (pages / name).stat().st_nlink > 1] == [
        *(name for name in ("same",) if before)
    ]
    assert {S_IMODE((pages / name).stat().st_mode) for name in digests} == {0o644}
    assert {S_IMODE(each.stat().st_mode) for each in (pages, pages / "sub")} == {0o755}


def test_what_is_one_file_already_can_be_read_too(tmp_path: Path) -> None:
    published = lay(tmp_path / "published", {"page": "1"})
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "page").hardlink_to(published / "page")
    make_ready(pages, published)
    assert (pages / "page").samefile(published / "page")
    assert S_IMODE((published / "page").stat().st_mode) == 0o644
