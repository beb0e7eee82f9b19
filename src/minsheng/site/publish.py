"""Assemble the whole site aside and swap it in by two renames; the last good one is never lost."""

import shutil
from collections.abc import Sequence
from pathlib import Path

from minsheng import paths
from minsheng.site.build import build

FRONT = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="0; url=en/index.html">
<title>Promises and figures: employment in Ningbo</title>
</head>
<body>
<main><p><a href="en/index.html">Promises and figures: employment in Ningbo</a></p></main>
</body>
</html>
"""
FOLDER_MODE, FILE_MODE = 0o755, 0o644


def publish(languages: Sequence[str]) -> None:
    """Build every language and publish all together; a `RunFailure` leaves the site as it was."""
    repair()
    whole = paths.BUILD / "aside" / "html"
    shutil.rmtree(whole, ignore_errors=True)
    whole.mkdir(parents=True)
    for lang in languages:
        shutil.move(build(lang), whole / lang)
    (whole / "index.html").write_text(FRONT, encoding="utf-8")
    _open_to_readers(whole)
    _swap(whole)


def repair() -> None:
    """Put the last good site back where a crash between the two renames has left none."""
    old = _old()
    if old.exists() and not paths.SITE.exists():
        old.rename(paths.SITE)
    shutil.rmtree(old, ignore_errors=True)


def _swap(whole: Path) -> None:
    if paths.SITE.exists():
        paths.SITE.rename(_old())
    whole.rename(paths.SITE)
    shutil.rmtree(_old(), ignore_errors=True)


def _old() -> Path:
    return paths.SITE.with_name(f"{paths.SITE.name}.old")


def _open_to_readers(whole: Path) -> None:
    """Let a web server read every file, whatever the umask was."""
    whole.chmod(FOLDER_MODE)
    for path in whole.rglob("*"):
        path.chmod(FOLDER_MODE if path.is_dir() else FILE_MODE)
