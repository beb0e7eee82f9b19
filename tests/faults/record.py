"""Write docs/faults.md: every fault of the campaign with the message that it ends in.

Run it with `make faults`; a test holds the page to what the campaign finds.
"""

import re
import tempfile
from collections.abc import Iterator
from importlib import import_module
from itertools import groupby
from pathlib import Path

from faults.campaign import CASES, Case
from faults.project import Ending, standing_in
from minsheng import paths

PAGE = paths.ROOT / "docs" / "faults.md"
AREAS = ("files", "catalogue", "parameters", "execution", "texts")
LONGEST = 240
HEAD = (
    "# The fault campaign\n\n"
    "Written by `make faults`, and held by `tests/faults` to what a run finds: every fault below "
    "is planted in a copy of the project, `minsheng` is run, and the test asks for the message, "
    "for the exit status, and that the site published before is the same to the byte.\n"
)


def load_campaign() -> None:
    """Enter the faults of every area into the register."""
    for area in AREAS:
        import_module(f"faults.plant.{area}")


def message(case: Case, ending: Ending) -> str:
    """Return the line of a message that names the fault, without what grows or changes.

    That is the number of a row, the list of what may be used instead, and the folder of the copy.
    """
    lines = [line.strip() for line in ending.said.splitlines()]
    named = next(line for line in lines if case.says[0] in line)
    named = re.sub(r"(?<=\brow )\d+", "N", named)
    named = re.sub(r"/\S*(?=/(_build|data)/)", "…", named)

    named = re.sub(r"\b(use one of|Known:) .*", r"\1 …", named)
    return named if len(named) <= LONGEST else f"{named[:LONGEST].rstrip()} …"


def entry(case: Case, ending: Ending) -> str:
    """Return what the page says of one fault."""
    shown = message(case, ending).replace("\u202e", "\\u202e").replace("\u200b", "\\u200b")
    said = f"`` {shown} ``"
    return f"- **{case.name}**. {case.what}. Exit status {int(case.exit)}:\n  {said}\n"


def page() -> Iterator[str]:
    """Yield the page, area by area; every fault is planted anew."""
    yield HEAD
    yield f"{len(CASES)} faults.\n"
    for area, cases in groupby(CASES.values(), key=lambda case: case.area):
        yield f"## {area}\n"
        yield "".join(entry(case, found(case)) for case in cases)


def found(case: Case) -> Ending:
    """Plant a fault in a copy of its own and return how the command ended."""
    with tempfile.TemporaryDirectory() as folder, standing_in(Path(folder), case.of) as project:
        case.plant(project)
        return project.command(*case.command)


if __name__ == "__main__":
    load_campaign()
    PAGE.write_text("\n".join(page()), encoding="utf-8")
