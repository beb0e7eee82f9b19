"""What a reader must know of the machine to judge a table: nothing that names it."""

import os
import platform
from importlib.metadata import version
from pathlib import Path

TOOLS = ("papermill", "nbconvert", "jupyter-book", "sphinx", "myst-nb")


def machine() -> str:
    """Return one paragraph: cores, memory, system, Python, the tools compared."""
    tools = ", ".join(f"{tool} {version(tool)}" for tool in TOOLS)
    return (
        f"{os.cpu_count()} cores ({_processor()}), {_memory_gb()} GB of memory, "
        f"{platform.system()} {platform.release().split('-')[0]} {platform.machine()}, "
        f"Python {platform.python_version()}; {tools}."
    )


def _memory_gb() -> int:
    return round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30)


def _processor() -> str:
    """Return the processor's name, where the system tells."""
    try:
        with Path("/proc/cpuinfo").open(encoding="utf-8") as told:
            names = [line.partition(":")[2].strip() for line in told if "model name" in line]
    except OSError:
        names = []
    return names[0] if names else platform.processor() or "processor not told"
