"""The locks pin everything once, with hashes, and name no place of the machine that made them."""

import re
import tomllib
from collections.abc import Iterator

import pytest

from minsheng import paths

LOCKS = ("requirements.txt", "requirements-cluster.txt", "requirements-dev.txt")
PIN = re.compile(r"^(?P<name>[a-z0-9][a-z0-9-]*)==(?P<version>[^\s;\\]+)(?P<marker> ;[^\\]*)?\\?$")
PLACE = re.compile(r"://|^\s*-|^\s*/|(?<!\S)(/|\.\.?/)\S|file:")
HASH = re.compile(r"^    --hash=sha256:[0-9a-f]{64}( \\)?$")


def read(name: str) -> str:
    return (paths.ROOT / name).read_text(encoding="utf-8")


def pins(lock: str) -> dict[str, str]:
    """Return the version of each pinned package."""
    found = (PIN.match(line.replace(" \\", "\\")) for line in lock.splitlines())
    return {one["name"]: one["version"] for one in found if one}


def faults(lock: str) -> Iterator[str]:
    """Yield what a lock must not hold."""
    seen: set[str] = set()
    lines = lock.splitlines()
    for number, line in enumerate(lines, 1):
        if HASH.match(line) or line.startswith("    #"):
            continue
        pin = PIN.match(line.replace(" \\", "\\"))
        if PLACE.search(line):
            yield f"line {number} names a place or an option: {line}"
        elif not pin:
            yield f"line {number} is no exact pin: {line}"
        elif pin["name"] in seen:
            yield f"line {number} pins {pin['name']} again: one version for every Python"
        elif not HASH.match(lines[number] if number < len(lines) else ""):
            yield f"line {number} has no hash: {line}"
        else:
            seen.add(pin["name"])


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_is_exact(name: str) -> None:
    assert len(pins(read(name))) > 100
    assert list(faults(read(name))) == []


def test_each_lock_holds_the_one_before() -> None:
    runtime, cluster, development = (pins(read(name)) for name in LOCKS)
    assert runtime.items() <= cluster.items() <= development.items()


def test_the_extra_asks_for_what_its_lock_answers() -> None:
    project = tomllib.loads(read("pyproject.toml"))
    extras = project["tool"]["setuptools"]["dynamic"]["optional-dependencies"]
    assert extras == {"cluster": {"file": ["requirements-cluster.in"]}}


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_answers_its_requirements(name: str) -> None:
    source = read(name.replace(".txt", ".in"))
    asked = re.findall(r"^([A-Za-z0-9-]+)(?:\[\w+\])?==(\S+)", source, re.M)
    assert asked
    locked = pins(read(name))
    assert {package: locked.get(package.lower()) for package, _ in asked} == dict(asked)


HASHED = "six==1.17.0 \\\n    --hash=sha256:" + "0" * 64 + "\n"


@pytest.mark.parametrize(
    "lock",
    [
        "six==1.17.0\n",
        "six>=1.17.0 \\\n    --hash=sha256:" + "0" * 64 + "\n",
        HASHED + HASHED,
        "--index-url https://example.org/simple\n" + HASHED,
        "--find-links /opt/wheels\n" + HASHED,
        "./six-1.17.0.whl\n",
        "six @ file:///six-1.17.0.whl\n",
    ],
)
def test_a_planted_fault_is_found(lock: str) -> None:
    assert list(faults(HASHED)) == []
    assert list(faults(lock))
