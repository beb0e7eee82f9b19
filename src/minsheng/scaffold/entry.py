"""A new chapter's entry in `data/catalogue.yml`, set into the text so that all else stays."""

import json
import re
from collections.abc import Sequence
from typing import Any

import yaml

from minsheng.data import Bilingual
from minsheng.scaffold.wanted import Wanted

# What YAML reads as these very words, within braces too.
_PLAIN = re.compile(r"[^\W\d_][\w ’()（）-]*[?？]?")
_WORDS = re.compile(r"(?i)(true|false|yes|no|on|off|null|y|n)")


def with_entry(text: str, wanted: Wanted, reads: Sequence[str]) -> str:
    """Return the catalogue's text with the chapter's entry behind the last one of its part."""
    lines = text.splitlines(keepends=True)
    place = _place(text, wanted.part)
    return "".join([*lines[:place], _entry(wanted, reads), *lines[place:]])


def _entry(wanted: Wanted, reads: Sequence[str]) -> str:
    title = f"{{en: {_scalar(wanted.title.en)}, zh: {_scalar(wanted.title.zh)}}}"
    return (
        f"  {wanted.key}:\n"
        f"    part: {wanted.part}\n"
        f"    title: {title}\n"
        f"    question:\n"
        f"{_both(wanted.question)}"
        f"    reads: [{', '.join(reads)}]\n"
    )


def _both(text: Bilingual) -> str:
    return f"      en: {_scalar(text.en)}\n      zh: {_scalar(text.zh)}\n"


def _scalar(text: str) -> str:
    plain = _PLAIN.fullmatch(text) and not _WORDS.fullmatch(text)
    return text if plain else json.dumps(text, ensure_ascii=False)


def _place(text: str, part: str) -> int:
    """Return the line before which a new chapter of that part stands."""
    tree: Any = yaml.compose(text, Loader=yaml.SafeLoader)
    chapters = _value(tree, "chapters")
    of_part = [entry for _, entry in chapters.value if _value(entry, "part").value == part]
    return _last_line(of_part[-1] if of_part else chapters) + 1


def _value(mapping: yaml.MappingNode, key: str) -> Any:
    return next(value for name, value in mapping.value if name.value == key)


def _last_line(node: yaml.Node) -> int:
    """Return the line on which a node's last word stands: its end mark may be far below."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style:
        last = node.value[-1]
        return _last_line(last[1] if isinstance(last, tuple) else last)
    return node.end_mark.line if node.end_mark.column else node.end_mark.line - 1
