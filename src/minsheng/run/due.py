"""Which runs have to be run, and why; the others are in the cache as they would come out again."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from minsheng.data import Book
from minsheng.digests import Inputs
from minsheng.run.cache import Cache, Entry
from minsheng.run.fingerprint import Fingerprint, Fingerprints
from minsheng.run.parameters import Value
from minsheng.run.plan import Run

UNCHANGED = "nothing that it depends on has changed"
NEVER = "it has not been run yet"
LOST = "its kept result is gone or damaged"
NAMED = 4


@dataclass(frozen=True)
class Due:
    """One run: its parameters, its fingerprint, its result where that is kept, and what changed.

    `seconds` is what it last cost in processor time, infinite where nobody knows.
    """

    run: Run
    parameters: Mapping[str, Value]
    fingerprint: Fingerprint
    result: str | None
    seconds: float
    why: str

    def __str__(self) -> str:
        return f"{self.run.name}: {'run' if self.result is None else 'keep'}, because {self.why}"


def due(
    runs: Mapping[Run, Mapping[str, Value]], book: Book, inputs: Inputs, cache: Cache
) -> Iterator[Due]:
    """Yield what is known of each run with its parameters, in the order given.

    Whoever keeps them all keeps the results of all in memory.
    """
    fingerprints = Fingerprints(book, inputs)
    for run, given in runs.items():
        yield _due(run, given, fingerprints.of(run, given), cache)


def longest_first(runs: Sequence[Due]) -> list[Due]:
    """Return the runs in the order in which many at a time end soonest: the longest first."""
    return sorted(runs, key=lambda each: -each.seconds)


def _due(run: Run, given: Mapping[str, Value], fingerprint: Fingerprint, cache: Cache) -> Due:
    result, latest = cache.result(fingerprint.value), cache.latest(run.name)
    seconds = float("inf") if latest is None else latest.seconds
    why = UNCHANGED if result is not None else _why(fingerprint, latest, cache)
    return Due(run, given, fingerprint, result, seconds, why)


def _why(fingerprint: Fingerprint, latest: Entry | None, cache: Cache) -> str:
    if latest is None:
        return NEVER
    earlier, now = cache.pieces(latest), fingerprint.pieces
    if earlier is None or earlier == now:
        return LOST
    names = sorted(name for name in {*now, *earlier} if now.get(name) != earlier.get(name))
    told = [f"{name} {_change(name, earlier, now)}" for name in names[:NAMED]]
    more = len(names) - len(told)
    return ", ".join([*told, *([f"and {more} more"] if more else [])])


def _change(name: str, earlier: Mapping[str, str], now: Mapping[str, str]) -> str:
    if name not in earlier:
        return "is new"
    return "changed" if name in now else "is gone"
