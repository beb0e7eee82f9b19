"""The register of the campaign: every fault by its name, how it is planted and how it must end."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from faults.project import Project, copied
from minsheng.errors import Exit

Plant = Callable[[Project], None]


@dataclass(frozen=True)
class Case:
    """One fault: what is wrong, the command that meets it, and what that command must say.

    `says` are pieces of the message, in its order: file, row, column, value, rule and remedy, as
    far as the fault has them.
    """

    name: str
    area: str
    plant: Plant
    command: tuple[str, ...]
    exit: Exit
    says: tuple[str, ...]
    of: Callable[[Path], Project]

    @property
    def what(self) -> str:
        """What is planted, in one line: the first of its docstring."""
        return (self.plant.__doc__ or "").split("\n", maxsplit=1)[0].rstrip(".")


CASES: dict[str, Case] = {}


def fault(
    area: str,
    *says: str,
    ends: Exit = Exit.DATA,
    command: tuple[str, ...] = ("book",),
    of: Callable[[Path], Project] = copied,
) -> Callable[[Plant], Plant]:
    """Enter a function that plants a fault into the register, under its own name.

    `of` makes the project that it is planted in.
    """

    def enter(plant: Plant) -> Plant:
        name = plant.__name__
        assert name not in CASES, f"two faults are called {name}"
        assert plant.__doc__, f"{name} does not say what is wrong"
        CASES[name] = Case(name, area, plant, command, ends, says, of)
        return plant

    return enter
