"""Packages that are not what the lock says, or do not come: what is installed stays as it was."""

import base64
import hashlib
import os
import shutil
import socket
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from faults.project import digests
from faults.told import told
from minsheng import paths

AREA = "Supply"
pytestmark = pytest.mark.slow
STAMP = ".venv/.runtime"
KEPT = ("built site is as it was", "Remedy: mend the lock or the network")


def wheel(folder: Path, version: str) -> str:
    """Make a wheel of one module; return the line of a lock that names it."""
    info, module = f"tiny-{version}.dist-info", f"VERSION = {version!r}\n"
    files = {
        "tiny.py": module,
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: tiny\nVersion: {version}\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = [f"{name},{sealed(text)},{len(text)}" for name, text in files.items()]
    files[f"{info}/RECORD"] = "\n".join([*record, f"{info}/RECORD,,", ""])
    path = folder / f"tiny-{version}-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    return f"tiny=={version} --hash=sha256:{found}\n"


def sealed(text: str) -> str:
    found = base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest())
    return f"sha256={found.rstrip(b'=').decode()}"


@dataclass(frozen=True)
class Installed:
    """A project with a lock of one package, and that package installed."""

    root: Path
    wheels: Path

    def lock(self, line: str) -> None:
        """Write another lock, younger than what was installed."""
        lock = self.root / "requirements.txt"
        lock.write_text(line, encoding="utf-8")
        stamp = self.root / STAMP
        if stamp.exists():
            os.utime(stamp, (lock.stat().st_mtime - 5,) * 2)

    def make(self, **settings: str) -> subprocess.CompletedProcess[str]:
        known = {name: value for name, value in os.environ.items() if not name.startswith("PIP_")}
        known["PIP_CONFIG_FILE"] = os.devnull
        offline = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(self.wheels), "PIP_NO_CACHE_DIR": "1"}
        return subprocess.run(
            ["make", STAMP, f"PYTHON={sys._base_executable}"],
            cwd=self.root,
            env={**known, **(settings or offline), "MAKEFLAGS": ""},
            capture_output=True,
            text=True,
            check=False,
            timeout=400,
        )

    def version(self) -> str:
        python = str(self.root / ".venv" / "bin" / "python")
        code = "import tiny; print(tiny.VERSION)"
        done = subprocess.run([python, "-c", code], capture_output=True, text=True, check=True)
        return done.stdout.strip()

    def packages(self) -> dict[str, str]:
        found = digests(self.root / ".venv" / "lib")
        return {name: value for name, value in found.items() if "__pycache__" not in name}


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    root = tmp_path_factory.mktemp("supply")
    shutil.copyfile(paths.ROOT / "Makefile", root / "Makefile")
    (root / "wheels").mkdir()
    (root / "_build" / "html").mkdir(parents=True)
    (root / "_build" / "html" / "index.html").write_text("the last good site", encoding="utf-8")
    made = Installed(root, root / "wheels")
    made.lock(wheel(made.wheels, "1.0"))
    done = made.make()
    assert done.returncode == 0, done.stderr
    assert made.version() == "1.0"
    return made


@pytest.fixture
def silent() -> Iterator[str]:
    """Return the address of an index that takes every connection and never answers."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield f"http://127.0.0.1:{server.getsockname()[1]}/simple"


def fails(installed: Installed, *says: str, **settings: str) -> None:
    """Assert that a lock is not installed, with a message, and that nothing changes."""
    before, site = installed.packages(), digests(installed.root / "_build")
    done = installed.make(**settings)
    assert done.returncode != 0
    place = 0
    for piece in (*says, "requirements.txt", *KEPT):
        place = done.stderr.find(piece, place)
        assert place >= 0, f"{piece!r} is not said, or not in its place:\n{done.stderr}"
    assert installed.packages() == before
    assert digests(installed.root / "_build") == site
    assert installed.version() == "1.0"


@told(AREA, "A package is another than the lock says", "It is not installed; the message says so.")
def test_another_hash(installed: Installed) -> None:
    wheel(installed.wheels, "2.0")
    installed.lock(f"tiny==2.0 --hash=sha256:{'0' * 64}\n")
    fails(installed, "DO NOT MATCH THE HASHES", "tiny==2.0", "Expected sha256 " + "0" * 64)


@told(AREA, "A package that the lock names is not to be had", "The message names it.")
def test_a_missing_wheel(installed: Installed) -> None:
    installed.lock(f"tiny==3.0 --hash=sha256:{'0' * 64}\n")
    fails(installed, "No matching distribution found for tiny==3.0")


@told(AREA, "The network takes every connection and answers nothing", "pip gives up; as above.")
def test_a_silent_network(installed: Installed, silent: str) -> None:
    installed.lock(wheel(installed.wheels, "2.0"))
    asked = {"PIP_INDEX_URL": silent, "PIP_DEFAULT_TIMEOUT": "1", "PIP_RETRIES": "1"}
    fails(installed, "Read timed out", "No matching distribution found for tiny==2.0", **asked)


@told(AREA, "After each of these the lock is mended", "The next plain make installs what it names.")
def test_the_next_make_succeeds(installed: Installed) -> None:
    installed.lock(wheel(installed.wheels, "2.0"))
    done = installed.make()
    assert done.returncode == 0, done.stderr
    assert installed.version() == "2.0"
