"""What every run imports and reads, once, in the fork server from which the runs are forked.

A module that is missing here is imported by every run anew; `tests/run/test_preload.py` names it.
"""

import gc
from importlib import import_module

import nbformat
from nbformat.v4 import new_notebook
from papermill.engines import papermill_engines

import minsheng.chapters
import minsheng.run.notebook  # noqa: F401
from minsheng.charts import read_fonts
from minsheng.data import load_book
from minsheng.errors import InputFault, UsageFault
from minsheng.language import LANGUAGES, Language
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


def read_ahead() -> None:
    """Read what a run would read otherwise: fonts, the form of a notebook, translations, data.

    The data come last: by then whoever started this process may have read and kept them.
    """
    read_fonts()
    nbformat.validate(new_notebook())
    try:
        for lang in LANGUAGES:
            Language(lang).digits(0)
            Language(lang).text("")
        load_book()
    except (InputFault, UsageFault):
        # A run that reads them says so itself, with every fault.
        load_book.cache_clear()


for module in LATE:
    import_module(module)
# What a kernel imports when it starts, but its debugger, which reaches none of ours.
import_without("ipykernel.debugger", "debugpy")
make_ready()
read_ahead()

# What the server holds is garbage for none of its children: they need not look through it.
gc.freeze()
gc.enable()
