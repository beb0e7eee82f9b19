"""A process that an earlier build left behind, which has imported everything the next one needs.

It has read nothing, so that no build rests on what another found; it does one build for whoever
would do the same (see `minsheng.cli.handover`), leaves another process like itself, and ends. It
ends without a build where none is asked for in ten minutes, or where its socket was removed.
"""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import chdir, contextmanager
from socket import AF_UNIX, socket

import typer

from minsheng import paths
from minsheng.cli.call import Call
from minsheng.cli.handover import GIVEN, key, place
from minsheng.cli.primed import at_work, prime
from minsheng.errors import InputFault, RunFailure

IDLE_MINUTES = 10
_LOOK_SECONDS = 1
LOOKS = IDLE_MINUTES * 60 // _LOOK_SECONDS
_ONLY_THE_OWNER = 0o177
# Whatever is forked for a build imports its script: there is none.
_STARTED = "from minsheng.cli.standby import main; main()"
_LEFT = (
    f"A process stays for {IDLE_MINUTES} minutes, to build again at once; "
    "minsheng book --alone leaves none."
)


@contextmanager
def standby_left() -> Iterator[None]:
    """Leave a process behind that stands by for the next build, when the block has ended.

    Also where something is to be mended first, but not after a Ctrl-C or beside another build.
    """
    try:
        yield
    except (InputFault, RunFailure):
        _leave()
        raise
    _leave()


def _leave() -> None:
    """Leave it listening already: who builds again at once waits until it has imported all."""
    with socket(AF_UNIX) as line:
        try:
            _listen(line)
        except OSError:  # a folder that can hold no socket: the next build is on its own
            return
        subprocess.Popen(
            [sys.executable, "-c", _STARTED, str(line.fileno())],
            env=GIVEN,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            pass_fds=[line.fileno()],
            start_new_session=True,
        )
    typer.echo(_LEFT, err=True)


def _listen(line: socket) -> None:
    """Be reached at the place for it, instead of whoever was until now, by the same user alone."""
    place().unlink(missing_ok=True)
    mask = os.umask(_ONLY_THE_OWNER)
    try:
        with chdir(paths.BUILD):
            line.bind(place().name)
    finally:
        os.umask(mask)
    line.listen()


def main() -> None:
    """Stand by at the socket that is given by its number, and build once."""
    # Whoever was started in the background by a shell is deaf to it.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    with socket(fileno=int(sys.argv[1])) as line:
        found = _stand_by(line)
    if found is not None:
        found.build()


def _stand_by(line: socket) -> Call | None:
    """Import everything and wait for a build; the place is free when that begins."""
    own, library, mark = key(), at_work(), _mark()
    try:
        prime()
        return _next_build(line, mark, own, library)
    finally:
        if _mark() == mark:
            place().unlink(missing_ok=True)


def _mark() -> tuple[int, int] | None:
    """Return what tells the socket that is at the place from every other."""
    try:
        found = place().stat()
    except FileNotFoundError:
        return None
    return found.st_ino, found.st_ctime_ns


def _next_build(line: socket, mark: object, own: bytes, library: object) -> Call | None:
    """Wait for a build that is this process's to do; hang up on all others."""
    for _ in range(LOOKS):
        if _mark() != mark or mark is None:
            break
        if not select.select([line], [], [], _LOOK_SECONDS)[0]:
            continue
        call, is_old = Call.taken(line), at_work() != library
        if call.key == own and not is_old:
            return call
        call.hang_up()
        if is_old:
            break
    return None
