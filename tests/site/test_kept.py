"""What a build worked out is taken up by the next, and only where it was made from the same."""

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from jinja2 import Environment

from minsheng.site import kept


def test_only_what_is_new_is_made(tmp_path: Path) -> None:
    app, made = SimpleNamespace(doctreedir=str(tmp_path)), []

    def length(text: str) -> int:
        made.append(text)
        return len(text)

    def asked(*texts: str) -> tuple[list[int], list[str]]:
        made.clear()
        return list(kept.made_from(app, "lengths", texts, length)), [*made]

    assert asked("a", "bb", "a") == ([1, 2, 1], ["a", "bb"])
    assert asked("bb", "ccc") == ([2, 3], ["ccc"])
    assert asked("a", "bb") == ([1, 2], ["a"]), "what nobody asked for has gone"


def test_nothing_new_is_not_written_again(tmp_path: Path) -> None:
    app = SimpleNamespace(doctreedir=str(tmp_path))
    before = []
    for _ in range(2):
        assert list(kept.made_from(app, "lengths", ["a"], len)) == [1]
        before.append((tmp_path / "kept" / "lengths.json").stat().st_mtime_ns)
    assert before[0] == before[1]


def test_templates_are_compiled_by_the_first_build_alone(
    build_pages: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    compiled: list[str] = []
    compile_one = Environment.compile

    def counted(self: Environment, source: str, name: str, *rest: object) -> object:
        compiled.append(name)
        return compile_one(self, source, name, *rest)

    monkeypatch.setattr(Environment, "compile", counted)
    first = build_pages(index="# T\n").text("index.html")
    assert "page.html" in compiled
    compiled.clear()
    second = build_pages(index="# T\n\nWords.\n").text("index.html")
    assert "page.html" not in compiled
    assert first != second
    assert "Words." in second
