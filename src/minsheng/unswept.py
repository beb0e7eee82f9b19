"""Stop the search for garbage, for a process that is about to import much: nothing of it is any.

Whoever imports this first imports `minsheng.swept` when all is imported.
"""

import gc

gc.disable()
