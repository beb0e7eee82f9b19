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
    sys.exit(status_of(_build if sys.argv[1:] == ["book"] else command))


def status_of(work: Callable[[], int]) -> int:
    """Do some work of the command and return its exit status; say what was wrong."""
    try:
        return work()
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


def command(asked: object = None) -> int:
    """Do what the command line says, with what was looked up before it was read."""
    from minsheng.cli.every import app

    app(obj=asked)
    return int(Exit.OK)


def _build() -> int:
    """Build by a process that stands by, or else by this one, which begins without delay."""
    from minsheng.cli.asked import Asked
    from minsheng.cli.handover import handed_over

    asked = Asked.take()
    status = None if asked.is_built else handed_over()
    if status is not None:
        return status
    asked.begin()
    return command(asked)


def _told(what: object, status: Exit) -> int:
    print(what, file=sys.stderr)
    return int(status)
