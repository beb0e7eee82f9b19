"""The fuzz of readers and renderer, the same examples every time, and what it once found."""

import tempfile
from collections.abc import Iterator
from functools import wraps
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from faults.fuzz import TARGETS, quick, refused_or_read
from faults.project import standing_in
from faults.small import small
from minsheng.data.yaml_text import read_mapping
from minsheng.errors import InputFault


@pytest.fixture(scope="module")
def project() -> Iterator[None]:
    with tempfile.TemporaryDirectory() as folder, standing_in(Path(folder), small):
        yield


@pytest.mark.slow
@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("target", TARGETS, ids=lambda target: str(target.__name__))
def test_nothing_raises_but_the_errors_of_the_book(
    target: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    fed, feed = list[object](), target.hypothesis.inner_test

    @wraps(feed)
    def watched(*given: object, **named: object) -> None:
        feed(*given, **named)
        fed.append(given or named)

    monkeypatch.setattr(target.hypothesis, "inner_test", watched)
    settings(quick, max_examples=TARGETS[target])(target)()
    assert len(fed) >= TARGETS[target]


def test_any_other_error_is_a_failure() -> None:
    with pytest.raises(ZeroDivisionError):
        refused_or_read(lambda: 1 // 0)


FOUND = {
    "a control character": ("a: \x1f", "row 1", "U+001F is not allowed"),
    "a list as a key": ("a: 1\n[b]: 2", "row 2", "a list or a mapping stands where a key should"),
    "a number that is none": ("a: !!int x", "row 1", "'x' is not what its tag says"),
    "a day that is none": ("a: 1\nb: 2023-02-30", "row 2", "'2023-02-30' is not what its tag"),
    "a set that is none": ("a: 1\nb: !!set 0", "row 2", "'0' is not what its tag says"),
    "brackets without end": (f"a: {'[' * 2000}{']' * 2000}", "", "nested too deep"),
}


@pytest.mark.parametrize("name", FOUND)
def test_what_was_found_is_named(tmp_path: Path, name: str) -> None:
    text, place, rule = FOUND[name]
    path = tmp_path / "found.yml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputFault, match="not valid YAML") as caught:
        read_mapping(path, "named")
    assert place in str(caught.value)
    assert rule in str(caught.value)
