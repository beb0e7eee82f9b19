"""Run `minsheng` here and write the peak of this process's memory, in MiB, into a file.

`python -m bench.parent FILE WORDS…`; children are not counted.
"""

import resource
import sys
from pathlib import Path

from minsheng import cli

# Linux tells KiB, macOS bytes.
UNIT = 2**20 if sys.platform == "darwin" else 2**10

if __name__ == "__main__":
    target = Path(sys.argv[1])
    sys.argv = ["minsheng", *sys.argv[2:]]
    try:
        cli.main()
    finally:
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / UNIT
        target.write_text(f"{peak:.1f}", encoding="utf-8")
