"""What a bad input says: where it is, what it holds, which rule it breaks and what to do.

Every error that a person can cause ends as one of these, with an exit status of its own.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Self


class Exit(IntEnum):
    """The exit statuses of `minsheng`, after BSD's sysexits where one fits; 130 as shells do."""

    OK = 0
    DIFFERENT = 1
    COMMAND_LINE = 2
    UNKNOWN = 64
    DATA = 65
    UNAVAILABLE = 69
    FAILED = 70
    OUTPUT = 73
    BUSY = 75
    INTERRUPTED = 130


@dataclass(frozen=True)
class Fault:
    """One thing wrong with an input.

    `row` counts the lines of the file from 1, the header included, as an editor shows them.
    """

    file: str
    rule: str
    remedy: str
    row: int | None = None
    column: str | None = None
    value: str | None = None

    def __str__(self) -> str:
        place = [self.file]
        if self.row is not None:
            place.append(f"row {self.row}")
        if self.column is not None:
            place.append(f"column {self.column}")
        if self.value is not None:
            place.append(f"value {self.value!r}")
        return f"{', '.join(place)}: {self.rule} Remedy: {self.remedy}"


class MinshengError(Exception):
    """A fault that ends the command with a message of its own and no traceback."""

    exit_code: Exit = Exit.FAILED


class FaultError(MinshengError):
    """One or more faults, all of them in the message."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__(self._message())

    def __reduce__(self) -> tuple[type[Self], tuple[tuple[Fault, ...]]]:
        # It may come from another process, which sends it as bytes.
        return type(self), (self.faults,)

    def _message(self) -> str:
        count = len(self.faults)
        head = f"{count} fault{'s' if count != 1 else ''}:"
        return "\n".join([head, *(f"  {fault}" for fault in self.faults)])


class InputFault(FaultError):
    """The published data break the contract."""

    exit_code = Exit.DATA


class UsageFault(FaultError):
    """A year, chapter, language or parameter that does not exist was asked for."""

    exit_code = Exit.UNKNOWN


class OutputFault(FaultError):
    """A file could not be written where it was asked for."""

    exit_code = Exit.OUTPUT


class ClusterFault(FaultError):
    """A cluster cannot do the runs: out of reach, without workers, or not of one mind with us."""

    exit_code = Exit.UNAVAILABLE


class RunFailure(MinshengError):
    """A notebook did not run to its end, or the site could not be assembled."""

    exit_code = Exit.FAILED


class Busy(MinshengError):
    """Another build of the same checkout holds the lock."""

    exit_code = Exit.BUSY
