"""Build again whenever an input changes: each time by a process of its own, which waits for it.

That process has imported everything, so that a change is on the page a second sooner; it has read
nothing, so that no build rests on what an earlier one found.
"""

import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from minsheng.digests import Stamps, stamps

PAUSE_SECONDS = 0.05
SETTLED_SECONDS = 0.05


def watch_inputs(options: Mapping[str, object]) -> None:
    """Build with these options, now and after every change, until Ctrl-C.

    Ends as the build does where one ends before it is told, which has then said why.
    """
    given = [str(word) for pair in options.items() if pair[1] is not None for word in pair]
    built: Stamps | None = None
    try:
        while True:
            with _waiting(given) as build:
                built = _settled(built, build)
                _tell(build)
                build.wait()
    except KeyboardInterrupt:
        return


def _settled(built: Stamps | None, build: subprocess.Popen[str]) -> Stamps:
    """Wait until the inputs are no longer as they were built, and nobody is writing them."""
    before = stamps()
    while True:
        if build.poll() is not None:
            raise SystemExit(build.returncode)
        time.sleep(PAUSE_SECONDS if before == built else SETTLED_SECONDS)
        now = stamps()
        if now == before != built:
            return now
        before = now


@contextmanager
def _waiting(options: list[str]) -> Iterator[subprocess.Popen[str]]:
    """Start a build that waits to be told; stop it, and wait for its end, when the block is left.

    A Ctrl-C in the terminal reaches this process alone: a build that was not told ends without a
    word, when nobody can tell it any more.
    """
    words = [sys.executable, "-m", "minsheng", "book", "--when-told", *options]
    with subprocess.Popen(words, stdin=subprocess.PIPE, text=True, start_new_session=True) as build:
        try:
            yield build
        finally:
            assert build.stdin is not None
            if build.stdin.closed and build.poll() is None:
                build.send_signal(signal.SIGINT)


def _tell(build: subprocess.Popen[str]) -> None:
    assert build.stdin is not None
    build.stdin.write("\n")
    build.stdin.close()
