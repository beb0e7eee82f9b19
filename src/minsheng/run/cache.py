"""Results kept for the next build: by fingerprint, each under the digest of its own text.

Nothing in it is trusted: what does not match its digest is as good as absent, and is done again.
Every file is written whole, so that a build that is killed, or another one at the same time, leaves
no half of one.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from minsheng import paths
from minsheng.digests import digest
from minsheng.files import write_whole
from minsheng.run.fingerprint import Fingerprint


@dataclass(frozen=True)
class Entry:
    """What is known of one run: its result's digest, its cost, and what it was made of.

    `seconds` are of processor time; `common` is the digest of the pieces that most runs share.
    """

    run: str
    fingerprint: str
    result: str
    seconds: float
    own: Mapping[str, str]
    common: str


@dataclass(frozen=True)
class Pruned:
    """What was removed: how many files, of how many bytes together; and how many results stay."""

    files: int
    size: int
    kept: int


@dataclass(frozen=True)
class Cache:
    """The results of earlier runs in one folder."""

    folder: Path

    @classmethod
    def of_checkout(cls) -> Cache:
        """Return the one that belongs to this checkout, outside everything that is published."""
        return cls(paths.CACHE)

    def result(self, fingerprint: str) -> str | None:
        """Return the text kept for a fingerprint, or `None` where none can be trusted."""
        entry = self._entry(self._by_fingerprint(fingerprint))
        if entry is None or entry.fingerprint != fingerprint:
            return None
        return self._text(entry.result)

    def latest(self, run: str) -> Entry | None:
        """Return what was kept last for a run, whatever its fingerprint was."""
        return self._entry(self._latest(run))

    def pieces(self, entry: Entry) -> dict[str, str] | None:
        """Return everything an entry was made of, or `None` where that can no longer be told."""
        common = self._text(entry.common)
        return None if common is None else {**json.loads(common), **entry.own}

    def keep(self, run: str, fingerprint: Fingerprint, text: str, seconds: float) -> None:
        """Keep the result of a run; raises `OutputFault` where it cannot be written."""
        common = json.dumps(fingerprint.common, sort_keys=True)
        texts = {digest(each.encode()): each for each in (text, common)}
        result, shared = (digest(each.encode()) for each in (text, common))
        for name, each in texts.items():
            if self._text(name) is None:
                write_whole(self._result(name), each)
        entry = Entry(run, fingerprint.value, result, seconds, fingerprint.own, shared)
        for path in (self._by_fingerprint(entry.fingerprint), self._latest(run)):
            write_whole(path, _sealed(entry))

    def prune(self, fingerprints: Collection[str]) -> Pruned:
        """Remove everything that the runs with these fingerprints do not need."""
        entries = [self._entry(self._by_fingerprint(each)) for each in fingerprints]
        needed = [each for each in entries if each is not None]
        kept = {self._by_fingerprint(each.fingerprint) for each in needed}
        kept |= {self._result(name) for each in needed for name in (each.result, each.common)}
        kept |= {self._latest(each.run) for each in needed}
        gone = [path for path in self._files() if path not in kept]
        size = sum(path.stat().st_size for path in gone)
        for path in gone:
            path.unlink(missing_ok=True)
        return Pruned(len(gone), size, len(needed))

    def _files(self) -> Iterator[Path]:
        yield from (path for path in self.folder.rglob("*") if path.is_file())

    def _by_fingerprint(self, fingerprint: str) -> Path:
        return self.folder / "runs" / fingerprint[:2] / fingerprint

    def _result(self, result: str) -> Path:
        return self.folder / "results" / result[:2] / result

    def _latest(self, run: str) -> Path:
        return self.folder / "latest" / digest(run.encode())

    def _text(self, name: str) -> str | None:
        """Return a text by its digest, or `None` where it is missing or another."""
        try:
            body = self._result(name).read_bytes()
        except OSError:
            return None
        return body.decode() if digest(body) == name else None

    def _entry(self, path: Path) -> Entry | None:
        """Return an entry, or `None` where there is none, or its seal or its form is not ours."""
        try:
            seal, _, text = path.read_bytes().decode().partition("\n")
            return Entry(**json.loads(text)) if seal == digest(text.encode()) else None
        except (OSError, UnicodeDecodeError, TypeError):
            return None


def _sealed(entry: Entry) -> str:
    text = json.dumps(asdict(entry), sort_keys=True)
    return f"{digest(text.encode())}\n{text}"
