"""How a run ended: its notebook, or where and why there is none; and what it cost."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Failure:
    """A run that did not reach its end: where and why; cell 0 is none of its cells."""

    run: str
    cell: int
    message: str

    def __str__(self) -> str:
        place = f", cell {self.cell}" if self.cell else ""
        return f"{self.run}{place}: {self.message}"


@dataclass(frozen=True)
class Ended:
    """How a run ended, a notebook as JSON text or why not, and its seconds of processor time."""

    result: str | Failure
    seconds: float
