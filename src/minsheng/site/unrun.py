"""The notebook extension without what it would run notebooks with: those of the book have run.

It imports the cache of another runner, and with it a database: a tenth of a small build.
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import Any, NoReturn

RUNNER = ("jupyter_cache.base", "jupyter_cache.cache.db", "jupyter_cache.executors.utils")


class _StandIn(ModuleType):
    """A module of which nothing is used."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return _refuse


def _refuse(*_given: object, **_named: object) -> NoReturn:
    raise RuntimeError("The pages of the book are made from notebooks that have run already.")


def import_without_runner() -> None:
    """Import what creates clients of notebooks; one that would run a notebook then refuses to."""
    missing = [name for name in RUNNER if name not in sys.modules]
    sys.modules.update({name: _StandIn(name) for name in missing})
    try:
        import_module("myst_nb.core.execute")
    finally:
        for name in missing:
            del sys.modules[name]
