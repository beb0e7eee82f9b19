"""Leave out what packages import or work out on the chance that somebody asks for it.

Nobody does here, and a server imports for a build that waits.
"""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
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


@contextmanager
def standing_in(name: str, function: str, other: Callable[..., object]) -> Iterator[None]:
    """Let another function stand in for one of a module, as long as the block lasts."""
    module = import_module(name)
    own = getattr(module, function)
    setattr(module, function, other)
    try:
        yield
    finally:
        setattr(module, function, own)


# With JupyterLab come checkers of addresses, colours and durations. They take longer to import than
# a notebook to run, the grammar of international addresses above all; no schema here has any.
import_without(
    "jsonschema",
    *("fqdn", "isoduration", "rfc3986_validator", "rfc3987_syntax", "uri_template", "webcolors"),
)

# Of every kind of mark, matplotlib lists what can be set, for `help()`: a third of its import.
with standing_in("matplotlib.artist", "kwdoc", lambda _artist: ""):
    import_module("matplotlib.pyplot")

# papermill looks through all that is installed for engines, and again for places to read from.
# Ours is entered by name (see `minsheng.run.preload`), and notebooks are read from the disk.
with standing_in("entrypoints", "get_group_all", lambda _group: ()):
    import_module("papermill.engines")

# The colours for code that come with the theme set up the log of whoever imports them: papermill
# would tell of every run.
with standing_in("logging", "basicConfig", lambda **_: None):
    import_module("a11y_pygments")
