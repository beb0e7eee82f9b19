"""Whether there is anything to build; where there is, the server that it waits for starts at once.

Light on purpose: asked before the command line is read, whose grammar takes a while to import.
"""

from dataclasses import dataclass

from minsheng.cli.built import is_up_to_date
from minsheng.digests import Inputs
from minsheng.warming import PRELOADED, start_ahead


@dataclass(frozen=True)
class Asked:
    """The inputs as they were before anything was read from them, and whether they are built."""

    inputs: Inputs
    is_built: bool

    @classmethod
    def take(cls) -> "Asked":
        """Look at the inputs and at the site."""
        inputs = Inputs.take()
        return cls(inputs, is_up_to_date(inputs.digests))

    def begin(self) -> None:
        """Start the server unless all stands as it should.

        Also where a cluster does the runs: the pages are made here.
        """
        if not self.is_built:
            start_ahead(PRELOADED)
