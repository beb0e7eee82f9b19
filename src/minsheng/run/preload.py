"""What every run imports, once, in the fork server from which the runs are forked.

A module that is missing here is imported by every run anew; `tests/run/test_preload.py` names it.
"""

from importlib import import_module

import nbformat
from nbformat.v4 import new_notebook
from papermill.engines import papermill_engines

import minsheng.chapters
import minsheng.run.notebook  # noqa: F401
from minsheng.charts import read_fonts
from minsheng.language import LANGUAGES, Language
from minsheng.language.messages import compile_ahead
from minsheng.lean import import_without
from minsheng.run.warm import WarmEngine, make_ready

# What others import only when they come to it.
LATE = (
    *("encodings.utf_16_be", "nbclient", "tornado.platform.asyncio"),
    *("IPython.core.application", "IPython.core.completerlib", "IPython.core.crashhandler"),
    *("IPython.core.logger", "IPython.core.oinspect"),
    *("matplotlib.backends.backend_agg", "matplotlib.backends.backend_svg", "matplotlib.pyplot"),
    "matplotlib.style.core",
)

# Also where the package was installed before the engine had its entry point.
papermill_engines.register("warm", WarmEngine)

for module in LATE:
    import_module(module)
# What a kernel imports when it starts, but its debugger, which reaches none of ours.
import_without("ipykernel.debugger", "debugpy")
make_ready()
read_fonts()
compile_ahead()
for lang in LANGUAGES:
    Language(lang).digits(0)
nbformat.validate(new_notebook())
