"""What is worked out from a book or an edition is worked out once: nothing in either changes."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from minsheng.data.book import Book
from minsheng.data.edition import Edition

Whole = TypeVar("Whole", Book, Edition)
Result = TypeVar("Result")


def once(work: Callable[[Whole], Result]) -> Callable[[Whole], Result]:
    """Let a function of a book or of an edition work only once for each; the result is shared."""
    name = f"{work.__module__}.{work.__qualname__}"

    @wraps(work)
    def worked(whole: Whole) -> Result:
        held: dict[str, Any] = vars(whole).setdefault("worked_out", {})
        if name not in held:
            held[name] = work(whole)
        result: Result = held[name]
        return result

    return worked
