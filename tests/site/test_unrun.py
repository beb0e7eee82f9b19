"""Pages are made without the database of another runner of notebooks, and without running one."""

import subprocess
import sys

PROGRAM = """
import sys
from minsheng.site.unrun import RUNNER, import_without_runner
import_without_runner()
import myst_nb.sphinx_
from myst_nb.core.execute.cache import NotebookClientCache
from myst_nb.core.execute.direct import single_nb_execution
print(*(name for name in ("sqlalchemy", *RUNNER) if name in sys.modules))
try:
    single_nb_execution({}, cwd=None)
except RuntimeError as refusal:
    print(refusal)
import jupyter_cache.base, sqlalchemy
print(jupyter_cache.base.CacheBundleIn.__name__)
"""


def test_the_runner_is_not_imported_and_refuses_to_run() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True)
    assert done.stdout.splitlines() == [
        "",
        "The pages of the book are made from notebooks that have run already.",
        "CacheBundleIn",
    ], done.stderr
