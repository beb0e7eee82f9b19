"""Assemble the whole site aside and swap it in by two renames; the last good one is never lost."""

import shutil
from collections.abc import Sequence
from pathlib import Path

from minsheng import paths
from minsheng.digests import digest
from minsheng.published import SHOWN_ON, show_digests
from minsheng.site.apart import Parts, make_parts
from minsheng.site.ready import FOLDER_MODE, make_file_ready

FRONT = "index.html"


def publish(languages: Sequence[str]) -> dict[str, str]:
    """Build every language and publish all together; a `RunFailure` leaves the site as it was.

    Return the digest of every file that was published, by its path in the site.
    """
    whole = paths.BUILD / "aside" / "html"
    shutil.rmtree(whole, ignore_errors=True)
    whole.mkdir(parents=True)
    digests = show_digests(whole, _assembled(make_parts(languages), whole))
    for name in digests.keys() & {FRONT, *(f"{lang}/{SHOWN_ON}" for lang in languages)}:
        make_file_ready(whole / name, paths.SITE / name)
    whole.chmod(FOLDER_MODE)
    _swap(whole)
    return digests


def _assembled(parts: Parts, whole: Path) -> dict[str, str]:
    """Put a site together from its parts; return the digest of each file, by its path there."""
    digests = {FRONT: digest(parts.front.encode())}
    (whole / FRONT).write_bytes(parts.front.encode())
    for lang, pages in parts.pages.items():
        shutil.move(pages.folder, whole / lang)
        digests |= {f"{lang}/{name}": value for name, value in pages.digests.items()}
    return digests


def repair() -> None:
    """Put the last good site back where a crash between the two renames has left none.

    To be done before anything of a build can fail, so that no fault keeps the site away.
    """
    old = _old()
    if old.exists() and not paths.SITE.exists():
        old.rename(paths.SITE)
    shutil.rmtree(old, ignore_errors=True)


def _swap(whole: Path) -> None:
    try:
        if paths.SITE.exists():
            paths.SITE.rename(_old())
        whole.rename(paths.SITE)
    finally:
        repair()


def _old() -> Path:
    return paths.SITE.with_name(f"{paths.SITE.name}.old")
