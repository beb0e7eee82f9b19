"""Make files ready to be published: those that stay as they are the same files, all open to read.

Most of a site stays as it is from one build to the next: to publish it again is next to no work,
and a copy of it is quick.
"""

import os
from pathlib import Path
from stat import S_IMODE

from minsheng.digests import files_below, folder_digests
from minsheng.files import lay_same

FOLDER_MODE, FILE_MODE = 0o755, 0o644


def make_ready(folder: Path, published: Path) -> dict[str, str]:
    """Make a folder ready that is to take the place of a published one, which need not exist.

    Return the digest of each of its files, by its path from there.
    """
    for name in files_below(folder):
        make_file_ready(folder / name, published / name)
    for place, _, _ in os.walk(folder):
        Path(place).chmod(FOLDER_MODE)
    return folder_digests(folder)


def make_file_ready(path: Path, published: Path) -> None:
    """Let a file be the published one where it is the same, and let a web server read it."""
    is_another = published.is_file() and not path.samefile(published)
    if is_another and path.read_bytes() == published.read_bytes():
        draft = path.with_name(f".{path.name}.same")
        lay_same(published, draft)
        draft.replace(path)
    if S_IMODE(path.stat().st_mode) != FILE_MODE:
        path.chmod(FILE_MODE)
