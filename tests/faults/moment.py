"""Run `minsheng` up to a named moment, and let something happen there.

    python -m faults.moment MOMENT HAPPENS WORD...

What happens is a signal to this process (KILL), to its whole group as a terminal sends it (INT), or
STOP: it waits until it is continued. That the moment came is told on standard output.
"""

import contextlib
import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from importlib import import_module
from typing import Any

from minsheng import cli, paths
from minsheng.language import LANGUAGES


def always() -> bool:
    return True


def half_swapped() -> bool:
    """Tell whether the old site has been moved away and the new one is not there yet."""
    return paths.SITE.with_name("html.old").exists() and not paths.SITE.exists()


def staging() -> bool:
    """Tell whether the pages of a language are being staged."""
    return any((paths.STAGED / f"{lang}.draft").exists() for lang in LANGUAGES)


def sphinx_at_work() -> bool:
    """Tell whether Sphinx has read a page of each language, and is done with none."""
    places = [paths.BUILD / "sphinx" / lang for lang in LANGUAGES]
    return all(
        not place.with_name(f"{place.name}.sealed").exists() and any(place.rglob("*.doctree"))
        for place in places
    )


def language_built() -> bool:
    """Tell whether a language is built and is being put aside."""
    return any((paths.BUILD / "aside" / lang).exists() for lang in LANGUAGES)


# Each moment in the order of a build: before or within which call it is, and what must be so.
MOMENTS: dict[str, tuple[str, str, Callable[[], bool]]] = {
    "the inputs have been read": ("minsheng.cli.work", "only_build", always),
    "the lock is held": ("minsheng.cli.work", "run_with_progress", always),
    "notebooks are at work": ("minsheng.run.child", "wait", always),
    "a draft is written": ("minsheng.files.Path", "replace", always),
    "the notebooks are executed": ("minsheng.cli.work", "copy_for_hand_builds", always),
    "the pages are staged": ("minsheng.site.publish", "_checked_parts", staging),
    "Sphinx is at work": ("minsheng.site.publish", "_checked_parts", sphinx_at_work),
    "a language is built": ("minsheng.site.publish", "_checked_parts", language_built),
    "the site stands aside": ("minsheng.site.publish", "show_digests", always),
    "the old site is moved away": ("minsheng.site.publish.Path", "rename", half_swapped),
}
# The call that comes after these makes the pages in other processes: it is watched as it goes on.
WATCHED = (staging, sphinx_at_work, language_built)


def at(moment: str, happen: Callable[[], None]) -> None:
    """Let something happen once, at a moment."""
    place, name, ready = MOMENTS[moment]
    owner = named(place)
    before, once = getattr(owner, name), threading.Lock()

    def watch() -> None:
        while not ready():
            time.sleep(0.001)
        happen()

    def hooked(*arguments: Any, **options: Any) -> Any:
        if ready in WATCHED:
            threading.Thread(target=watch, daemon=True).start()
        elif not once.locked() and ready() and once.acquire(blocking=False):
            happen()
        return before(*arguments, **options)

    setattr(owner, name, hooked)


def named(place: str) -> Any:
    """Return a module, or what stands in one."""
    parts = place.split(".")
    for count in range(len(parts), 0, -1):
        with contextlib.suppress(ModuleNotFoundError):
            found = import_module(".".join(parts[:count]))
            for part in parts[count:]:
                found = getattr(found, part)
            return found
    raise ModuleNotFoundError(place)


def kill() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def interrupt() -> None:
    """Do what Ctrl-C in a terminal does, and wait for it to be noticed."""
    os.killpg(0, signal.SIGINT)
    time.sleep(0.05)


def stop() -> None:
    os.kill(os.getpid(), signal.SIGSTOP)


HAPPENS = {"KILL": kill, "INT": interrupt, "STOP": stop}


def main() -> None:
    moment, happens, *words = sys.argv[1:]

    def happen() -> None:
        print(f"at the moment: {moment}", flush=True)
        HAPPENS[happens]()

    at(moment, happen)
    sys.argv = ["minsheng", *words]
    cli.main()


if __name__ == "__main__":
    main()
