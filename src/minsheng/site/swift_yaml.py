"""YAML read and written in C: the same in an eighth of the time.

What the pages of a language are configured with, and the contents of the book, are read five times
and written three times before the first page is made; Jupyter Book has most of it done in Python.
"""

import sys
from collections.abc import Iterable
from typing import IO, Any

import yaml


def safe_load(text: str | IO[str]) -> Any:
    """Return what a text says, as the function of this name in PyYAML does."""
    return yaml.load(text, yaml.CSafeLoader)


def safe_dump(tree: object, **options: Any) -> str:
    """Return plain data as text, as the function of this name in PyYAML does."""
    return str(yaml.dump(tree, Dumper=yaml.CSafeDumper, **options))


def use_swift_yaml(modules: Iterable[str]) -> None:
    """Let modules that are imported already find this one where they look for PyYAML."""
    for name in modules:
        vars(sys.modules[name])["yaml"] = sys.modules[__name__]
