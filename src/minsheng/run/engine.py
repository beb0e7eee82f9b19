"""What runs a notebook, and what it is told to do so."""

from enum import StrEnum
from pathlib import Path
from typing import Any

from traitlets.config import Config

from minsheng.run.begun import Begun


class Engine(StrEnum):
    """What runs a notebook: an ordinary Jupyter kernel, or a fork of a warm process."""

    KERNEL = "kernel"
    WARM = "warm"

    @property
    def papermill(self) -> str | None:
        """The name by which papermill knows it."""
        return None if self is Engine.KERNEL else self.value

    def options(self, folder: Path, begun: Begun) -> dict[str, Any]:
        """Return what papermill passes on to it; it runs in a folder and counts what has begun.

        A kernel is reached through files of its own: two may be given one port (papermill#511).
        """
        counted = {"on_cell_execute": begun}
        if self is Engine.WARM:
            return {**counted, "folder": folder}
        ipc = {"transport": "ipc", "ip": str(folder / "kernel")}
        keep = f"__import__('minsheng.own_folder').own_folder.keep_to({str(folder)!r})"
        first = [f"--IPKernelApp.exec_lines={keep}"]
        return {**counted, "config": Config({"KernelManager": ipc}), "extra_arguments": first}
