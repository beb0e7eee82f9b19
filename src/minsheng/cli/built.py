"""What the published site was built from, so that a build with nothing to do ends at once.

Nothing heavy is imported here, and nothing is believed: the digests of all inputs and of every
published file are computed anew each time.
"""

import json
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from minsheng import paths
from minsheng.digests import digest, folder_digests, joint_digest, locked_versions
from minsheng.files import write_whole

Fact = tuple[str, str]


def is_up_to_date(inputs: Mapping[str, str]) -> bool:
    """Tell whether the site stands whole as it was built, from inputs with these digests.

    The first fact that is another answers; to look at every published file takes longest.
    """
    try:
        known = json.loads(_record().read_bytes())
    except (OSError, ValueError):
        return False
    told = known if isinstance(known, dict) else {}
    now = _facts(inputs, lambda: folder_digests(paths.SITE))
    return all(told.get(name) == value for name, value in now)


def record_built(inputs: Mapping[str, str], site: Mapping[str, str]) -> None:
    """Remember what the site with these files was built from, both by their digests."""
    write_whole(_record(), json.dumps(dict(_facts(inputs, lambda: site)), indent=1) + "\n")


def where_it_is() -> str:
    """Say where the site is, to whoever asked for it."""
    return f"The book is at {paths.relative(paths.SITE)}/index.html"


def _record() -> Path:
    return paths.BUILD / ".built"


def _facts(inputs: Mapping[str, str], site: Callable[[], Mapping[str, str]]) -> Iterator[Fact]:
    yield "inputs", joint_digest(inputs)
    yield "python", ".".join(map(str, sys.version_info[:2]))
    yield "packages", digest(json.dumps(locked_versions(), sort_keys=True).encode())
    yield "site", joint_digest(site())
