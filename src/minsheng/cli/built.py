"""What the published site was built from, so that a build with nothing to do ends at once.

Nothing heavy is imported here, and nothing is believed: the digests of all inputs and of every
published file are computed anew each time.
"""

import json
import sys
from collections.abc import Mapping
from pathlib import Path

from minsheng import paths
from minsheng.digests import digest, folder_digests, input_digests, joint_digest, locked_versions
from minsheng.files import write_whole


def is_up_to_date() -> bool:
    """Tell whether the site stands whole as it was built, from what the inputs are now."""
    try:
        record = _record().read_bytes()
    except OSError:
        return False
    return record == _written(input_digests()).encode()


def record_built(inputs: Mapping[str, str]) -> None:
    """Remember what the site that stands now was built from."""
    write_whole(_record(), _written(inputs))


def _record() -> Path:
    return paths.BUILD / ".built"


def _written(inputs: Mapping[str, str]) -> str:
    facts = {
        "inputs": joint_digest(inputs),
        "packages": digest(json.dumps(locked_versions(), sort_keys=True).encode()),
        "python": ".".join(map(str, sys.version_info[:2])),
        "site": joint_digest(folder_digests(paths.SITE)),
    }
    return json.dumps(facts, indent=1) + "\n"
