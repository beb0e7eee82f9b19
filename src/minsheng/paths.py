"""Where things are: every path of the project, found from the package and never from the caller.

papermill starts in the caller's folder and nbval in the notebook's, so nothing may depend on the
working directory.
"""

import os
from pathlib import Path


def project_root() -> Path:
    """Return the project's folder: `MINSHENG_ROOT` where it is set, else the checkout itself."""
    named = os.environ.get("MINSHENG_ROOT")
    return Path(named).resolve() if named else Path(__file__).resolve().parents[2]


ROOT = project_root()
LIBRARY = Path(__file__).resolve().parent
DATA = ROOT / "data"
NOTEBOOKS = ROOT / "notebooks"
BOOK = ROOT / "book"
LOCALE = ROOT / "locale"
CATALOGUES = LOCALE / "zh_CN" / "LC_MESSAGES"
BUILD = ROOT / "_build"
EXECUTED = BUILD / "notebooks"
STAGED = BUILD / "src"
SITE = BUILD / "html"
CACHE = BUILD / "cache"


def relative(path: Path) -> str:
    """Return `path` as the project shows it: relative to its root, with forward slashes.

    A file that is a link is shown where it stands and not where it leads, which may be nowhere.
    """
    placed = Path(os.path.realpath(path.parent), path.name)
    return placed.relative_to(ROOT).as_posix() if placed.is_relative_to(ROOT) else path.name
