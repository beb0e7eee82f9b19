"""Leave out what packages import on the chance that somebody asks for it, and what nobody does."""

import sys
from importlib import import_module


def import_without(name: str, *left_out: str) -> None:
    """Import a module while others cannot be found; whoever wants those can have them later."""
    absent = [each for each in left_out if each not in sys.modules]
    sys.modules.update(dict.fromkeys(absent))  # type: ignore[arg-type]
    try:
        import_module(name)
    finally:
        for each in absent:
            del sys.modules[each]


# With JupyterLab come checkers of addresses, colours and durations. They take longer to import than
# a notebook to run, the grammar of international addresses above all; no schema here has any.
import_without(
    "jsonschema",
    *("fqdn", "isoduration", "rfc3986_validator", "rfc3987_syntax", "uri_template", "webcolors"),
)
