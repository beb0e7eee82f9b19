"""Write docs/faults.md: every fault of the campaign with the message that it ends in.

Run it with `make faults`; a test holds the page to what the campaign finds.
"""

import csv
import re
import tempfile
from collections.abc import Iterator
from importlib import import_module
from itertools import groupby
from pathlib import Path

from faults.campaign import CASES, Case
from faults.fuzz import RECORD
from faults.project import Ending, standing_in
from faults.told import TOLD, Told
from minsheng import paths

PAGE = paths.ROOT / "docs" / "faults.md"
AREAS = ("files", "catalogue", "parameters", "execution", "texts")
TESTS = ("variants", "machine", "disk", "supply", "hostile", "planted")
FINDINGS = Path(__file__).with_name("findings.csv")
LONGEST = 240
HEAD = (
    "# The fault campaign\n\n"
    "Written by `make faults`, and held by `tests/faults` to what a run finds. A fault with an "
    "exit status is planted in a copy of the project, `minsheng` is run, and the test asks for the "
    "message, for the status, and that the site published before is the same to the byte. A fault "
    "without one is brought about by the test that is named.\n"
)
FUZZ = (
    "## What the fuzz found\n\n"
    "`tests/faults/fuzz.py` feeds the readers of CSV and YAML, whole data and the renderer of "
    "sentences what a grammar makes: the same few hundred examples with every `make test`, ever "
    "other ones with `make fuzz MINUTES=10`. Each of these ended in an error that was not the "
    "book's, and has been mended:\n"
)
FED = {
    "fuzz_csv": "tables",
    "fuzz_yaml": "files of YAML",
    "fuzz_sentences": "sentences in both languages",
    "fuzz_data": "edits of the whole data",
}


def load_campaign() -> None:
    """Enter the faults of every area into the register."""
    for area in AREAS:
        import_module(f"faults.plant.{area}")
    for name in TESTS:
        import_module(f"faults.test_{name}")


def count() -> int:
    """Return how many faults the campaign holds, each moment of one counted."""
    return len(CASES) + sum(each.times for each in TOLD.values())


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


def told_entry(each: Told) -> str:
    """Return what the page says of a fault that a test brings about."""
    return f"- **{each.fault}**. {each.ending} Test: `{each.test}`.\n"


def findings() -> Iterator[str]:
    """Yield what the page says of everything that the fuzz found."""
    with FINDINGS.open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table):
            yield f"- {row['where']}: {row['input']}. It was {row['was']}; now: {row['now']}.\n"


def long_run() -> str:
    """Return what the page says of the last long run, which found nothing."""
    with RECORD.open(encoding="utf-8", newline="") as table:
        rows = [*csv.DictReader(table)]
    fed = ", ".join(f"{int(row['examples']):,} {FED[row['target']]}" for row in rows)
    return (
        f"The last long run took {rows[0]['minutes']} minutes in one piece: {fed}. "
        "No error but the book's own.\n"
    )


def page() -> Iterator[str]:
    """Yield the page, area by area; every fault is planted anew."""
    yield HEAD
    yield f"{count()} faults.\n"
    for area, cases in groupby(CASES.values(), key=lambda case: case.area):
        yield f"## {area}\n"
        yield "".join(entry(case, found(case)) for case in cases)
        yield from (told_entry(each) for each in TOLD.values() if each.area == area)
    areas = {case.area for case in CASES.values()}
    others = [each for each in TOLD.values() if each.area not in areas]
    for area, members in groupby(others, key=lambda each: each.area):
        yield f"## {area}\n"
        yield "".join(told_entry(each) for each in members)
    yield FUZZ
    yield "".join(findings())
    yield long_run()


def found(case: Case) -> Ending:
    """Plant a fault in a copy of its own and return how the command ended."""
    with tempfile.TemporaryDirectory() as folder, standing_in(Path(folder), case.of) as project:
        case.plant(project)
        return project.command(*case.command)


if __name__ == "__main__":
    load_campaign()
    PAGE.write_text("\n".join(page()), encoding="utf-8")
