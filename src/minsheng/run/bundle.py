"""Everything that a run reads beside its notebook and its parameters, in one archive of bytes."""

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

from minsheng import paths
from minsheng.digests import LIBRARY, own_files

PARTS = ("data", "locale", "requirements.txt")


def bundle() -> bytes:
    """Return data, catalogues, lock and library, each where a checkout has it.

    The library is the one at work, which may lie outside of the project.
    """
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as file:
        for name, path in _files():
            entry = zipfile.ZipInfo(name)  # of no date: the same files are the same bytes
            file.writestr(entry, path.read_bytes(), zipfile.ZIP_DEFLATED)
    return archive.getvalue()


def _files() -> Iterator[tuple[str, Path]]:
    for part in PARTS:
        for path in own_files(paths.ROOT / part):
            yield path.relative_to(paths.ROOT).as_posix(), path
    for path in own_files(paths.LIBRARY):
        yield f"{LIBRARY}/{path.relative_to(paths.LIBRARY).as_posix()}", path
