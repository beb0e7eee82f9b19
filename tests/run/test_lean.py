"""What a server leaves out of what it imports is out, and all else is as it would be without."""

import subprocess
import sys

LEAN = """
import minsheng.lean
import a11y_pygments
import entrypoints
import logging
from matplotlib.artist import kwdoc
from matplotlib.lines import Line2D
from papermill.engines import papermill_engines

listed = kwdoc(Line2D)
assert "linewidth" in listed and listed not in Line2D.set.__doc__
assert "linewidth" in Line2D.set.__signature__.parameters
line = Line2D([], [])
line.set(linewidth=3)
assert line.get_linewidth() == 3
assert "warm" not in papermill_engines._engines
assert logging.getLogger().handlers == [] and not logging.getLogger("papermill").isEnabledFor(20)
assert any(each.name == "warm" for each in entrypoints.get_group_all("papermill.engine"))
"""


def test_what_nobody_asks_for_is_left_out_for_the_time_of_an_import_alone() -> None:
    done = subprocess.run([sys.executable, "-c", LEAN], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_what_makes_pages_leaves_the_log_as_it_is() -> None:
    code = (
        "import logging, minsheng.lean, minsheng.site.preload; "
        "assert logging.getLogger().handlers == [], logging.getLogger().handlers"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
