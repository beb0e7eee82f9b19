"""What every run imports, imported once by the fork server from which the runs are forked."""

import gc

import matplotlib.pyplot  # noqa: F401
import nbclient  # noqa: F401
import papermill  # noqa: F401

import minsheng.chapters
import minsheng.run.execute
import minsheng.run.warm  # noqa: F401
from minsheng.data import load_book
from minsheng.errors import InputFault

try:
    load_book()
except InputFault:
    # A run that reads the data says so itself, with every fault.
    load_book.cache_clear()

# What the server holds is garbage for none of its children: they need not look through it.
gc.collect()
gc.freeze()
