"""What an earlier build of a language left, taken up again only where it is whole and fits."""

import json
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from minsheng.digests import (
    file_digest,
    folder_digests,
    input_digests,
    joint_digest,
    locked_versions,
)
from minsheng.files import write_whole

# What Sphinx, or `outdated`, follows page by page; all else makes every page anew.
FOLLOWED = ("data/", "notebooks/", "book/", "CHANGELOG.md")


@dataclass(frozen=True)
class Resumed:
    """The folder that a language is built in from one time to the next, and the seal beside it."""

    output: Path

    def begin(self, staged: Path) -> str:
        """Make the folder ready, empty where it does not fit; return the key to seal it with.

        Until then it is without a seal, so that a build that is interrupted is not taken up.
        """
        key = _key(staged)
        self._opened.unlink(missing_ok=True)
        if self._fits(key):
            self._seal.replace(self._opened)
        else:
            shutil.rmtree(self.output, ignore_errors=True)
            self._seal.unlink(missing_ok=True)
        return key

    @property
    def is_taken_up(self) -> bool:
        """Whether what is not made from pages stands in the folder as it would be made anew."""
        return self._opened.exists()

    def seal(self, key: str) -> None:
        """Close the folder after a build without a fault."""
        write_whole(self._seal, self._sealed(key))

    def discard(self) -> None:
        """Remove what a faulty build left: it would not name its faults again."""
        shutil.rmtree(self.output, ignore_errors=True)

    @property
    def _seal(self) -> Path:
        return self.output.with_name(f"{self.output.name}.sealed")

    @property
    def _opened(self) -> Path:
        """The seal of the earlier build, while another goes on with what that left."""
        return self.output.with_name(f"{self.output.name}.opened")

    def _fits(self, key: str) -> bool:
        try:
            return self._seal.read_bytes() == self._sealed(key).encode()
        except OSError:
            return False

    def _sealed(self, key: str) -> str:
        return json.dumps({"key": key, "files": joint_digest(folder_digests(self.output))}) + "\n"


def _key(staged: Path) -> str:
    """Return a digest of everything that makes every page anew."""
    inputs = {n: value for n, value in input_digests().items() if not n.startswith(FOLLOWED)}
    own = {f"staged {name}": file_digest(staged / name) for name in ("_config.yml", "_toc.yml")}
    versions = {f"package {name}": number for name, number in locked_versions().items()}
    python = ".".join(map(str, sys.version_info[:2]))
    return joint_digest({**inputs, **own, **versions, "Python": python})
