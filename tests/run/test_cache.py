"""The cache: whole entries or none, nothing trusted, two writers at once, pruned."""

import multiprocessing
import os
import signal
import time
from pathlib import Path

import pytest

from minsheng import paths
from minsheng.errors import OutputFault
from minsheng.run.cache import Cache
from minsheng.run.fingerprint import Fingerprint

FIRST = Fingerprint({"notebook": "1"}, {"lock": "1"})
SECOND = Fingerprint({"notebook": "2"}, {"lock": "1"})


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    made = Cache(tmp_path / "cache")
    made.keep("2023/a (en)", FIRST, "the first text", 1.5)
    return made


def files(cache: Cache) -> list[Path]:
    return sorted(path for path in cache.folder.rglob("*") if path.is_file())


def test_what_was_kept_comes_back(cache: Cache) -> None:
    assert cache.result(FIRST.value) == "the first text"
    assert cache.result(SECOND.value) is None
    latest = cache.latest("2023/a (en)")
    assert latest is not None
    assert (latest.fingerprint, latest.seconds) == (FIRST.value, 1.5)
    assert cache.pieces(latest) == FIRST.pieces
    assert cache.latest("2023/b (en)") is None


def spoilt(body: bytes) -> list[bytes]:
    flipped = bytes([body[0] ^ 1, *body[1:]])
    return [b"", body[: len(body) // 2], flipped, body + b" ", b"\xff\xfe", body[:-1] + b"\xff"]


@pytest.mark.parametrize("place", range(3))
@pytest.mark.parametrize("way", range(6))
def test_a_file_that_was_spoilt_is_never_believed(cache: Cache, place: int, way: int) -> None:
    """Each file that matters to a result, spoilt in each way: the result is gone, not another."""
    names = ("runs", "results", "latest")
    for path in (
        each
        for each in files(cache)
        if each.parts[-3] == names[place]
        or (names[place] == "latest" and each.parent.name == "latest")
    ):
        path.write_bytes(spoilt(path.read_bytes())[way])
    result, latest = cache.result(FIRST.value), cache.latest("2023/a (en)")
    if names[place] == "latest":
        assert (result, latest) == ("the first text", None)
    else:
        assert result is None
    cache.keep("2023/a (en)", FIRST, "the first text", 1.5)
    assert cache.result(FIRST.value) == "the first text"
    assert cache.latest("2023/a (en)") is not None


def test_an_entry_under_another_name_is_not_believed(cache: Cache) -> None:
    (entry,) = (cache.folder / "runs").rglob(FIRST.value)
    other = cache.folder / "runs" / SECOND.value[:2] / SECOND.value
    other.parent.mkdir(exist_ok=True)
    other.write_bytes(entry.read_bytes())
    assert cache.result(SECOND.value) is None


def write_without_end(folder: Path) -> None:
    cache, count = Cache(folder), 0
    while True:
        cache.keep("2023/a (en)", FIRST, "a long text " * 20_000 + str(count % 3), 1.0)
        count += 1


def test_writers_that_are_killed_leave_nothing_half_written(tmp_path: Path) -> None:
    cache, context = Cache(tmp_path / "cache"), multiprocessing.get_context("spawn")
    writers = [context.Process(target=write_without_end, args=(cache.folder,)) for _ in range(2)]
    for writer in writers:
        writer.start()
    seen: set[str] = set()
    deadline = time.monotonic() + 120
    while len(seen) < 2 and time.monotonic() < deadline:
        text = cache.result(FIRST.value)
        if text is not None:
            assert text[:-1] == "a long text " * 20_000
            seen.add(text)
    for writer in writers:
        assert writer.pid is not None
        os.kill(writer.pid, signal.SIGKILL)
        writer.join()
    assert len(seen) >= 2
    text = cache.result(FIRST.value)
    assert text is not None
    assert text[:-1] == "a long text " * 20_000


def test_pruning_keeps_what_is_needed_and_nothing_else(cache: Cache) -> None:
    cache.keep("2023/a (en)", SECOND, "the second text", 2.0)
    cache.keep("2023/gone (en)", Fingerprint({"notebook": "3"}, {}), "of no run", 2.0)
    (cache.folder / "results" / ".left.part").write_text("half", encoding="utf-8")
    pruned = cache.prune({SECOND.value, "never kept"})
    assert pruned.kept == 1
    assert pruned.files > 0
    assert pruned.size > 0
    assert cache.result(FIRST.value) is None
    assert cache.result(SECOND.value) == "the second text"
    assert len(files(cache)) == 4
    assert cache.prune({SECOND.value}).files == 0


def test_a_cache_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file is in the way", encoding="utf-8")
    with pytest.raises(OutputFault, match="cannot be written"):
        Cache(tmp_path / "cache").keep("2023/a (en)", FIRST, "text", 1.0)


def test_the_cache_lies_outside_of_what_is_published() -> None:
    assert not Cache.of_checkout().folder.is_relative_to(paths.SITE)
    assert not Cache.of_checkout().folder.is_relative_to(paths.EXECUTED)
