"""What every run imports, imported once by the fork server from which the runs are forked."""

import gc

import matplotlib.pyplot  # noqa: F401
import nbclient  # noqa: F401
from papermill.engines import papermill_engines

from minsheng.data import load_book
from minsheng.errors import InputFault
from minsheng.run.warm import WarmEngine

# Also where the package was installed before the engine had its entry point.
papermill_engines.register("warm", WarmEngine)

try:
    load_book()
except InputFault:
    # A run that reads the data says so itself, with every fault.
    load_book.cache_clear()

# What the server holds is garbage for none of its children: they need not look through it.
gc.collect()
gc.freeze()
