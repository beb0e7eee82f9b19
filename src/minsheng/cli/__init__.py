"""The command `minsheng`: every fault ends in a message and an exit status of its own.

Light on purpose: whatever is forked for a build imports its script, and asks for no command.
"""

import sys
from typing import NoReturn

from minsheng.errors import Exit, MinshengError
from minsheng.files import output_fault

_STOPPED = "Stopped. Nothing half done was published. Remedy: run the command again."


def main() -> None:
    """Run the command line; faults that a person can mend end without a traceback."""
    try:
        # A build without an option begins before its command is looked for.
        asked = _asked() if sys.argv[1:] == ["book"] else None
        from minsheng.cli.every import app

        app(obj=asked)
    except KeyboardInterrupt:
        print(_STOPPED, file=sys.stderr)
        sys.exit(int(Exit.INTERRUPTED))
    except SystemExit as ended:
        if ended.code == Exit.INTERRUPTED:
            print(_STOPPED, file=sys.stderr)
        raise
    except MinshengError as error:
        _end(error)
    except OSError as error:
        _end(output_fault(error))


def _asked() -> object:
    from minsheng.cli.asked import Asked

    return Asked.take()


def _end(error: MinshengError) -> NoReturn:
    print(error, file=sys.stderr)
    sys.exit(int(error.exit_code))
