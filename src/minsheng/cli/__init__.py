"""The command `minsheng`: every fault ends in a message and an exit status of its own.

Light on purpose: whatever is forked for a build imports its script, and asks for no command.
"""

import sys
from collections.abc import Callable

from minsheng.errors import Exit, MinshengError
from minsheng.files import output_fault

_STOPPED = "Stopped. Nothing half done was published. Remedy: run the command again."


def main() -> None:
    """Run the command line; faults that a person can mend end without a traceback."""
    # A build without an option begins before its command is looked for.
    sys.exit(_build() if sys.argv[1:] == ["book"] else status_of())


def status_of(begin: Callable[[], object] = lambda: None) -> int:
    """Do what comes first and run the command line with that; return its exit status."""
    try:
        first = begin()
        from minsheng.cli.every import app

        app(obj=first)
    except KeyboardInterrupt:
        return _told(_STOPPED, Exit.INTERRUPTED)
    except SystemExit as ended:
        if ended.code == Exit.INTERRUPTED:
            return _told(_STOPPED, Exit.INTERRUPTED)
        return int(ended.code or 0)
    except MinshengError as error:
        return _told(error, error.exit_code)
    except OSError as error:
        fault = output_fault(error)
        return _told(fault, fault.exit_code)
    return int(Exit.OK)


def _build() -> int:
    """Build by a process that stands by for it, or else by this one; return the exit status."""
    from minsheng.cli.handover import handed_over

    try:
        status = handed_over()
    except KeyboardInterrupt:
        return _told(_STOPPED, Exit.INTERRUPTED)
    return status_of(_asked) if status is None else status


def _asked() -> object:
    from minsheng.cli.asked import Asked

    return Asked.take()


def _told(what: object, status: Exit) -> int:
    print(what, file=sys.stderr)
    return int(status)
