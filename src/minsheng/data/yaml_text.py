"""Read YAML strictly: no key twice, no aliases; and tell the line of any part of it.

PyYAML has a mark for most of what it cannot read, and for the rest whatever error came first.
"""

from collections.abc import Callable, Hashable, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml
from yaml.composer import Composer
from yaml.constructor import SafeConstructor

from minsheng import paths
from minsheng.data.model import Bilingual
from minsheng.data.text import read_text
from minsheng.errors import Fault, InputFault


class _Strict(Composer, SafeConstructor):
    """What makes a reader of YAML refuse duplicate keys and aliases."""

    check_event: Callable[..., bool]
    peek_event: Callable[[], Any]

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            mark = self.peek_event().start_mark
            raise yaml.constructor.ConstructorError(None, None, "aliases are not allowed", mark)
        return super().compose_node(parent, index)

    def construct_mapping(self, node: yaml.Node, deep: bool = False) -> dict[Any, Any]:
        # A set is made after its tag was looked at, so that its form is not known to be one.
        if not isinstance(node, yaml.MappingNode):
            problem = f"{node.value!r} is not what its tag says"
            raise yaml.constructor.ConstructorError(None, None, problem, node.start_mark)
        seen = set()
        for key_node, _ in node.value:
            key = self.construct_object(key_node, deep=True)
            if not isinstance(key, Hashable):
                raise yaml.constructor.ConstructorError(
                    None, None, "a list or a mapping stands where a key should", key_node.start_mark
                )
            if key in seen:
                raise yaml.constructor.ConstructorError(
                    None, None, f"the key {key!r} stands twice", key_node.start_mark
                )
            seen.add(key)
        return super().construct_mapping(node, deep)

    def construct_object(self, node: yaml.Node, deep: bool = False) -> Any:
        try:
            return super().construct_object(node, deep)
        except (ValueError, ArithmeticError, LookupError, AttributeError) as error:
            problem = f"{node.value!r} is not what its tag says"
            raise yaml.constructor.ConstructorError(None, None, problem, node.start_mark) from error


class _Telling(_Strict, yaml.SafeLoader):
    """The reader in Python, which has the better words for what is wrong."""


class _Swift(_Strict, yaml.CSafeLoader):
    """The same reader over the parser in C, which takes a seventh of the time."""

    def __init__(self, stream: str) -> None:
        yaml.CSafeLoader.__init__(self, stream)
        Composer.__init__(self)


def _loaded(text: str) -> Any:
    try:
        return yaml.load(text, _Swift)
    except (yaml.YAMLError, RecursionError, UnicodeError):
        return yaml.load(text, _Telling)


def read_mapping(path: Path, parts: str) -> Mapping[str, Any]:
    """Return the mapping that a file holds; raises `InputFault` where it is not well formed.

    `parts` says how many parts it should hold, for the remedy.
    """
    name, text = paths.relative(path), read_text(path)
    try:
        tree = _loaded(text)
    except (yaml.YAMLError, RecursionError) as error:
        problem, row = _told(error, text)
        rule = f"The file is not valid YAML: {problem}."
        raise InputFault([Fault(name, rule, "mend this line", row)]) from error
    if not isinstance(tree, dict):
        remedy = f"restore its {parts} parts"
        raise InputFault([Fault(name, "The file holds no mapping.", remedy)])
    return tree


def _told(error: Exception, text: str) -> tuple[str, int | None]:
    """Return what is wrong, and in which line where that is known."""
    if isinstance(error, yaml.MarkedYAMLError):
        mark = error.problem_mark
        return str(error.problem), mark.line + 1 if mark else None
    if isinstance(error, yaml.reader.ReaderError):
        problem = f"the character U+{ord(text[error.position]):04X} is not allowed"
        return problem, text[: error.position].count("\n") + 1
    return "it is nested too deep", None


def bilingual(entry: object) -> Bilingual:
    """Make a text in both languages; raises `ValueError` where one is missing."""
    if not isinstance(entry, dict) or not entry.get("en") or not entry.get("zh"):
        raise ValueError("a text in English or Chinese is missing")
    stray = sorted(map(str, set(entry) - {"en", "zh", "source"}))
    if stray:
        raise ValueError(f"a text with a comma must stand in quotation marks: {stray}")
    return Bilingual(word(entry["en"]), word(entry["zh"]))


def word(value: object) -> str:
    """Return a text; raises `ValueError` for whatever else YAML may hold."""
    if not isinstance(value, str):
        raise ValueError(f"{value!r} is no text")
    return value


def words(values: object) -> tuple[str, ...]:
    """Return a list of texts; raises `ValueError` for anything else."""
    if not isinstance(values, list):
        raise ValueError(f"{values!r} is no list")
    return tuple(map(word, values))


def whole(value: object) -> int:
    """Return a whole number; raises `ValueError` for anything else."""
    if not isinstance(value, int) or isinstance(value, bool):
        raise ValueError(f"{value!r} is no whole number")
    return value


def line_of(path: Path, place: Sequence[str | int]) -> int:
    """Return the line of a part of a file, given by its keys and numbers from the top.

    Where the place does not exist, it is the line of the nearest part around it.
    """
    node = yaml.compose(read_text(path), Loader=yaml.SafeLoader)
    line = 1
    for step in place:
        found = _child(node, step)
        if found is None:
            break
        line, node = found
    return line


def _child(node: yaml.Node | None, step: str | int) -> tuple[int, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == str(step):
                return key.start_mark.line + 1, value
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return node.value[step].start_mark.line + 1, node.value[step]
    return None
