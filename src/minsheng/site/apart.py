"""The parts of the site, each made in a process of its own: a fork of the one that runs come from.

There they are also made ready to be published, side by side.

That process has imported most of what makes pages, and read the data. Where nothing forks, the
parts are made here. Light on purpose: what makes a part is imported where it is made.
"""

import gc
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from minsheng import paths
from minsheng.errors import MinshengError, RunFailure
from minsheng.files import output_fault
from minsheng.run.child import Lost, Raised, in_children
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


def make_parts(languages: Sequence[str]) -> Parts:
    """Make all parts side by side; raises `MinshengError` as the first that fails does."""
    tasks = [*((lang, (_pages, lang)) for lang in languages), ("", (_front, tuple(languages)))]
    if not forks():
        with ThreadPoolExecutor() as makers:
            return _parts(dict(makers.map(lambda task: (task[0], _made(*task[1])), tasks)))
    made = {}
    for name, part in in_children(_made, tasks, jobs=len(tasks)):
        if isinstance(part, Lost):
            why = part.text if isinstance(part, Raised) else str(part)
            raise RunFailure(f"The {name or 'front'} pages could not be built: {why}")
        made[name] = part
    return _parts(made)


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
    from minsheng.exchange.ready import ready_export
    from minsheng.site.front import front_page

    ready_export()  # while pages are read; every language lays it beside them
    return front_page(languages)
