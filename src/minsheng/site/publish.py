"""Assemble the whole site aside and swap it in by two renames; the last good one is never lost."""

import shutil
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from minsheng import paths
from minsheng.digests import digest
from minsheng.published import SHOWN_ON, show_digests
from minsheng.site.apart import Make, Parts
from minsheng.site.ready import FOLDER_MODE, make_file_ready

FRONT = "index.html"


def publish(languages: Sequence[str], check: Callable[[], object], make: Make) -> dict[str, str]:
    """Build every language and publish all together; a fault leaves the site as it was.

    What is to be checked first is checked while pages are made: what it raises goes before what
    they do. Return the digest of every file that was published, by its path in the site. The site
    that was is left for `repair` to remove.
    """
    whole = paths.BUILD / "aside" / "html"
    shutil.rmtree(whole, ignore_errors=True)
    whole.mkdir(parents=True)
    digests = show_digests(whole, _assembled(_checked_parts(languages, check, make), whole))
    for name in digests.keys() & {FRONT, *(f"{lang}/{SHOWN_ON}" for lang in languages)}:
        make_file_ready(whole / name, paths.SITE / name)
    whole.chmod(FOLDER_MODE)
    _swap(whole)
    return digests


def _checked_parts(languages: Sequence[str], check: Callable[[], object], make: Make) -> Parts:
    with ThreadPoolExecutor(1) as beside:
        checked = beside.submit(check)
        try:
            return make(languages)
        finally:
            checked.result()


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

    Where there is one, the site before it is removed. To be done before anything of a build can
    fail, so that no fault keeps the site away.
    """
    _put_back()
    shutil.rmtree(_old(), ignore_errors=True)


def _swap(whole: Path) -> None:
    try:
        if paths.SITE.exists():
            paths.SITE.rename(_old())
        whole.rename(paths.SITE)
    finally:
        _put_back()


def _put_back() -> None:
    if _old().exists() and not paths.SITE.exists():
        _old().rename(paths.SITE)


def _old() -> Path:
    return paths.SITE.with_name(f"{paths.SITE.name}.old")
