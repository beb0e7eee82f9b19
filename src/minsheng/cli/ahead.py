"""What a build does before anything else: two things side by side, on which all the others wait.

Light on purpose: the server that runs and pages are forked from is to start at once, and to find
the data read by the time it has imported its libraries.
"""

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress

from minsheng.errors import InputFault, OutputFault
from minsheng.warming import start_ahead


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


def begin_ahead(imported: Sequence[str]) -> None:
    """Start the server with what it imports, if it is sure to be needed, and keep the data, read.

    Take the inputs first: from here on they are read, in this process and in the server.
    """
    if imported:
        start_ahead(imported)
    from minsheng.data.opening import keep_book

    with suppress(InputFault, OutputFault):  # the build meets them again, and says so
        keep_book()
