"""Hand a build over to the process that stands by for it, where one does.

An earlier build left it behind (see `minsheng.cli.standby`). It has imported everything, builds as
whoever asks it would, and answers with the exit status. Light on purpose: nothing but this stands
between the command and the build.
"""

import json
import os
import sys
from collections.abc import Iterator
from contextlib import chdir, contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from socket import socket

from minsheng import paths

# Either of them, set to anything: nobody stands by, and nobody is left to.
ALONE = ("MINSHENG_ALONE", "CI")
STOP = b"!"
KEY_BYTES = 64
_STATUS_BYTES = 8
# The environment as it was given: libraries add to it as they are imported.
GIVEN = dict(os.environ)
# What a shell sets anew for every command, and no build looks at.
_PASSING = {"_", "OLDPWD", "SHLVL", "COLUMNS", "LINES"}


def is_alone() -> bool:
    """Tell whether the surroundings ask for builds that share no process with others."""
    return any(GIVEN.get(name) for name in ALONE)


def place() -> Path:
    """Return where a process that stands by for this checkout can be reached."""
    return paths.BUILD / ".standby"


def key() -> bytes:
    """Return a digest of all that a build has from whoever starts it, as `KEY_BYTES` bytes.

    These are its environment, folder, umask and Python.
    """
    told = sorted(each for each in GIVEN.items() if each[0] not in _PASSING)
    mask = os.umask(0o077)
    os.umask(mask)
    rest = (str(Path.cwd()), mask, sys.version, sys.prefix)
    return sha256(json.dumps([told, rest]).encode()).hexdigest().encode()


def handed_over() -> int | None:
    """Have the book built by the process that stands by; return the exit status of that.

    None where nobody does, or where it leaves the build to this process, because it would not build
    as this process does.
    """
    if is_alone() or not place().exists():
        return None
    with suppress(OSError), _reached() as standby:
        return _outcome(standby)
    return None


@contextmanager
def _reached() -> Iterator[socket]:
    """Reach whoever stands by, and hand over where this process reads and writes.

    The address of a socket may have a hundred letters, so it is reached from its folder.
    """
    from socket import AF_UNIX, send_fds

    asked = key()
    with socket(AF_UNIX) as standby:
        with chdir(paths.BUILD):
            standby.connect(place().name)
        send_fds(standby, [asked], [0, 1, 2])
        yield standby


def _outcome(standby: socket) -> int | None:
    """Wait for the exit status; pass a Ctrl-C on, and leave at a second one."""
    try:
        told = standby.recv(_STATUS_BYTES)
    except KeyboardInterrupt:
        standby.send(STOP)
        told = standby.recv(_STATUS_BYTES)
        if not told:
            raise
    return int(told) if told else None
