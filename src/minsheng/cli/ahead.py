"""What a build does before anything else: two things side by side, on which all the others wait.

Light on purpose: the server that runs and pages are forked from is to start at once, and to find
the data read by the time it has imported its libraries.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from minsheng.errors import InputFault, OutputFault


@contextmanager
def unswept() -> Iterator[None]:
    """Search for no garbage while much is imported and read, nor later through what that left.

    It stays until the process ends, which then has nothing to look through either.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def begin_ahead() -> None:
    """Read the data and keep them, beside the server, if one was started.

    Take the inputs first, and start that: from here on inputs are read.
    """
    from minsheng.data.opening import keep_book

    with suppress(InputFault, OutputFault):  # the build meets them again, and says so
        keep_book()
