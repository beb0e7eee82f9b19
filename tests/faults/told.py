"""Faults that a test brings about itself, and what the page of faults says of them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

Test = TypeVar("Test", bound=Callable[..., None])


@dataclass(frozen=True)
class Told:
    """A fault, how it ends, and the test that holds it to that, once for each of its parameters."""

    area: str
    fault: str
    ending: str
    test: str
    times: int


# By area and fault: a module may be imported by its tests and by the page.
TOLD: dict[tuple[str, str], Told] = {}


def told(area: str, fault: str, ending: str) -> Callable[[Test], Test]:
    """Enter a test into the register of those that the page of faults tells of."""

    def enter(test: Test) -> Test:
        marks = getattr(test, "pytestmark", [])
        times = [len(mark.args[1]) for mark in marks if mark.name == "parametrize"]
        held = Told(area, fault, ending, test.__name__, times[0] if times else 1)
        TOLD[area, fault] = held
        return test

    return enter
