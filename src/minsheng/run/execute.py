"""Bring a set of runs to their end on this machine, as many side by side as it has cores."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol, TypeVar

from minsheng import paths
from minsheng.leftovers import temporary_folder
from minsheng.run.begun import Begun
from minsheng.run.child import Lost, in_children
from minsheng.run.ended import Ended, Failure
from minsheng.run.engine import Engine
from minsheng.run.parameters import Value
from minsheng.warming import environment, forks, run_environment

# No notebook of the book takes a hundredth of it.
LONGEST = 600.0
Key = TypeVar("Key")
Task = tuple[Path, Mapping[str, Value], str]


class Executor(Protocol):
    """What brings a set of runs to their end: the cores of this machine, or a cluster."""

    def ended(
        self, tasks: Mapping[Key, Task], *, whole: bool = True
    ) -> Iterator[tuple[Key, Ended]]:
        """Yield how every run ended, as it does; they begin in the order of `tasks`."""


@dataclass(frozen=True)
class Execution:
    """The executor of this machine: the engine, how many runs side by side, and how long each."""

    engine: Engine = field(default_factory=lambda: Engine.WARM if forks() else Engine.KERNEL)
    jobs: int = field(default_factory=lambda: os.cpu_count() or 1)
    seconds: float = LONGEST

    def ended(
        self, tasks: Mapping[Key, Task], *, whole: bool = True
    ) -> Iterator[tuple[Key, Ended]]:
        """Yield how every run ended, as it does: in children, or here where nothing forks."""
        with surroundings(), temporary_folder() as scratch:
            folders = {key: scratch / str(number) for number, key in enumerate(tasks)}
            work = [(key, (*task, self.engine, whole, folders[key])) for key, task in tasks.items()]
            if not forks():
                yield from ((key, _timed(*given)) for key, given in work)
                return
            for key, result in in_children(_timed, work, jobs=self.jobs, seconds=self.seconds):
                if isinstance(result, Lost):
                    where = Begun(folders[key]).cell
                    yield key, Ended(Failure(tasks[key][2], where, str(result)), 0.0)
                else:
                    yield key, result


def _timed(*given: Any) -> Ended:
    """Execute a notebook where this is called; what that takes is imported there and not here."""
    import minsheng.lean  # noqa: F401  # ahead of what would import what it leaves out
    from minsheng.run.notebook import timed

    return timed(*given)


def executed_side_by_side(
    tasks: Mapping[Key, Task], how: Executor | None = None
) -> Iterator[tuple[Key, str | Failure]]:
    """Yield every notebook's text as its run ends."""
    for key, ended in (how or Execution()).ended(tasks):
        yield key, ended.result


@contextmanager
def surroundings() -> Iterator[None]:
    """Give every run the same surroundings."""
    # Without the folder above its own, IPython warns and takes a temporary one.
    (paths.BUILD / "home").mkdir(parents=True, exist_ok=True)
    with environment(run_environment()):
        yield
