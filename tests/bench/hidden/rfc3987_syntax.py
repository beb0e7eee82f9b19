"""Stands before the package of this name, which only tests bring in.

It makes every process that imports jsonschema a second slower; a reader's installation does not
have it, so no contestant of the bench shall pay for it.
"""

raise ImportError("hidden from the bench")
