"""Which files of the library stand behind an import: the modules, what they import, their data.

Read from the source and not from what an interpreter has loaded, so that it can be told before
anything is imported, and so that an import inside a function counts.
"""

import ast
import json
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from functools import cache, cached_property
from pathlib import Path

from minsheng import paths, sealed
from minsheng.digests import LIBRARY, joint_digest
from minsheng.errors import OutputFault

PACKAGE = "minsheng"
# Where statements stand within another: also those of a handler, and of a case.
_BLOCKS = ("body", "orelse", "finalbody", "handlers", "cases")


def imported_by(source: str, package: str = "") -> set[str]:
    """Return the names under `minsheng` that a module imports, wherever it does.

    A name imported from a package may be a module of it or something else; it is returned as if it
    were a module. `package` is the package of the module, for relative imports.
    """
    return {name for name in _imported(ast.parse(source), package) if _is_ours(name)}


def _is_ours(name: str) -> bool:
    return name == PACKAGE or name.startswith(f"{PACKAGE}.")


def _imported(tree: ast.AST, package: str) -> Iterator[str]:
    for node in _statements(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            origin = _origin(node, package)
            yield origin
            yield from (f"{origin}.{alias.name}" for alias in node.names)


def _statements(node: ast.AST) -> Iterator[ast.AST]:
    """Yield every statement below a node; an import is none of an expression's parts."""
    for field in _BLOCKS:
        for each in getattr(node, field, ()):
            yield each
            yield from _statements(each)


def _origin(node: ast.ImportFrom, package: str) -> str:
    """Return the whole name of the package that something is imported from."""
    if not node.level:
        return node.module or ""
    parts = package.split(".")
    above = parts[: len(parts) - node.level + 1]
    return ".".join([*above, *([node.module] if node.module else [])])


class Behind:
    """The files behind modules, as an earlier build found them where the library is the same.

    To read the whole library for it takes half a second.
    """

    def __init__(self, digests: Mapping[str, str]) -> None:
        library = {name: each for name, each in digests.items() if name.startswith(f"{LIBRARY}/")}
        self._key, self._place = joint_digest(library), paths.BUILD / "read" / "imports"

    def __call__(self, names: Collection[str]) -> list[str]:
        """Return the files behind some modules, in the order of their names."""
        asked = " ".join(sorted(names))
        if asked not in self._known:
            self._known[asked] = sorted(files_behind(frozenset(names)))
            with suppress(OutputFault):  # whoever has more to write will say so
                sealed.keep(
                    self._place, self._key, json.dumps(self._known, sort_keys=True).encode()
                )
        return self._known[asked]

    @cached_property
    def _known(self) -> dict[str, list[str]]:
        known: dict[str, list[str]] = json.loads(sealed.kept(self._place, self._key) or b"{}")
        return known


@cache
def files_behind(names: frozenset[str]) -> frozenset[str]:
    """Return the files behind some modules, by their paths in the project.

    They are the modules themselves, every module that these import, the packages around them, and
    whatever else lies in the folders of all these: fonts, templates. Read once a process.
    """
    waiting, modules = [*names], set[Path]()
    while waiting:
        for path in _modules(waiting.pop()):
            if path not in modules:
                modules.add(path)
                waiting += _imports_of(path)
    return frozenset(_named(path) for path in _with_data(modules))


@cache
def _modules(name: str) -> tuple[Path, ...]:
    """Return the module of that name, if it is one, and the packages around it."""
    parts = name.split(".")[1:]
    places = (paths.LIBRARY.joinpath(*parts[:depth]) for depth in range(len(parts) + 1))
    either = (
        path for place in places for path in (place / "__init__.py", place.with_suffix(".py"))
    )
    return tuple(path for path in either if path.is_file() and paths.LIBRARY in path.parents)


@cache
def _imports_of(path: Path) -> frozenset[str]:
    place = path.relative_to(paths.LIBRARY.parent).with_suffix("")
    package = ".".join(place.parent.parts)
    return frozenset(imported_by(path.read_text(encoding="utf-8"), package))


def _with_data(modules: Collection[Path]) -> Iterator[Path]:
    yield from modules
    packages = {path.parent for path in modules if path.name == "__init__.py"}
    for folder in packages:
        yield from (path for path in folder.iterdir() if path.is_file() and path.suffix != ".py")


def _named(path: Path) -> str:
    return f"{LIBRARY}/{path.relative_to(paths.LIBRARY).as_posix()}"
