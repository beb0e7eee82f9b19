"""Search for garbage where there may be some, and not where none can be."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


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
