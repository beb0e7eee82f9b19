"""The Nu Html Checker, which knows what HTML allows: fetched once, pinned, and run with Java."""

import json
import shutil
import subprocess
import tarfile
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from filelock import FileLock

from minsheng import paths

VERSION = "26.9.27"
PACKAGE = f"vnu-jar@{VERSION}"
MEMBER = "package/build/dist/vnu.jar"
DIGEST = "5970d3ffca91a627cf0965e5d91bb2e4242307c29292998de0b419d6a901b2b7"
JAR = paths.BUILD / "nu" / f"vnu-{VERSION}.jar"
# What the theme's templates write; none of it keeps anything from a reader. Of the policy the
# checker knows neither `file:` nor the digests of scripts (`test_served` tests it in a browser).
OF_THE_THEME = (
    "Trailing slash on void elements",
    "The “main” role is unnecessary for element “main”",
    "Article lacks heading",
    "Consider using the “h1” element as a top-level heading only",
    "Resource violates Content Security Policy (meta tag)",
    "Inline script violates Content Security Policy (meta tag)",
)


def jar() -> Path:
    """Return the checker; it is fetched where it is not at hand."""
    paths.BUILD.mkdir(exist_ok=True)
    with FileLock(paths.BUILD / ".nu.lock"):
        if not JAR.exists():
            _fetch()
    return JAR


def _fetch() -> None:
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("the pages' HTML was not checked: there is no npm on this machine to fetch vnu")
    JAR.parent.mkdir(exist_ok=True)
    command = [npm, "pack", "--silent", "--pack-destination", str(JAR.parent), PACKAGE]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        pytest.skip(f"the pages' HTML was not checked: npm cannot fetch {PACKAGE}: {done.stderr}")
    package = JAR.parent / done.stdout.strip()
    assert sha256(package.read_bytes()).hexdigest() == DIGEST, f"{PACKAGE} is not what it was"
    with tarfile.open(package) as archive:
        member = archive.extractfile(MEMBER)
        assert member is not None
        fresh = JAR.with_suffix(".part")
        fresh.write_bytes(member.read())
        fresh.replace(JAR)
    package.unlink()


def complaints(folder: Path) -> Iterator[str]:
    """Yield what the checker says of every page in a folder, but for what the theme writes."""
    java = shutil.which("java")
    if java is None:
        pytest.skip("the pages' HTML was not checked: there is no Java on this machine")
    command = [java, "-jar", str(jar()), "--format", "json", "--stdout", "--exit-zero-always"]
    done = subprocess.run(
        [*command, "--skip-non-html", str(folder)], capture_output=True, text=True, check=True
    )
    for each in json.loads(done.stdout)["messages"]:
        if not each["message"].startswith(OF_THE_THEME):
            place = each.get("url", "").rpartition(folder.as_uri())[2]
            yield f"{place}:{each.get('lastLine')}: {each['message']} {each.get('extract', '')}"
