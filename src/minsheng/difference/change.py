"""One thing that differs, and all of them: each with whether the data or the method changed."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from minsheng.commentary import Sentence
from minsheng.comparability import Condition
from minsheng.data import Figure


class Nature(StrEnum):
    """What changed: what sources say, or how this book reads and judges it."""

    DATA = "data"
    METHOD = "method"


class Kind(StrEnum):
    """What it is that differs."""

    EDITION = "edition"
    PROMISE = "promise"
    FIGURE = "figure"
    STATE = "state"
    SENTENCE = "sentence"
    RESULT = "result"
    RULE = "rule"


@dataclass(frozen=True)
class Change:
    """One thing before and after; `None` where it was not there. `key` names it for programs."""

    kind: Kind
    nature: Nature
    key: str
    before: Sentence | None
    after: Sentence | None


@dataclass(frozen=True)
class Compared:
    """Two reported figures of one measure, and what they give together.

    `refused` is the condition that forbids to compute anything; `said` then names it in words.
    """

    earlier: Figure
    later: Figure
    said: Sentence
    refused: Condition | None


@dataclass(frozen=True)
class Difference:
    """Everything that differs between two sides, in a fixed order."""

    before: str
    after: str
    changes: tuple[Change, ...]
    compared: tuple[Compared, ...] = ()

    def of(self, kind: Kind, nature: Nature | None = None) -> tuple[Change, ...]:
        """Return the changes of one kind, and of one nature where it is named."""
        return tuple(
            each for each in self.changes if each.kind is kind and nature in (None, each.nature)
        )


Told = Mapping[str, Sentence]


def changes(kind: Kind, nature: Nature, before: Told, after: Told) -> tuple[Change, ...]:
    """Return what differs between two mappings of keys to words; the earlier's order goes first."""
    keys = dict.fromkeys([*before, *after])
    pairs = ((key, before.get(key), after.get(key)) for key in keys)
    return tuple(Change(kind, nature, key, old, new) for key, old, new in pairs if old != new)
