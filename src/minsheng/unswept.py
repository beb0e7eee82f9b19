"""Stop the search for garbage, for a process that is about to import much: nothing of it is any.

Whoever imports this first starts the search again when all is imported.
"""

import gc

gc.disable()
