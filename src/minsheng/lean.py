"""Leave out what packages import on the chance that somebody asks for it, and what nobody does."""

import sys
from importlib import import_module


def import_without(name: str, left_out: str) -> None:
    """Import a module while another cannot be found; whoever wants that one can have it later."""
    present = left_out in sys.modules
    if not present:
        sys.modules[left_out] = None  # type: ignore[assignment]
    try:
        import_module(name)
    finally:
        if not present:
            del sys.modules[left_out]


# With JupyterLab comes a checker of international addresses, whose grammar is worked out on import
# and takes longer than a notebook. No schema here has such an address.
import_without("jsonschema", "rfc3987_syntax")
