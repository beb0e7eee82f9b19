"""Where on the site a block stands."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Here:
    """The folder that pages are built from, and the way from this page to its first folder."""

    staged: Path
    root: str = ""
