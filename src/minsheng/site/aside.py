"""Lay what a site needs of finished pages aside, where it waits to be published.

A file that is published as it is becomes that same file, and so does one that the next build will
replace: nobody may write into it.
"""

import re
import shutil
from fnmatch import translate
from pathlib import Path, PurePosixPath

from minsheng.digests import files_below
from minsheng.files import are_same, lay_same
from minsheng.site.freed import is_freed

_UNNEEDED = (
    *(".buildinfo", "*.map", "*webpack-macros.html"),
    *("fontawesome.js*", "fa-*.woff2", "fa-*.ttf"),  # icons are drawn in the pages
    "reports",
)
_IS_UNNEEDED = re.compile("|".join(map(translate, _UNNEEDED))).match


def lay_aside(made: Path, pages: Path, published: Path) -> None:
    """Lay the files of a folder into one of their own, beside what is published of it so far."""
    shutil.rmtree(pages, ignore_errors=True)
    folders = set[str]()
    for name in files_below(made):
        if any(map(_IS_UNNEEDED, name.split("/"))):
            continue
        folder = name.rpartition("/")[0]
        if folder not in folders:
            (pages / folder).mkdir(parents=True, exist_ok=True)
            folders.add(folder)
        _lay(name, made / name, pages / name, published / name)


def _lay(name: str, made: Path, target: Path, known: Path) -> None:
    if known.is_file() and are_same(known, made):
        lay_same(known, target)
    elif is_freed(PurePosixPath(name)):
        lay_same(made, target)
    else:
        shutil.copyfile(made, target)
