"""Assemble the whole site aside and swap it in by two renames; the last good one is never lost."""

import os
import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path

from minsheng import paths
from minsheng.published import show_digests
from minsheng.site.apart import make_parts

FOLDER_MODE, FILE_MODE = 0o755, 0o644


def publish(languages: Sequence[str]) -> dict[str, str]:
    """Build every language and publish all together; a `RunFailure` leaves the site as it was.

    Return the digest of every file that was published, by its path in the site.
    """
    whole = paths.BUILD / "aside" / "html"
    shutil.rmtree(whole, ignore_errors=True)
    whole.mkdir(parents=True)
    parts = make_parts(languages)
    for lang in languages:
        shutil.move(parts.pages[lang], whole / lang)
    (whole / "index.html").write_text(parts.front, encoding="utf-8")
    digests = show_digests(whole)
    _keep_unchanged(whole, digests)
    _open_to_readers(whole)
    _swap(whole)
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


def _keep_unchanged(whole: Path, names: Iterable[str]) -> None:
    """Let files that are as they were published be the same files, so that copies are quick."""
    draft = whole / ".same"
    for name in names:
        path, published = whole / name, paths.SITE / name
        if not published.is_file() or published.samefile(path):
            continue
        if published.read_bytes() == path.read_bytes():
            os.link(published, draft)
            draft.replace(path)


def _old() -> Path:
    return paths.SITE.with_name(f"{paths.SITE.name}.old")


def _open_to_readers(whole: Path) -> None:
    """Let a web server read every file, whatever the umask was."""
    for folder, _, names in os.walk(whole):
        Path(folder).chmod(FOLDER_MODE)
        for name in names:
            Path(folder, name).chmod(FILE_MODE)
