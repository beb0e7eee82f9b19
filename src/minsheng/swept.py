"""Start the search for garbage again, for what comes from now on.

What a server holds by then is garbage for none of the processes forked from it: they need not look
through it, and share its pages as they are.
"""

import gc

gc.freeze()
gc.enable()
