"""What stands behind an import, read from the source."""

from pathlib import Path

import pytest

from minsheng import paths
from minsheng.digests import library_digests
from minsheng.run import library
from minsheng.run.library import Behind

FILES = {
    "__init__.py": "",
    "errors.py": "",
    "tables/__init__.py": "from minsheng.tables.build import table",
    "tables/build.py": "import json\nfrom ..errors import Fault\n",
    "tables/table.css": "",
    "late/__init__.py": "",
    "late/page.py": "def f():\n    from minsheng import fonts\n    import minsheng.tables",
    "fonts/__init__.py": "",
    "fonts/font.ttf": "",
    "site/__init__.py": "import minsheng.late.page",
}


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, text in FILES.items():
        path = tmp_path / "minsheng" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    monkeypatch.setattr(paths, "LIBRARY", tmp_path / "minsheng")
    for cached in (library._modules, library._imports_of, library.files_behind):
        cached.cache_clear()
        monkeypatch.setattr(library, cached.__name__, cached.__wrapped__)


def behind(*names: str) -> set[str]:
    return {name.removeprefix("src/minsheng/") for name in library.files_behind(frozenset(names))}


@pytest.mark.usefixtures("made")
def test_what_is_imported_in_turn_and_inside_functions_counts() -> None:
    tables = {
        "__init__.py",
        "errors.py",
        "tables/__init__.py",
        "tables/build.py",
        "tables/table.css",
    }
    assert behind("minsheng.tables.table") == tables
    late = {"late/__init__.py", "late/page.py", "fonts/__init__.py", "fonts/font.ttf"}
    assert behind("minsheng.late.page") == tables | late
    assert behind("minsheng.site") == tables | late | {"site/__init__.py"}


@pytest.mark.usefixtures("made")
def test_a_name_that_is_no_module_stands_for_its_package() -> None:
    assert behind("minsheng.errors.Fault") == {"__init__.py", "errors.py"}
    assert behind("minsheng.nothing") == {"__init__.py"}


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("import minsheng.a, json", {"minsheng.a"}),
        ("from minsheng import a as b", {"minsheng", "minsheng.a"}),
        ("from . import c", {"minsheng.x", "minsheng.x.c"}),
        ("from ..d import e", {"minsheng.d", "minsheng.d.e"}),
        ("import minshengs", set()),
    ],
)
def test_the_forms_of_an_import(source: str, names: set[str]) -> None:
    assert library.imported_by(source, "minsheng.x") == names


def test_every_module_that_a_run_loads_is_found() -> None:
    behind = library.files_behind(frozenset({"minsheng.chapters"}))
    assert "src/minsheng/charts/svg.py" in behind
    assert not [name for name in behind if name.startswith("src/minsheng/site/")]


@pytest.mark.usefixtures("made")
def test_they_are_looked_for_once_as_long_as_the_library_is_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "BUILD", tmp_path / "_build")
    sought: list[frozenset[str]] = []
    monkeypatch.setattr(library, "files_behind", lambda names: sought.append(names) or names)
    for _ in range(2):
        assert Behind(library_digests())(["minsheng.b", "minsheng.a"]) == [
            "minsheng.a",
            "minsheng.b",
        ]
        Behind(library_digests())(["minsheng.c"])
    assert sought == [{"minsheng.a", "minsheng.b"}, {"minsheng.c"}]
    (tmp_path / "minsheng" / "errors.py").write_text("import json\n", encoding="utf-8")
    Behind(library_digests())(["minsheng.c"])
    assert len(sought) == 3


@pytest.mark.usefixtures("made")
def test_where_they_cannot_be_kept_they_are_found_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a file").write_text("", encoding="utf-8")
    monkeypatch.setattr(paths, "BUILD", tmp_path / "a file")
    found = Behind(library_digests())(["minsheng.errors"])
    assert found == ["src/minsheng/__init__.py", "src/minsheng/errors.py"]
