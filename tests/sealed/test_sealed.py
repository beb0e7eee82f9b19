"""What was kept comes back whole and under its key, or not at all."""

from collections.abc import Callable
from pathlib import Path

import pytest

from minsheng import sealed


def test_what_was_kept_comes_back_under_its_key_alone(tmp_path: Path) -> None:
    place = tmp_path / "read" / "thing"
    assert sealed.kept(place, "key") is None
    sealed.keep(place, "key", b"what was\nworked out")
    assert sealed.kept(place, "key") == b"what was\nworked out"
    assert sealed.kept(place, "another") is None


@pytest.mark.parametrize("spoil", [lambda body: body[:-3], bytes.upper, lambda body: body * 0])
def test_what_is_not_whole_is_as_good_as_absent(
    tmp_path: Path, spoil: Callable[[bytes], bytes]
) -> None:
    place = tmp_path / "thing"
    sealed.keep(place, "key", b"what was\nworked out")
    place.write_bytes(spoil(place.read_bytes()))
    assert sealed.kept(place, "key") is None
