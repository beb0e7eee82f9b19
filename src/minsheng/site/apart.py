"""The parts of the site, each made in a process of its own, where it is made ready too.

They are forks of one that has imported what makes pages while the runs were at work, has read the
data, and has put the export together. Where nothing forks, the parts are made here. Light on
purpose: what makes a part is imported where it is made.
"""

import gc
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from importlib import import_module
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from minsheng import paths
from minsheng.errors import MinshengError, RunFailure
from minsheng.files import output_fault
from minsheng.garbage import unswept
from minsheng.run.child import Lost, Raised, begun_in_child, in_children
from minsheng.site.ready import make_ready
from minsheng.warming import forks

# Pages are made of trees whose nodes know their parents: to look for garbage at every turn, where
# next to nothing is any, takes a twentieth of the time.
_SELDOM = (50_000, 20, 100)


@dataclass(frozen=True)
class Pages:
    """The pages of one language: their folder, ready to be published, and each file's digest."""

    folder: Path
    digests: Mapping[str, str]


@dataclass(frozen=True)
class Parts:
    """What the site is put together from: the pages of each language, and the front."""

    pages: Mapping[str, Pages]
    front: str


Part = Pages | str


Make = Callable[[Sequence[str]], Parts]


@contextmanager
def parts_maker() -> Iterator[Make]:
    """Yield what makes the parts for some languages; its process is made ready from now on.

    It raises `MinshengError` as the first part that fails does.
    """
    if not forks():
        yield _made_here
        return
    asked, ask = Pipe(duplex=False)
    with begun_in_child(_make_when_asked, asked) as result:

        def make(languages: Sequence[str]) -> Parts:
            ask.send(languages)
            made = result()
            if isinstance(made, MinshengError):
                raise made
            return made

        yield make


def _make_when_asked(asked: Connection) -> Parts | MinshengError:
    """Get ready, wait to be asked, and make the parts; a fault is returned, as a part's is."""
    _get_ready()
    try:
        return _made_in_forks(asked.recv())
    except MinshengError as error:
        return error


def _get_ready() -> None:
    """Import and work out what the parts of all languages need."""
    with unswept():
        for module in ("minsheng.site.preload", "minsheng.run.readahead"):
            import_module(module)
        from minsheng.exchange.ready import ready_export

        with suppress(MinshengError):  # the pages meet it again, and say so
            ready_export()


def _made_in_forks(languages: Sequence[str]) -> Parts:
    tasks, made = _tasks(languages), {}
    for name, part in in_children(_made, tasks, jobs=len(tasks), own=True):
        if isinstance(part, Lost):
            why = part.text if isinstance(part, Raised) else str(part)
            raise RunFailure(f"The {name or 'front'} pages could not be built: {why}")
        made[name] = part
    return _parts(made)


def _made_here(languages: Sequence[str]) -> Parts:
    with ThreadPoolExecutor() as makers:
        return _parts(dict(makers.map(lambda task: (task[0], _made(*task[1])), _tasks(languages))))


def _tasks(languages: Sequence[str]) -> list[tuple[str, tuple[Any, ...]]]:
    return [*((lang, (_pages, lang)) for lang in languages), ("", (_front, tuple(languages)))]


def _parts(made: Mapping[str, Part | MinshengError]) -> Parts:
    pages, front = {}, ""
    for name, part in made.items():
        if isinstance(part, MinshengError):
            raise part
        if isinstance(part, Pages):
            pages[name] = part
        else:
            front = part
    return Parts(pages, front)


def _made(make: Callable[..., Part], *given: object) -> Part | MinshengError:
    """Make one part; a fault that a person can mend is returned, for whoever waits to raise it."""
    try:
        return make(*given)
    except MinshengError as error:
        return error
    except OSError as error:
        return output_fault(error)


def _pages(lang: str) -> Pages:
    from minsheng.site.build import build

    gc.set_threshold(*_SELDOM)
    return ready_pages(build(lang), lang)


def ready_pages(folder: Path, lang: str) -> Pages:
    """Make the finished pages of a language ready to be published."""
    return Pages(folder, make_ready(folder, paths.SITE / lang))


def _front(languages: Sequence[str]) -> str:
    from minsheng.site.front import front_page

    return front_page(languages)
