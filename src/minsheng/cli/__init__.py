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
    from minsheng.cli.every import app

    try:
        app()
    except SystemExit as ended:
        if ended.code == Exit.INTERRUPTED:
            print(_STOPPED, file=sys.stderr)
        raise
    except MinshengError as error:
        _end(error)
    except OSError as error:
        _end(output_fault(error))


def _end(error: MinshengError) -> NoReturn:
    print(error, file=sys.stderr)
    sys.exit(int(error.exit_code))
